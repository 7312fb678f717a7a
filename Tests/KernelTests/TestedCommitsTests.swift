import BisectionLog
import Kernel
import Testing

/// Which commits of a log git is asked about.
@Suite struct TestedCommitsTests {
  private let bad = String(repeating: "b", count: 40)
  private let good = String(repeating: "a", count: 40)
  private let culprit = String(repeating: "c", count: 40)

  private func log(_ ending: String) -> BisectionLog {
    let text = """
      bisecting cause commit starting from \(bad)
      building syzkaller on 0123456789abcdef0123456789abcdef01234567
      testing commit \(bad) with gcc (GCC) 8.1.0
      all runs: crashed: KASAN: use-after-free Read in free_ioctx
      testing release v5.5
      testing commit \(good) with gcc (GCC) 8.1.0
      all runs: OK
      # git bisect start \(bad) \(good)
      Bisecting: 0 revisions left to test after this (roughly 0 steps)
      [\(culprit)] fs: use a list
      testing commit \(culprit) with gcc (GCC) 8.1.0
      all runs: crashed: KASAN: use-after-free Read in free_ioctx
      # git bisect bad \(culprit)
      \(ending)

      """
    return BisectionLog(parsing: Array(text.utf8))
  }

  @Test func theReportIsTheCulprits() {
    let log = log("first bad commit: \(culprit) fs: use a list")
    #expect(log.culpritRevision?.text == culprit)
    #expect(log.reportRevision?.text == culprit)
    #expect(
      log.culpritQuestion
        == Revision(culprit).map {
          CulpritQuestion(
            culprit: $0, title: "fs: use a list",
            crash: "KASAN: use-after-free Read in free_ioctx")
        })
  }

  @Test func withoutACulpritItIsTheLastThatCrashed() {
    let log = log("error: bisection is taking too long (>8h0m0s), aborting")
    #expect(log.culpritRevision == nil)
    #expect(log.culpritQuestion == nil)
    #expect(log.reportRevision?.text == culprit)
  }

  @Test func theBoundsOfAStepAreWhatGitKnewAfterIt() throws {
    let log = log("first bad commit: \(culprit) fs: use a list")
    let last = try #require(log.bounds(afterStep: 2))
    #expect(last.good.map(\.text) == [good])
    #expect(last.bad.text == culprit)
    let before = try #require(log.bounds(afterStep: 1))
    #expect(before.bad.text == bad)
    #expect(log.bounds(afterStep: 99)?.bad.text == culprit)
  }

  @Test(arguments: ["--output=marker", "$(touch marker)", "HEAD~1", "a..b", "\u{1b}[2J"])
  func aHostileRevisionOfASessionIsNeverAskedAbout(name: String) {
    let text = """
      git bisect start '\(name)' '\(name)'
      # bad: [\(name)] x
      git bisect bad \(name)
      # good: [\(name)] y
      git bisect good \(name)

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    for step in log.steps.indices { #expect(log.revision(ofStep: step) == nil) }
    #expect(log.bounds(afterStep: 0) == nil)
    #expect(log.reportRevision == nil)
    #expect(log.culpritQuestion == nil)
  }
}
