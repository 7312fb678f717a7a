import BisectionLog
import Reviews
import Screen
import Testing
import Triage

@testable import Workbench

/// What the workbench does when files come, change and go while they are open.
@Suite struct FolderChangeTests {
  /// The log of one file with the content of another.
  private func log(of id: Int, with other: OpenedLog) -> OpenedLog {
    OpenedLog(
      id: id, digest: other.digest, log: other.log, assessment: other.assessment,
      guilt: other.guilt)
  }

  /// The workbench at the log of a sample, and what is in another sample.
  private func bench(at name: String, and other: String) throws -> (Bench, Int, OpenedLog) {
    var bench = try Bench([name, other])
    bench.open(other)
    let content = try #require(bench.model.opened)
    bench.open(name)
    return (bench, try #require(bench.model.list.selected), content)
  }

  @Test func aNewFileJoinsTheListAndTheCursorStays() throws {
    var bench = try Bench(["culprit-right", "timeout"])
    bench.press("J")
    let selected = bench.model.list.selected
    bench.send(.found([LogEntry(id: 2, path: "samples/new.txt")]))
    #expect(bench.screen.contains("3 logs, 2 read"))
    bench.send(.settled([(2, .failed("is no bisection log"))]))
    bench.send(.complete)
    #expect(bench.model.list.rows.count == 3)
    #expect(bench.model.list.selected == selected)
    #expect(bench.screen.contains("unreadable     new.txt"))
  }

  /// The search of a folder may come upon one of its files before the others.
  @Test func theListHasTheKeysThoughOneLogIsFoundAlone() throws {
    var model = Model(
      size: .init(rows: 40, columns: 120), subject: "samples/",
      reviewer: try #require(InMemoryReviewRecorder.reviewer))
    _ = model.update(.found([LogEntry(id: 0, path: "samples/first.txt")]))
    #expect(model.desk.focus == .timeline)
    _ = model.update(.found([LogEntry(id: 1, path: "samples/second.txt")]))
    #expect(model.desk.focus == .logs)
    _ = model.update(.input(.key(.init(.character("2")))))
    _ = model.update(.found([LogEntry(id: 2, path: "samples/third.txt")]))
    #expect(model.desk.focus == .timeline)
  }

  @Test func onlyTheShownLogIsReadWhole() throws {
    let (bench, id, _) = try bench(at: "culprit-right", and: "timeout")
    let other = 1 - id
    var model = bench.model
    #expect(model.update(.changed([other, id])) == [.reread([other]), .open(id: id)])
    #expect(model.update(.changed([other])) == [.reread([other])])
  }

  @Test func theShownLogIsReadAgainAndEveryPaneStaysWhereItIs() throws {
    var (bench, id, shown) = try bench(at: "culprit-wrong", and: "timeout")
    bench.press("Space")
    bench.open("culprit-wrong")
    bench.press("2 g j j 5 ] /")
    bench.type("a")
    bench.press("Enter F")
    bench.type("samples")
    bench.press("Enter")
    let step = bench.model.selectedStep
    let marked = bench.model.list.marked
    let before = try #require(bench.model.opened)
    let longer = OpenedLog(
      id: id, digest: shown.digest, log: before.log, assessment: before.assessment,
      guilt: before.guilt)
    let frame = bench.model.selectedFrame
    bench.send(.opened(longer, id: id))
    #expect(bench.model.status?.text == "Log changed, reread")
    #expect(bench.model.opened?.digest == shown.digest)
    #expect(bench.model.selectedStep == step)
    #expect(bench.model.selectedFrame == frame)
    #expect(bench.model.list.marked == marked)
    #expect(bench.model.list.selected == id)
    #expect(bench.model.filter.text == "samples" && bench.model.dialogue.search == "a")
  }

  @Test func aVerdictOnTheEarlierTextIsTold() throws {
    var (bench, id, other) = try bench(at: "culprit-right", and: "timeout")
    bench.press("c")
    bench.open("culprit-right")
    bench.send(.opened(log(of: id, with: other), id: id))
    #expect(
      bench.model.status?.text == "Log changed, reread; the verdict was on its earlier text")
    #expect(bench.model.opened?.log.outcome.kind == .timeout)
  }

  @Test func aFileThatWasOnlyTouchedIsNoNews() throws {
    var (bench, id, _) = try bench(at: "culprit-right", and: "timeout")
    let shown = bench.model.opened
    bench.press("2 g")
    let before = bench.model.desk.states
    bench.send(.opened(shown, id: id))
    #expect(bench.model.desk.states == before)
    #expect(bench.model.status == nil)
  }

  @Test func aFileThatIsGoneStaysOnTheScreenAndSaysSo() throws {
    var (bench, id, _) = try bench(at: "culprit-right", and: "timeout")
    bench.send(.gone([id]))
    #expect(bench.model.opened?.id == id)
    #expect(bench.row(with: "gone 8337f08d02bc") != nil)
    #expect(bench.model.status?.text.contains("gone") == true)
    // It can still be decided on, for what it was is known.
    bench.press("c")
    #expect(bench.model.reviewedCount == 1)
    bench.send(.changed([id]))
    #expect(bench.row(with: "gone 8337f08d02bc") == nil)
  }

  @Test func aFileThatWentBeforeItWasShownSaysSo() throws {
    var (bench, id, _) = try bench(at: "timeout", and: "culprit-right")
    let other = 1 - id
    bench.send(.gone([other]))
    bench.holdsAnswers = true
    bench.open("culprit-right")
    bench.send(.opened(nil, id: other))
    #expect(bench.screen.contains("the file is gone"))
    // What is not there does not hide what was known of it.
    #expect(bench.model.list.entries[other].summary != nil)
  }

  @Test func aLogThatCannotBeReadAnyMoreStaysOnTheScreen() throws {
    var (bench, id, _) = try bench(at: "culprit-right", and: "timeout")
    bench.send(.settled([(id, .failed("the file is empty"))]))
    bench.send(.opened(nil, id: id))
    #expect(bench.model.opened?.id == id)
    #expect(bench.model.status?.text.hasPrefix("The log changed and cannot be read") == true)
  }

  @Test func reloadingTellsWhatItFound() throws {
    var (bench, id, _) = try bench(at: "culprit-right", and: "timeout")
    bench.press("R")
    #expect(bench.effects == [.reload])
    bench.send(.reloaded(FolderFindings(newCount: 2, changed: [], gone: [1 - id])))
    #expect(bench.model.status?.text == "Searched again: 2 new, 1 gone")
    bench.send(.reloaded(FolderFindings(newCount: 0, changed: [], gone: [1 - id])))
    #expect(bench.model.status?.text == "Searched again: nothing has changed")
  }

  @Test func whatTheSystemCouldNotTellIsLookedFor() throws {
    var bench = try Bench()
    bench.send(.changesMissed)
    #expect(bench.effects == [.reload])
    #expect(bench.model.status?.text.contains("searched again") == true)
  }
}
