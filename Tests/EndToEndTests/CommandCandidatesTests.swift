import JSON
import TestSupport
import Testing

@Suite struct CommandCandidatesTests {
  private let report = """
    BUG: KASAN: use-after-free in widget_release+0x12/0x80 drivers/widget/core.c:120
    Call Trace:
     widget_release+0x12/0x80 drivers/widget/core.c:120
     widget_ioctl+0x30/0x90 drivers/widget/ioctl.c:77

    """

  @Test func ranksTheCommitsOfARepository() throws {
    let folder = try TemporaryFolder()
    let repository = try SmallRepository()
    let base = try repository.commit("base", files: ["README": "1\n"])
    let right = try repository.commit(
      "widget: drop a lock", files: ["drivers/widget/core.c": "2\n"])
    try repository.commit("docs: words", files: ["Documentation/a.rst": "3\n"])
    let file = try folder.write("report.txt", report)
    let run = try CommandRun.bisectty([
      "candidates", file, "--kernel", repository.path, "--range", "\(base)..HEAD", "--json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let list = try JSONValue(reading: run.output)
    #expect(list["schema"] == "bisectty.candidates/1")
    #expect(list["commits"]?.integer == 2)
    guard case .array(let candidates)? = list["candidates"] else {
      Issue.record("there are no candidates")
      return
    }
    #expect(candidates.first?["commit"]?.string == right)
  }

  @Test(arguments: ["--output=x..HEAD", "x", "HEAD..", "..HEAD", "HEAD..nowhere", "a b..HEAD"])
  func refusesWhatIsNoRange(_ range: String) throws {
    let folder = try TemporaryFolder()
    let repository = try SmallRepository()
    try repository.commit("base", files: ["README": "1\n"])
    let file = try folder.write("report.txt", report)
    let run = try CommandRun.bisectty([
      "candidates", file, "--kernel", repository.path, "--range=\(range)",
    ])
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aReportAloneNeedsARange() throws {
    let folder = try TemporaryFolder()
    let repository = try SmallRepository()
    try repository.commit("base", files: ["README": "1\n"])
    let file = try folder.write("report.txt", report)
    let run = try CommandRun.bisectty(["candidates", file, "--kernel", repository.path])
    #expect(run.status == 64)
    #expect(run.errors.contains("--range"))
  }
}
