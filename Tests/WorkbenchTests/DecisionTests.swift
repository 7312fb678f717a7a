import Reviews
import Screen
import Testing

@testable import Workbench

@Suite struct DecisionTests {
  private func verdict(_ bench: Bench, _ id: Int) -> Verdict? {
    bench.model.list.entries[id].digest.flatMap {
      bench.model.decisions.book.review(of: $0)?.verdict
    }
  }

  @Test(arguments: [
    ("c", Verdict.correct), ("p", .plausible), ("i", .inconclusive), ("r", .retest),
  ])
  func oneKeyDecidesAndTheCursorGoesOn(key: String, expected: Verdict) throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    bench.press(key)
    #expect(verdict(bench, first) == expected)
    #expect(bench.model.list.selected != first)
    #expect(bench.model.reviewedCount == 1)
    #expect(bench.screen.contains("1 reviewed"))
    #expect(bench.model.status?.text == "Kept: \(expected.rawValue); u undoes it")
  }

  @Test func wrongAsksForItsReason() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    bench.press("w")
    #expect(bench.screen.contains("f  foreign crash: another bug's crash was taken for this one"))
    #expect(verdict(bench, first) == nil)
    bench.press("f")
    let digest = try #require(bench.model.list.entries[first].digest)
    #expect(bench.model.decisions.book.review(of: digest)?.reason == .foreignCrash)
  }

  @Test func whatIsWrongIsTheResultWhereThereIsNoCulprit() throws {
    var bench = try Bench(["culprit-right"])
    bench.press("w")
    #expect(bench.screen.contains("The culprit of this log is wrong because of"))
    bench = try Bench(["oldest-release"])
    bench.press("w")
    #expect(bench.screen.contains("The result of this log is wrong because of"))
  }

  @Test func theCursorComesBackToWhatIsUndone() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    bench.press("c J J u")
    #expect(bench.model.list.selected == first)
    #expect(bench.model.opened?.id == first)
    #expect(bench.model.reviewedCount == 0)
  }

  @Test func escapeDecidesNothing() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    bench.press("w Escape d Escape a")
    bench.type("never mind")
    bench.press("Escape")
    #expect(verdict(bench, first) == nil)
    #expect(bench.model.reviewedCount == 0)
    #expect(bench.model.list.selected == first)
  }

  @Test func duplicateNamesItsOriginal() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    let digest = try #require(bench.model.list.entries[first].digest)
    bench.press("d Enter")
    #expect(verdict(bench, first) == nil)
    bench.press("d")
    bench.type("bug 1234")
    bench.press("Enter")
    #expect(bench.model.decisions.book.review(of: digest)?.duplicateOf == "bug 1234")
  }

  @Test func aNoteKeepsTheVerdictAndAVerdictTheNote() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    let digest = try #require(bench.model.list.entries[first].digest)
    bench.press("a")
    bench.type("q: see the mail")
    bench.press("Enter")
    #expect(bench.model.decisions.book.review(of: digest)?.note == "q: see the mail")
    #expect(bench.model.list.selected == first)
    bench.press("c K")
    let review = bench.model.decisions.book.review(of: digest)
    #expect(review?.verdict == .correct)
    #expect(review?.note == "q: see the mail")
  }

  @Test func aNoteOnAReviewedLogDoesNotMoveTheCursor() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    bench.press("c K a")
    bench.type("seen twice")
    bench.press("Enter")
    #expect(bench.model.list.selected == first)
    #expect(verdict(bench, first) == .correct)
  }

  @Test func undoAndRedoGoThroughDecisions() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    bench.press("c")
    let second = try #require(bench.model.list.selected)
    bench.press("i u")
    #expect(verdict(bench, first) == .correct)
    #expect(verdict(bench, second) == nil)
    bench.press("u")
    #expect(verdict(bench, first) == nil)
    #expect(bench.model.reviewedCount == 0)
    bench.press("U C-r")
    #expect(verdict(bench, first) == .correct)
    #expect(verdict(bench, second) == .inconclusive)
    bench.press("U")
    #expect(bench.model.status?.text == "There is nothing to redo")
  }

  @Test func aDecisionCoversAllMarkedLogsAndIsUndoneAtOnce() throws {
    var bench = try Bench()
    bench.press("Space Space Space")
    #expect(bench.screen.contains("3 marked"))
    let marked = bench.model.list.marked
    bench.press("r")
    for id in marked { #expect(verdict(bench, id) == .retest) }
    #expect(bench.model.list.marked.isEmpty)
    #expect(bench.model.reviewedCount == 3)
    bench.press("u")
    #expect(bench.model.reviewedCount == 0)
  }

  @Test func aDecisionOnAGroupCoversItsLogs() throws {
    var bench = try Bench()
    bench.press("= b G")
    let group = try #require(bench.model.list.selectedGroup)
    #expect(group.members.count > 1)
    bench.press("w")
    #expect(bench.screen.contains("the \(group.members.count) logs of this group"))
    bench.press("o")
    for id in group.members { #expect(verdict(bench, id) == .wrong) }
  }

  @Test func parenthesesGoToLogsWithoutAVerdict() throws {
    var bench = try Bench()
    bench.press("c c g )")
    let row = try #require(bench.model.list.selectedRow)
    #expect(row == 2)
    bench.press("(")
    #expect(bench.model.list.selectedRow == bench.model.list.rows.count - 1)
  }

  @Test func whatOthersDecideShowsWithoutMovingTheCursor() throws {
    var bench = try Bench()
    let first = try #require(bench.model.list.selected)
    let digest = try #require(bench.model.list.entries[first].digest)
    bench.press("c K")
    let bob = try #require(Reviewer("bob"))
    let time = try #require(EventTime("2026-02-01T00:00:00Z"))
    let events = ReviewBook().deciding(
      try Decision(.wrong(.foreignCrash)), on: [DecidedLog(digest: digest)], by: bob, at: time)
    bench.send(.recorded(events, own: false))
    #expect(bench.model.list.selected == first)
    #expect(bench.screen.contains("Reviewers disagree on this log"))
    #expect(bench.screen.contains("wrong (foreign-crash), by bob"))
    #expect(bench.screen.contains("correct, by ann"))
  }

  /// Without a store decisions last as long as the program.
  @Test func aDecisionWithoutAStoreIsSaidNotToBeKept() throws {
    var bench = try Bench(storeProblem: "started with --no-store")
    bench.press("c")
    #expect(bench.model.status?.text == "Not kept: correct; u undoes it")
    #expect(bench.row(with: "NOT KEPT: started with --no-store") != nil)
  }

  @Test func aDecisionThatIsNotKeptIsNotShown() throws {
    var bench = try Bench()
    bench.send(.notRecorded("the disk is full"))
    #expect(bench.screen.contains("the disk is full"))
    #expect(bench.model.reviewedCount == 0)
  }

  @Test func aFilterOnVerdictsFollowsDecisions() throws {
    var bench = try Bench()
    let count = bench.model.list.rows.count
    bench.press("F")
    bench.type("verdict:none")
    bench.press("Enter")
    #expect(bench.model.list.rows.count == count)
    bench.press("c c")
    #expect(bench.model.list.rows.count == count - 2)
    bench.press("u")
    #expect(bench.model.list.rows.count == count - 1)
  }
}
