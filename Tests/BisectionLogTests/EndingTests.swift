import BisectionLog
import Testing

@Suite struct EndingTests {
  private func log(direction: String = "cause commit starting from", ending: String) -> BisectionLog
  {
    let text = """
      bisecting \(direction) \(Samples.start)
      building syzkaller on \(Samples.tool)
      testing commit \(Samples.start) gcc
      all runs: OK
      revisions tested: 1, total time: 1h0m0s (build: 1m0s, test: 2m0s)
      \(ending)

      """
    return BisectionLog(parsing: Array(text.utf8))
  }

  @Test(arguments: [
    ("error: the crash wasn't reproduced on the original commit", OutcomeKind.notReproduced),
    ("error: bisection is taking too long (>8h0m0s), aborting", .timeout),
    ("error: bisection is taking too long (>12h0m0s), aborting", .timeout),
    ("error: no release tags before this commit", .error),
    ("error: more than 50% of runs failed with an infra error", .error),
    ("the crash already happened on the oldest tested release", .oldestRelease),
    ("oldest tested release already had the bug or it had kernel test errors", .oldestRelease),
    ("the crash is still unfixed", .stillCrashes),
    ("the crash still happens on HEAD", .stillCrashes),
    ("crash still not fixed on HEAD or HEAD had kernel test errors", .stillCrashes),
    ("crash still not fixed or there were kernel test errors", .stillCrashes),
  ])
  func everyKnownEndingHasAKind(line: String, kind: OutcomeKind) {
    let log = log(ending: line)
    #expect(log.outcome.kind == kind)
    #expect(log.outcome.line == 6)
    let words = line.hasPrefix("error: ") ? String(line.dropFirst(7)) : line
    #expect(log.string(log.outcome.message) == words)
    #expect(log.unrecognisedLines == [])
  }

  @Test func anErrorRunsToTheEnd() {
    let log = log(ending: "error: syzkaller build failed: make: 1\nrun #0: OK\n\ncrash: no")
    #expect(log.outcome.kind == .error)
    #expect(log.string(log.outcome.message)?.hasSuffix("run #0: OK\n\ncrash: no") == true)
    #expect(log.crash == nil && log.steps[0].runs.count == 1)
    #expect(log.lineKinds.suffix(3) == [.continuation, .continuation, .continuation])
  }

  @Test func severalCommitsMayBeLeft() {
    let log = log(
      ending: """
        bisection is inconclusive, the first bad commit could be any of:
        \(Samples.first)
        \(Samples.second)
        cc: ["a@example.org"]
        """)
    #expect(log.outcome.kind == .inconclusive)
    #expect(log.outcome.commits.map(log.string) == [Samples.first, Samples.second])
    #expect(log.culprit == nil)
    #expect(log.recipients?.cc.map(log.string) == ["a@example.org"])
    #expect(log.recipients?.to == [])
  }

  @Test func untilMarch2019TheListStoodInTheError() {
    let log = log(
      ending: """
        error: failed to run ["git" "bisect" "skip"]: exit status 2
        There are only 'skip'ped commits left to test.
        The first bad commit could be any of:
        \(Samples.first)
        \(Samples.second)
        We cannot bisect more!
        """)
    #expect(log.outcome.kind == .inconclusive)
    #expect(log.outcome.commits.map(log.string) == [Samples.first, Samples.second])
  }

  @Test func aFirstBadCommitWithoutBisectionIsTheOldestRelease() {
    let log = log(ending: "first bad commit: \(Samples.release) Linux 4.1")
    #expect(log.outcome.kind == .oldestRelease)
    #expect(log.outcome.commits.map(log.string) == [Samples.release])
    #expect(log.culprit == nil)
  }

  @Test func theSubjectOfHeadIsNamed() {
    let text = """
      bisecting fixing commit since \(Samples.start)
      testing commit \(Samples.start) gcc
      all runs: crashed: x
      testing current HEAD \(Samples.first)
      testing commit \(Samples.first) gcc
      all runs: crashed: x
      crash still not fixed/happens on the oldest tested release
      revisions tested: 2, total time: 1h0m0s (build: 1m0s, test: 2m0s)
      crash still not fixed or there were kernel test errors
      commit msg: widget: newest
      crash: failed testing reproducer on \(Samples.first)

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.outcome.kind == .stillCrashes)
    #expect(log.steps.map(\.stage) == [.original, .head])
    #expect(log.string(log.steps[1].title) == "widget: newest")
    #expect(
      log.crash.map { log.string($0.title) } == "failed testing reproducer on \(Samples.first)")
    #expect(log.notices.map(\.kind) == [.testingHead, .endMessage, .commitMessage])
  }

  @Test func theParentIsBuiltForItsSignatureOnly() {
    let log = log(
      ending: """
        parent commit \(Samples.parent) wasn't tested
        testing commit \(Samples.parent) gcc
        kernel signature: same
        culprit signature: same
        parent  signature: same
        first bad commit: \(Samples.culprit) Merge branch 'x'
        """)
    #expect(log.steps.map(\.stage) == [.original, .parent])
    #expect(log.steps[1].runs.isEmpty && log.steps[1].result == .inconclusive)
    #expect(log.string(log.steps[1].signature) == "same")
  }

  @Test func theSummaryOf2019IsNoSignatureOfATest() {
    let log = BisectionLog(
      parsing: Array(
        """
        bisecting cause commit starting from \(Samples.start)
        testing commit \(Samples.start) with gcc (GCC) 8.1.0
        kernel signature: aa
        all runs: crashed: x
        # git bisect start v5.4 v5.3
        \(Samples.culprit) is the first bad commit
        kernel signature:   bb
        previous signature: cc
        revisions tested: 1, total time: 1s (build: 1s, test: 1s)
        first bad commit: \(Samples.culprit) Merge tag 'x'

        """.utf8))
    #expect(log.string(log.steps[0].signature) == "aa")
    #expect(log.string(log.culprit?.signature) == "bb")
    #expect(log.string(log.culprit?.parentSignature) == "cc")
    // Before git 2.22 a merge has no commit block at all.
    #expect(log.culprit?.isMerge == true && log.culprit?.blockLines == nil)
    #expect(log.range.map { log.string($0.bad) + log.string($0.good) } == "v5.4v5.3")
  }
}
