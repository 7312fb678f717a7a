import Screen
import Testing

@testable import Workbench

@Suite struct SessionTests {
  @Test func everythingComesBackOverTheSameLogs() throws {
    var first = try Bench()
    first.press("F")
    first.type("outcome:culprit")
    first.press("Enter S p G 5 j j + A-Right 2 z")
    let session = try #require(first.model.session)
    #expect(session.filter == "outcome:culprit")
    #expect(session.sort == .path)
    let second = try Bench(resuming: session)
    #expect(second.model.session == session)
    #expect(second.screen == first.screen)
  }

  @Test func groupsComeBackFoldedAsTheyWere() throws {
    var first = try Bench()
    first.press("= o j Enter j")
    let session = try #require(first.model.session)
    #expect(session.grouping == .outcome)
    #expect(!session.folded.isEmpty)
    let second = try Bench(resuming: session)
    #expect(second.model.list.rows == first.model.list.rows)
    #expect(second.model.list.selected == first.model.list.selected)
  }

  @Test func aLogIsFoundAgainWhereItsFolderIsNamedInAnotherWay() throws {
    var session = Session()
    session.log = "/home/ann/samples/timeout.txt"
    let bench = try Bench(resuming: session)
    #expect(bench.model.list.selectedEntry?.path == "samples/timeout.txt")
  }

  @Test func aLogThatIsGoneLeavesTheBeginning() throws {
    var session = Session()
    session.log = "samples/gone.txt"
    session.focus = .stack
    let bench = try Bench(resuming: session)
    #expect(bench.model.session != nil)
    #expect(bench.model.desk.focus == .stack)
    #expect(bench.model.list.selectedRow == 0)
  }

  @Test func aKeyBeforeTheLogIsFoundKeepsWhatThePersonChose() throws {
    var session = Session()
    session.log = "samples/timeout.txt"
    var model = try Bench().model
    model = Model(size: model.size, subject: "", reviewer: model.decisions.reviewer)
    model.resume(session)
    #expect(model.session == nil)
    _ = model.update(.input(.key(.character("j"))))
    #expect(model.session != nil)
    _ = model.update(
      .found([LogEntry(id: 0, path: "a"), LogEntry(id: 1, path: "samples/timeout.txt")]))
    #expect(model.list.selected == 0)
  }

  @Test func aSessionOfTheListOverASingleLogBeginsAtTheTimeline() throws {
    let bench = try Bench(["timeout"], resuming: Session())
    #expect(bench.model.desk.focus == .timeline)
  }

  @Test func theFirstKeysFitANarrowScreenAndAreTheKeysAsSet() throws {
    let text = Status.firstKeys(.standard).text
    #expect(text.count <= 78)
    #expect(text.contains("? all keys") && text.contains("Tab next pane"))
    var keymap = Keymap.standard
    keymap.bind([.character("T")], to: .guiltyFrame)
    #expect(Status.firstKeys(keymap).text.contains("T guilty frame"))
  }
}
