import BisectionLog
import Testing

/// Commits that stand whole in a text beside its git log, as in KernelCI's mails.
@Suite struct ShownCommitTests {
  private static let hash = String(repeating: "a1", count: 20)

  private func log(_ change: String, hash shown: String = hash) -> BisectionLog {
    let text = """
      Breaking commit found:

      -------------------------------------------------------------------------------
      commit \(shown)
      Author: Ada Author <ada@example.org>
      Date:   Tue Jun 11 10:00:00 2019 +0200

          lamp: dim before switching off

          Switching off at once hurts the eyes.

      \(change)
      -------------------------------------------------------------------------------

      git bisect start
      # good: [\(String(repeating: "b1", count: 20))] Linux 5.1
      git bisect good \(String(repeating: "b1", count: 20))
      # bad: [\(Self.hash)] lamp: dim before switching off
      git bisect bad \(Self.hash)
      # first bad commit: [\(Self.hash)] lamp: dim before switching off
      """
    return BisectionLog(parsing: Array(text.utf8))
  }

  private static let change = """
    diff --git a/drivers/lamp/core.c b/drivers/lamp/core.c
    index 1111111..2222222 100644
    --- a/drivers/lamp/core.c
    +++ b/drivers/lamp/core.c
    @@ -10,2 +10,3 @@ static void lamp_off(struct lamp *lamp)
     {
    -\tlamp->on = 0;
    +\tlamp_dim(lamp);
    +\tlamp->on = 0;
    diff --git a/lamp.png b/light.png
    similarity index 90%
    rename from lamp.png
    rename to light.png
    Binary files a/lamp.png and b/light.png differ
    """

  @Test func theCulpritHasWhatTheCommitTells() throws {
    let log = log(Self.change)
    let culprit = try #require(log.culprit)
    #expect(log.string(culprit.author) == "Ada Author")
    #expect(log.string(culprit.email) == "ada@example.org")
    #expect(log.string(culprit.date) == "Tue Jun 11 10:00:00 2019 +0200")
    #expect(culprit.message.map(log.string).first == "lamp: dim before switching off")
    #expect(culprit.files.map { log.string($0.path) } == ["drivers/lamp/core.c", "light.png"])
    #expect(culprit.files.map(\.added) == [2, nil])
    #expect(culprit.files.map(\.removed) == [1, nil])
    #expect(culprit.files.map(\.binary) == [false, true])
    #expect(log.string(culprit.files[1].oldPath) == "lamp.png")
    #expect([culprit.filesChanged, culprit.insertions, culprit.deletions] == [2, 2, 1])
  }

  /// `git show --stat` gives the counts, and a change below it is not counted again.
  @Test func aDiffstatCountsOnce() throws {
    let stat = " drivers/lamp/core.c | 3 ++-\n 1 file changed, 2 insertions(+), 1 deletion(-)\n\n"
    let culprit = try #require(log(stat + Self.change).culprit)
    #expect(culprit.files.count == 1)
    #expect([culprit.filesChanged, culprit.insertions, culprit.deletions] == [1, 2, 1])
  }

  @Test func anotherCommitIsNotTheCulprit() throws {
    let culprit = try #require(log(Self.change, hash: String(repeating: "c3", count: 20)).culprit)
    #expect(culprit.author == nil)
    #expect(culprit.files.isEmpty)
  }

  /// A hunk that a mail cut short ends at the dashes below it.
  @Test func aChangeThatIsCutShortEndsThere() throws {
    let cut = Self.change.replacing("-10,2 +10,3", with: "-10,9 +10,9")
    let log = log(cut)
    #expect(log.outcome.kind == .culprit)
    #expect(log.gitCommands.count == 2)
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
