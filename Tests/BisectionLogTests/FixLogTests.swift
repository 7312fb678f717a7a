import BisectionLog
import Testing

@Suite struct FixLogTests {
  let log = BisectionLog(parsing: Array(Samples.fix.utf8))

  @Test func gitIsToldTheOpposite() {
    #expect(log.direction == .fix)
    #expect(log.unrecognisedLines == [])
    #expect(
      log.steps.map(\.stage) == [.original, .mergeBase, .head, .mergeBase, .bisect])
    #expect(log.steps.map(\.result) == [.crashed, .crashed, .passed, .passed, .passed])
    #expect(log.steps.map(\.verdict) == [nil, nil, nil, nil, .bad])
  }

  @Test func aStepIsPairedByItsHash() {
    // The first candidate was not tested: another revision was, and it counts as crashed.
    #expect(log.gitCommands.map(\.step) == [nil, nil, 4])
    #expect(log.gitCommands.map { log.string($0.title) }[1] == "widget: one")
    #expect(log.steps.map(\.remaining) == [nil, nil, nil, nil, 1])
  }

  @Test func remarksSayWhatTheySay() {
    let facts = log.notices.map(\.fact)
    #expect(facts.contains(.countsAsCrashed) && facts.contains(.hasNoResultYet))
    let isMergeBase = facts.contains {
      if case .mergeBase(let commit, let title, isTested: true) = $0 {
        return log.string(commit) == Samples.hash("b5") && log.string(title) == "Linux 6.6"
      }
      return false
    }
    #expect(isMergeBase)
    #expect(log.string(log.steps[1].title) == "Linux 6.6")
  }

  @Test func whatNewerLogsAddIsRead() {
    #expect(log.string(log.host) == "ci2")
    #expect(log.string(log.startedAt) == "2024-11-02 03:04:05.5 +0000 UTC m=+10.5")
    #expect(log.string(log.steps[0].compiler)?.hasPrefix("Debian clang") == true)
    #expect(log.string(log.steps[0].signature)?.count == 64)
    let crash = log.steps[0].representative
    #expect(crash.map { log.string($0.title) } == "KASAN: use-after-free Read in frob")
    #expect(crash?.types.map(log.string) == ["KASAN-READ", "KASAN"])
    #expect(log.steps.map(\.falseNegative) == [nil, nil, 0, 0.001, 0])
    #expect(log.steps.map(\.runCount) == [20, 10, 10, 10, 10])
  }

  @Test func theEndIsRead() {
    #expect(log.outcome.kind == .culprit)
    #expect(log.outcome.commits.map(log.string) == [Samples.culprit])
    #expect(log.statistics.errorProbability == 0.02)
    #expect(log.statistics.reproChance == 0.35)
    #expect(log.statistics.flaky)
    #expect(abs((log.statistics.testSeconds ?? 0) - 0.00095) < 1e-12)
    #expect(log.culprit?.parentSignature != nil)
    #expect(log.recipients?.cc.map(log.string) == ["b@example.org", "c@example.org"])
    #expect(log.crash == nil)
  }
}
