import Foundation
import Query
import TestSupport
import Testing
import Workbench

@testable import bisectty

@Suite struct StateFolderTests {
  private let temporary: TemporaryFolder
  private let folder: StateFolder
  private let name: SessionName

  init() throws {
    temporary = try TemporaryFolder()
    folder = StateFolder(path: temporary.path + "/state/bisectty")
    name = try #require(SessionName(paths: ["/logs"]))
  }

  /// A session in which nothing is as in one that has just begun.
  private var full: Session {
    var session = Session()
    session.log = "logs/a \"b\"\n.txt"
    session.focus = .stack
    session.isZoomed = true
    session.showsRawText = true
    session.isUnfolded = true
    session.wrapped = [.stack, .rawText]
    var state = PaneState()
    (state.cursor, state.top, state.left) = (7, 3, 16)
    session.states = [.stack: state, .timeline: PaneState()]
    session.filter = "outcome:culprit p<0.5"
    session.sort = .path
    session.grouping = .culprit
    session.folded = [nil, "abc"]
    session.arrangement.shifts = [.below(.logs): -4, .rightOf(.timeline): 9]
    session.arrangement.hidden = [.results]
    return session
  }

  @Test func aSessionComesBackAsItWasKept() throws {
    #expect(folder.session(name) == nil)
    try folder.keep(full, as: name)
    #expect(folder.session(name) == full)
    try folder.keep(Session(), as: name)
    #expect(folder.session(name) == Session())
  }

  @Test func eachSetOfLogsHasItsOwnSession() throws {
    let other = try #require(SessionName(paths: ["/logs", "/more"]))
    try folder.keep(full, as: name)
    #expect(folder.session(other) == nil)
    #expect(SessionName(paths: ["/more", "/logs", "/more"]) == other)
    #expect(SessionName(paths: []) == nil)
    #expect(SessionName(paths: ["/a\0/b"]) != SessionName(paths: ["/a/b"]))
  }

  @Test func filesAreForTheirOwnerAndNoDraftIsLeft() throws {
    try folder.keep(full, as: name)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ["sessions", "sessions/\(name.file)"])
    let path = folder.path + "/sessions/" + name.file
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "{\"schema\":\"bisectty.session/2\"}", "\u{0}\u{1}",
    String(repeating: "[", count: 100_000),
  ])
  func whatIsNoSessionCountsAsNotThere(text: String) throws {
    try temporary.write("state/bisectty/sessions/" + name.file, text)
    #expect(folder.session(name) == nil)
  }

  @Test func whatMakesNoSenseInASessionIsLeftOut() throws {
    try temporary.write(
      "state/bisectty/sessions/" + name.file,
      """
      {"schema":"bisectty.session/1","log":7,"focus":"nowhere","zoomed":"yes","sort":null,
       "panes":{"stack":{"cursor":-5,"top":9223372036854775807,"left":1e9},"x":3},
       "borders":[{"below":"logs","shift":-9223372036854775808},{"below":"x","shift":1},4],
       "hidden":["results","x",1],"folded":{"a":1},"filter":true}
      """)
    let session = try #require(folder.session(name))
    #expect(session.focus == .logs && session.log == nil && session.filter.isEmpty)
    #expect(session.states[.stack]?.cursor == 0)
    #expect(session.arrangement.hidden == [.results])
    #expect(session.arrangement.shifts == [.below(.logs): -PaneArrangement.limit])
  }

  @Test func aSessionWithTooManyGroupsIsKeptWithoutThem() throws {
    var large = full
    large.folded = (0..<40_000).map { "group \($0)" }
    try folder.keep(large, as: name)
    large.folded = []
    #expect(folder.session(name) == large)
  }

  @Test func onlySoManySessionsAreKept() throws {
    for number in 0..<(StateFolder.sessionLimit + 5) {
      try folder.keep(Session(), as: try #require(SessionName(paths: ["/\(number)"])))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/sessions")
    #expect(files.count == StateFolder.sessionLimit)
  }

  @Test func aFolderThatCannotBeWrittenIsToldAndNothingIsLost() throws {
    try folder.keep(full, as: name)
    let blocked = StateFolder(path: try temporary.write("file", "x") + "/bisectty")
    #expect(throws: StateError.self) { try blocked.keep(full, as: name) }
    #expect(folder.session(name) == full)
  }

  @Test func historiesOfTwoWindowsAreJoined() throws {
    var one = Habits()
    one.hasSeenFirstKeys = true
    one.histories.filters.add("p<0.5")
    var other = Habits()
    other.histories.filters.add("verdict:none")
    other.histories.searches.add("usb")
    try folder.keep(one)
    try folder.keep(other)
    let kept = folder.habits
    #expect(kept.hasSeenFirstKeys)
    #expect(kept.histories.filters.entries == ["p<0.5", "verdict:none"])
    #expect(kept.histories.searches.entries == ["usb"])
  }

  @Test func verylongTextsAreNotRemembered() throws {
    var habits = Habits()
    habits.histories.searches.add(String(repeating: "x", count: Habits.textLimit + 1))
    try folder.keep(habits)
    #expect(folder.habits.histories.searches.entries.isEmpty)
  }
}
