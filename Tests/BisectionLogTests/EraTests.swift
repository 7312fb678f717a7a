import BisectionLog
import Testing

/// How the same runs meant different things over the years.
@Suite struct EraTests {
  private func runs(_ outcomes: [(String, Int)]) -> String {
    outcomes.flatMap { Array(repeating: $0.0, count: $0.1) }.enumerated()
      .map { "run #\($0.offset): \($0.element)" }.joined(separator: "\n")
  }

  private func log(_ head: String, _ test: String) -> BisectionLog {
    BisectionLog(parsing: Array((head + "\n" + test + "\n").utf8))
  }

  private let old = """
    bisecting cause commit starting from \(Samples.start)
    testing commit \(Samples.start) with gcc (GCC) 8.1.0
    """
  private func since(_ day: String) -> String {
    """
    vm starts bisection \(day) 00:00:00 +0000 UTC
    bisecting cause commit starting from \(Samples.start)
    testing commit \(Samples.start) gcc
    """
  }

  @Test func oneCrashIsEnoughUntil2024() {
    let test = runs([("crashed: x", 1), ("OK", 9)]) + "\nrepresentative crash: x, types: [UNKNOWN]"
    #expect(log(old, runs([("crashed: x", 1), ("OK", 9)])).steps[0].result == .crashed)
    #expect(log(since("2024-07-14"), test).steps[0].result == .crashed)
    #expect(log(since("2024-07-16"), test).steps[0].result == .inconclusive)
    let two = runs([("crashed: x", 2), ("OK", 8)]) + "\nrepresentative crash: x, types: [UNKNOWN]"
    #expect(log(since("2024-07-16"), two).steps[0].result == .crashed)
  }

  @Test func tooFewTellingRunsAreInconclusive() {
    #expect(log(old, runs([("boot failed: x", 6), ("OK", 4)])).steps[0].result == .passed)
    #expect(log(old, runs([("boot failed: x", 7), ("OK", 3)])).steps[0].result == .inconclusive)
    // Five runs of ten: five did not answer, and that counts until November 2020.
    #expect(log(old, runs([("boot failed: x", 2), ("OK", 3)])).steps[0].result == .inconclusive)
  }

  @Test func aPassNeedsHalfOfTheRunsSince2023() {
    let enough = runs([("boot failed: x", 5), ("OK", 5)]) + "\nfalse negative chance: 0.000"
    #expect(log(since("2024-01-01"), enough).steps[0].result == .passed)
    let few =
      runs([("boot failed: x", 6), ("OK", 4)])
      + "\nunable to determine the verdict: 4 good runs (wanted 5), for bad wanted 5 in total, got 4"
    let step = log(since("2024-01-01"), few).steps[0]
    #expect(step.result == .inconclusive)
    #expect(
      step.notices.map(\.fact) == [
        .undetermined(
          RunShortage(passed: 4, wantedPassed: 5, wantedTelling: 5, telling: 4))
      ])
  }

  @Test func skippingIsSaidByMistake() {
    let test =
      runs([("boot failed: x", 4), ("OK", 6)])
      + "\ntoo many neither good nor bad results, skipping this commit"
    let step = log(since("2023-06-20"), test).steps[0]
    #expect(step.result == .passed)
    #expect(step.notices.map(\.kind) == [.misleadingSkip])
  }

  @Test func crashesAreListedTwiceInJuly2023() {
    let test =
      runs([("crashed: x", 4), ("crashed: SYZFATAL: y", 1), ("ignore: SYZFATAL: y", 1), ("OK", 17)])
      + "\nrepresentative crash: x, types: [UNKNOWN]"
    let step = log(since("2023-07-20"), test).steps[0]
    #expect([step.crashed, step.passed, step.other, step.runCount] == [2, 17, 1, 20])
    #expect(step.runs.count == 23)
    let later = log(
      since("2023-10-20"),
      "picked [v6.5] out of 3 release tags\ntesting commit \(Samples.first) gcc\n" + test)
    #expect(later.steps[1].crashed == 5)
  }

  @Test func allRunsHidesHowMany() {
    let searching =
      "searching for guilty commit starting from \(Samples.start)\ntesting commit \(Samples.start) with gcc (GCC) 8.1.0"
    #expect(log(searching, "all runs: OK").steps[0].runCount == 8)
    #expect(log(old, "all runs: OK").steps[0].runCount == 10)
    let late =
      "bisecting cause commit starting from \(Samples.start)\ntesting commit \(Samples.start) with gcc (GCC) 10.2.1 20210217"
    let both = log(
      late,
      "all runs: OK\ntesting release v5.11\ntesting commit \(Samples.first) with gcc (GCC) 10.2.1 20210217\nall runs: OK"
    )
    #expect(both.steps.map(\.runCount) == [20, 10])
    let flaky = log(
      late,
      "all runs: crashed: x\nreproducer seems to be flaky\ntesting release v5.11\ntesting commit \(Samples.first) with gcc (GCC) 10.2.1 20210217\nall runs: OK"
    )
    #expect(flaky.steps.map(\.runCount) == [20, 20])
    #expect(flaky.statistics.flaky)
  }

  @Test func theFirstHoursSaidTry() {
    let log = log(
      "searching for guilty commit starting from HEAD\ntesting commit \(Samples.start) with gcc",
      "try #0: OK\ntry #1: kernel crashed: x\ntry #2: basic kernel testing failed: y")
    #expect(log.string(log.startCommit) == "HEAD")
    #expect(log.steps[0].runs.map(\.outcome) == [.ok, .crashed, .basicTestFailed])
  }

  @Test func failuresOfATestHaveThreeShapes() {
    for line in [
      "failed: no VM pool", "failed testing reproducer on \(Samples.start): no VM pool",
      "repro testing failure: no VM pool",
    ] {
      let log = log(old, line + "\nwith another line")
      let notice = log.steps[0].notices.first
      #expect(notice?.kind == .testFailed)
      guard case .failed(let reason) = notice?.fact else { Issue.record("\(line)"); continue }
      #expect(log.string(reason) == "no VM pool")
      #expect(log.lineKinds.last == .continuation)
      #expect(log.steps[0].result == .inconclusive)
    }
  }

  @Test func buildFailuresSince2023AreFramed() {
    let log = log(
      since("2023-05-06"), "broken\nfailed building \(Samples.start): broken\nmake: error")
    #expect(log.steps[0].buildErrorLine == 4)
    #expect(log.string(log.steps[0].buildError)?.hasSuffix("make: error") == true)
    #expect(log.unrecognisedLines == [])
  }

  @Test func theStartCommitMayBeRewritten() {
    let text = """
      fetch other tags and check if the commit is present
      fetch failed with failed to run ["git"]: exit status 1
      fatal: no path
      rewritten commit \(Samples.first) reidentified by title 'widget: one'

      ensuring issue is reproducible on original commit \(Samples.first)

      testing commit \(Samples.first) gcc
      all runs: OK
      """
    let log = log(
      "vm starts bisection 2023-09-01 00:00:00 +0000 UTC\nbisecting cause commit starting from \(Samples.start)",
      text)
    #expect(log.unrecognisedLines == [])
    #expect(
      log.notices.map(\.kind) == [.fetchTags, .fetchFailed, .rewrittenCommit, .ensureReproducible])
    #expect(log.steps.map(\.stage) == [.original])
    #expect(log.string(log.steps[0].title) == "widget: one")
  }
}
