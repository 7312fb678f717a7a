import Reviews
import Testing

@Suite struct ValuesTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000000Z"), (951_782_400_000_001, "2000-02-29T00:00:00.000001Z"),
    (1_582_934_399_999_999, "2020-02-28T23:59:59.999999Z"),
    (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
    (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
  ])
  func writesAndReadsMoments(microseconds: Int64, text: String) {
    #expect(EventTime(microseconds: microseconds).description == text)
    #expect(EventTime(text)?.microseconds == microseconds)
  }

  @Test func everyDayOfFourCenturiesReadsBack() {
    for day in stride(from: Int64(0), to: 146_097, by: 1) {
      let time = EventTime(microseconds: day * 86_400_000_000)
      guard EventTime(time.description) == time else {
        Issue.record("\(time)")
        return
      }
    }
  }

  @Test(arguments: [
    ("2026-11-21", "2026-11-21T00:00:00.000000Z"),
    ("2026-11-21T04:05:06+02:00", "2026-11-21T02:05:06.000000Z"),
    ("2026-11-21t04:05:06.5z", "2026-11-21T04:05:06.500000Z"),
    ("2026-11-21 04:05:06.123456789-00:30", "2026-11-21T04:35:06.123456Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000000Z"),
  ])
  func readsOtherSpellings(text: String, canonical: String) {
    #expect(EventTime(text)?.description == canonical)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01", "2026-02-29", "2026-00-10", "2026-04-31", "1969-12-31", "2026-11-21T",
    "2026-11-21T04:05", "2026-11-21T04:05:06", "2026-11-21T24:00:00Z", "2026-11-21T04:05:06.Z",
    "2026-11-21T04:05:06Z ", "1970-01-01T00:00:00+01:00", "20260-1-21", "２026-11-21",
  ])
  func refusesWhatIsNoMoment(text: String) {
    #expect(EventTime(text) == nil)
  }

  @Test func aReviewerHasAPrintableName() {
    #expect(Reviewer("  Ann Ä <a@b.c> ")?.name == "Ann Ä <a@b.c>")
    for name in ["", "   ", "a\nb", "\u{1B}[2J", "\u{9B}", String(repeating: "ä", count: 101)] {
      #expect(Reviewer(name) == nil)
    }
    #expect(Reviewer("e\u{301}") != Reviewer("é"), "names are bytes, as git has them")
  }

  @Test func partsThatDoNotGoTogetherMakeNoDecision() throws {
    #expect(throws: DecisionFault.reasonWithoutWrong) {
      try Judgement(verdict: .correct, reason: .other)
    }
    #expect(throws: DecisionFault.originalWithoutDuplicate) {
      try Judgement(verdict: .wrong, duplicateOf: "x")
    }
    #expect(throws: DecisionFault.originalEmpty) { try Decision(.duplicate(of: "")) }
    #expect(throws: DecisionFault.noteTooLong) {
      try Decision(nil, note: String(repeating: "x", count: Decision.noteLimit + 1))
    }
    for verdict in Verdict.allCases {
      #expect(try Judgement(verdict: verdict).verdict == verdict)
    }
  }

  @Test func aLogKeepsOnlyWhatMakesSense() {
    let log = DecidedLog(
      digest: digest(1), name: "ä" + String(repeating: "x", count: 1023), culprit: "", line: 0,
      probability: .nan, evidence: ["", "merge", String(repeating: "y", count: 200)])
    #expect(log.name == String(repeating: "x", count: 1023))
    #expect(log.culprit == nil && log.line == nil && log.probability == nil)
    #expect(log.evidence == ["merge"])
  }
}
