import BisectionLog
import Testing

@testable import Triage

@Suite struct SuspectTests {
  private let foreign = "all runs: crashed: WARNING in gadget_poll"

  @Test func anotherBugsCrashIsTheFirstSuspect() throws {
    let log = SampleLogs.cause(middle: [foreign], last: [foreign], crash: "WARNING in gadget_poll")
    let suspect = try #require(Assessment(of: log).suspect)
    #expect(suspect.step == 2)
    #expect(suspect.reason.contains("WARNING in gadget_poll"))
    #expect(
      suspect.consequence
        == "If it is wrong, the culprit is among about 2,270 commits between cccccccccccc and aaaaaaaaaaaa."
    )
  }

  @Test func anotherBugsCrashIsHarmlessWhereAnOlderStepShowsTheOriginalOne() {
    #expect(Assessment(of: SampleLogs.cause(middle: [foreign])).suspect == nil)
  }

  @Test func aRareCrashMakesAPassingStepSuspect() throws {
    let title = "crashed: KASAN: use-after-free Read in widget_release"
    let rare = ["run #0: \(title)"] + (1...9).map { "run #\($0): OK" }
    let log = SampleLogs.cause(original: rare, last: rare)
    let suspect = try #require(Assessment(of: log).suspect)
    #expect([1, 2].contains(suspect.step))
    #expect(suspect.kind == .missedCrash)
  }

  @Test func aWronglyGoodStepMovesTheOtherEnd() throws {
    let log = SampleLogs.cause()
    let course = LogCourse(of: log, kinship: Kinship(of: log))
    let passing = try #require(course.passing.last)
    #expect(
      WrongVerdict(of: passing, on: course).consequence
        == "If it is wrong, the culprit is among about 2,270 commits between v5.6 and cccccccccccc."
    )
    let release = try #require(course.passing.first)
    #expect(
      WrongVerdict(of: release, on: course).consequence
        == "If it is wrong, the culprit is older than v5.6 and was never in the range.")
  }

  @Test func suspectsAreRankedAndSayHowManyRunsSettle() throws {
    let suspects = Assessment(of: SampleLogs.cause(middle: [foreign])).suspects
    #expect((1...SuspectStep.most).contains(suspects.count))
    #expect(suspects.map(\.weight) == suspects.map(\.weight).sorted(by: >))
    #expect(suspects.reduce(0) { $0 + $1.weight } <= 1.0001)
    for suspect in suspects {
      #expect((suspect.kind == .missedCrash) == (suspect.settlingRuns != nil))
    }
    let runs = try #require(suspects.compactMap(\.settlingRuns).first)
    #expect(runs.forFivePercent >= 1 && runs.forOnePercent >= runs.forFivePercent)
  }

  @Test func aCleanLogHasNoSuspect() {
    #expect(Assessment(of: SampleLogs.cause()).suspect == nil)
  }
}
