import Reviews
import Testing

@Suite struct ReviewBookTests {
  @Test func aLaterDecisionReplacesAnEarlierOne() throws {
    var desk = try Desk("ann@example.org")
    try desk.decide(.plausible, 1)
    try desk.decide(.wrong(.foreignCrash), 1, note: "kvm took over")
    let review = try #require(desk.book.review(of: digest(1)))
    #expect(review.verdict == .wrong && review.reason == .foreignCrash)
    #expect(review.note == "kvm took over" && review.reviewer == "ann@example.org")
    #expect(review.at == "2023-11-14T22:13:22.000000Z")
    #expect(desk.book.history(of: digest(1)).count == 2)
  }

  @Test func undoAndRedoWalkTheStrokes() throws {
    var desk = try Desk("ann")
    try desk.decide(.correct, 1)
    try desk.decide(.wrong(nil), 1, 2, 3)
    #expect(desk.verdicts() == "wrong wrong wrong")
    #expect(Set(desk.book.nextUndo(by: desk.reviewer)) == Set([1, 2, 3].map(digest)))
    desk.undo()
    #expect(desk.verdicts() == "correct - -")
    desk.undo()
    #expect(desk.verdicts() == "- - -")
    desk.undo()
    #expect(desk.events.count == 6, "there was nothing left to undo")
    desk.redo()
    desk.redo()
    #expect(desk.verdicts() == "wrong wrong wrong")
    #expect(desk.book.nextRedo(by: desk.reviewer).isEmpty)
  }

  @Test func aNewDecisionEndsRedoing() throws {
    var desk = try Desk("ann")
    try desk.decide(.correct, 1)
    desk.undo()
    try desk.decide(.retest, 2)
    desk.redo()
    #expect(desk.verdicts() == "- retest -")
    desk.undo()
    #expect(desk.verdicts() == "- - -")
    desk.redo()
    #expect(desk.verdicts() == "- retest -")
  }

  @Test func undoingSurvivesARestart() throws {
    var desk = try Desk("ann")
    try desk.decide(.correct, 1)
    try desk.decide(.wrong(.other), 2)
    desk.undo()
    desk.book = ReviewBook(desk.events)
    #expect(desk.verdicts() == "correct - -")
    desk.redo()
    #expect(desk.verdicts() == "correct wrong -")
  }

  @Test func nobodyUndoesAnothersStroke() throws {
    var ann = try Desk("ann")
    try ann.decide(.correct, 1)
    let stroke = ann.events[0].stroke
    let intruder = ReviewEvent(
      time: second(9), reviewer: try reviewer("bob"), stroke: stroke, action: .undone)
    ann.take([intruder])
    #expect(ann.verdicts() == "correct - -")
    #expect(ann.book.undoing(by: try reviewer("bob"), at: second(10)) == nil)
  }

  @Test func differentVerdictsStandSideBySide() throws {
    var ann = try Desk("ann")
    var bob = try Desk("bob")
    try ann.decide(.correct, 1, 2)
    bob.now = 5
    try bob.decide(.wrong(.missedCrash), 1)
    try bob.decide(.correct, 2)
    try bob.decide(nil, 3, note: "seen this before")
    ann.take(bob.events)
    let standing = try #require(ann.book.standing(of: digest(1)))
    #expect(standing.isConflicting)
    #expect(standing.reviews.map(\.reviewer) == ["bob", "ann"])
    #expect(ann.book.standing(of: digest(2))?.isConflicting == false)
    #expect(ann.book.review(of: digest(1), by: ann.reviewer)?.verdict == .correct)
    #expect(ann.book.progress.reviewed == 2 && ann.book.progress.conflicts == 1)
    #expect(ann.book.progress.onlyNotes == 1)
    #expect(ann.book.progress.byVerdict == [.wrong: 1, .correct: 1])
    #expect(ann.book.progress(of: [digest(2), digest(3), digest(9)]).reviewed == 1)
  }

  @Test func withdrawingLeavesNothing() throws {
    var desk = try Desk("ann")
    try desk.decide(.correct, 1)
    try desk.decide(nil, 1)
    #expect(desk.book.standing(of: digest(1)) == nil && desk.book.progress == Progress())
    desk.undo()
    #expect(desk.verdicts() == "correct - -")
  }

  @Test func aClockSetBackChangesNoOrder() throws {
    var desk = try Desk("ann")
    desk.now = 1000
    try desk.decide(.correct, 1)
    desk.now = 0
    try desk.decide(.wrong(nil), 1)
    desk.undo()
    try desk.decide(.retest, 1)
    #expect(desk.verdicts() == "retest - -")
    #expect(ReviewBook(desk.events.shuffled()).review(of: digest(1))?.verdict == .retest)
    #expect(desk.events.map(\.time) == desk.events.map(\.time).sorted())
  }

  @Test func theSameLogTwiceInAStrokeCountsOnce() throws {
    var desk = try Desk("ann")
    try desk.decide(.correct, 1, 1, 2)
    #expect(desk.events.count == 2)
  }
}
