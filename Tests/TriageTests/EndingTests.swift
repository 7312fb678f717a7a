import BisectionLog
import Testing

@testable import Triage

@Suite struct EndingTests {
  private static let start = SampleLogs.start
  private static let head = [
    "bisecting cause commit starting from \(start)",
    "building syzkaller on \(String(repeating: "e", count: 40))",
    "testing commit \(start) with gcc (GCC) 8.1.0",
  ]
  private static let crashed = "all runs: crashed: WARNING in widget_open"
  private static let tested =
    "revisions tested: 2, total time: 8h0m0s (build: 4h0m0s, test: 4h0m0s)"

  private func assessment(_ lines: [String]) -> Assessment {
    let all = Self.head + lines
    return Assessment(of: BisectionLog(parsing: Array((all.joined(separator: "\n") + "\n").utf8)))
  }

  @Test func aTimeoutTellsWhatRemains() throws {
    let good = SampleLogs.release
    let card = try #require(
      assessment([
        Self.crashed, "testing release v5.6", "testing commit \(good) with gcc (GCC) 8.1.0",
        "all runs: OK", "# git bisect start \(Self.start) \(good)",
        "Bisecting: 300 revisions left to test after this (roughly 8 steps)",
        "[\(SampleLogs.middle)] widget: something", Self.tested,
        "error: bisection is taking too long (>8h0m0s), aborting",
      ]).ending)
    #expect(card.kind == .timeout)
    #expect(card.remaining.first?.text.contains("between bbbbbbbbbbbb and aaaaaaaaaaaa") == true)
    #expect(!card.next.isEmpty)
  }

  @Test func theOldestReleaseMayCrashForAnotherReason() throws {
    let assessment = assessment([
      Self.crashed, "testing release v5.6",
      "testing commit \(SampleLogs.release) with gcc (GCC) 8.1.0",
      "all runs: crashed: KASAN: use-after-free Read in gadget_poll", Self.tested,
      "the crash already happened on the oldest tested release", "commit msg: Linux 5.6",
      "crash: KASAN: use-after-free Read in gadget_poll",
    ])
    let card = try #require(assessment.ending)
    #expect(card.kind == .oldestRelease)
    #expect(card.headline == "The crash already happens on v5.6.")
    #expect(card.remaining.first?.text.contains("may well be younger than v5.6") == true)
    #expect(card.next.first?.text == "Test v5.6 again and count the original title only.")
    #expect(assessment.probability == nil)
    #expect(assessment.suspect?.step == 1)
  }

  @Test(arguments: [
    "the crash already happened on the oldest tested release",
    "error: bisection is taking too long (>8h0m0s), aborting",
  ])
  func releasesThatDoNotBootTellNothing(ending: String) throws {
    let card = try #require(
      assessment([
        Self.crashed, "testing release v5.6",
        "testing commit \(SampleLogs.release) with gcc (GCC) 8.1.0", Self.crashed,
        "testing release v5.5", "testing commit \(SampleLogs.middle) with gcc (GCC) 8.1.0",
        "all runs: boot failed: can't ssh into the instance", Self.tested, ending,
      ]).ending)
    #expect(
      card.known.contains {
        $0.text == "v5.5 is inconclusive: it did not boot or gave no clear result."
          && $0.lines == [9]
      })
    #expect(
      card.remaining.map(\.text) == [
        "The culprit is older than v5.6, the oldest release that crashed; nothing older could be tested."
      ])
    #expect(card.next.contains { $0.text.contains("git log v5.6 -- FILE") })
    #expect(card.next.contains { $0.text.contains("compiler of their time") })
  }

  @Test func aBreakTellsTheRevisionThatBrokeIt() throws {
    let good = SampleLogs.release
    let card = try #require(
      assessment([
        Self.crashed, "testing release v5.6", "testing commit \(good) with gcc (GCC) 8.1.0",
        "all runs: OK", "# git bisect start \(Self.start) \(good)",
        "Bisecting: 300 revisions left to test after this (roughly 8 steps)",
        "[\(SampleLogs.middle)] widget: something",
        "testing commit \(SampleLogs.middle) with gcc (GCC) 8.1.0", Self.tested,
        "error: widget.c:7:1: error: unknown type name 'widget'",
      ]).ending)
    #expect(card.kind == .error)
    #expect(card.known.contains { $0.text.hasPrefix("cccccccccccc, the last revision tested") })
  }

  @Test func whatWasNotReproducedPointsAtItsOnlyStep() throws {
    let assessment = assessment([
      "all runs: OK", Self.tested, "error: the crash wasn't reproduced on the original commit",
    ])
    let card = try #require(assessment.ending)
    #expect(card.kind == .notReproduced)
    #expect(card.known.contains { $0.text.contains("0 of 10 runs") && $0.lines == [3] })
    #expect(assessment.suspect?.step == 0)
  }

  @Test func aMachineThatDoesNotBootIsToldApart() throws {
    let card = try #require(
      assessment([
        "all runs: boot failed: can't ssh into the instance", Self.tested,
        "error: the crash wasn't reproduced on the original commit",
      ]).ending)
    #expect(card.next.contains { $0.text.contains("Repair the environment") })
  }

  @Test func aCutLogSaysSo() throws {
    let card = try #require(assessment([Self.crashed, "testing release v5.6"]).ending)
    #expect(card.kind == .incomplete)
  }

  @Test func aCulpritNeedsNoCard() {
    #expect(Assessment(of: SampleLogs.cause()).ending == nil)
    #expect(Assessment(of: BisectionLog(parsing: Array("hello\n".utf8))).ending == nil)
  }
}
