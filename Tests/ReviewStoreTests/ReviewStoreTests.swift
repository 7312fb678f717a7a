import Foundation
import Reviews
import Testing

@testable import ReviewStore

/// A directory for one test, gone with it.
final class Scratch {
  let path = NSTemporaryDirectory() + "bisectty-store-" + UUID().uuidString
  var store: String { path + "/reviews.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct ReviewStoreTests {
  let scratch: Scratch
  let ann: Reviewer

  init() throws {
    scratch = try Scratch()
    ann = try #require(Reviewer("ann"))
  }

  func event(_ number: Int) throws -> ReviewEvent {
    let log = DecidedLog(
      digest: ContentDigest(of: [UInt8(truncatingIfNeeded: number)]), name: "log \u{0}\(number)",
      culprit: "7bc3e6e55acf", line: number + 1, probability: 0.1, evidence: ["a", "b \"c\""])
    let judgements: [Judgement?] = [.correct, .wrong(.other), .duplicate(of: "x\ny"), nil]
    let decision = try Decision(judgements[number % 4], note: number % 3 == 0 ? "" : "note é\u{0}")
    return ReviewEvent(
      time: EventTime(microseconds: Int64(number)), reviewer: ann, stroke: StrokeID(UInt64(number)),
      action: .decided(log, decision))
  }

  func events(_ numbers: Range<Int>) throws -> [ReviewEvent] { try numbers.map { try event($0) } }

  @Test func whatWasAppendedIsThereAfterReopening() throws {
    let all =
      try events(0..<12) + [
        ReviewEvent(
          time: EventTime(microseconds: 99), reviewer: ann, stroke: StrokeID(3), action: .undone),
        ReviewEvent(
          time: EventTime(microseconds: 100), reviewer: ann, stroke: StrokeID(3), action: .redone),
      ]
    let deep = scratch.path + "/state/bisectty/reviews.sqlite"
    #expect(try ReviewStore.open(deep).append(all) == all.count)
    let again = try ReviewStore.open(deep)
    #expect(try again.newEvents() == all)
    #expect(try again.append(all) == 0, "the same events again change nothing")
  }

  @Test func anotherConnectionSeesWhatIsNewOnly() throws {
    let one = try ReviewStore.open(scratch.store)
    let two = try ReviewStore.open(scratch.store)
    #expect(try two.newEvents().isEmpty)
    try one.append(try events(0..<3))
    #expect(try two.newEvents() == events(0..<3))
    #expect(try two.newEvents().isEmpty)
    try two.append([try event(7)])
    try one.append([try event(8)])
    #expect(Set(try two.newEvents()).isSuperset(of: [try event(8)]))
    #expect(Set(try one.newEvents()) == Set(try events(0..<3) + [event(7), event(8)]))
  }

  @Test func eventsNeverChangeOrGo() throws {
    try ReviewStore.open(scratch.store).append(try events(0..<2))
    let connection = try Connection(path: scratch.store)
    #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM event") }
    #expect(throws: SQLiteError.self) { try connection.execute("UPDATE event SET note = 'x'") }
  }

  @Test func manyThreadsAndStoresAtOnceLoseNothing() async throws {
    let path = scratch.store
    let parts = try (0..<8).map { try events(($0 * 20)..<($0 * 20 + 20)) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in parts {
        group.addTask {
          let store = try ReviewStore.open(path)
          for event in part { try store.append([event]) }
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try ReviewStore.open(path).newEvents()) == Set(parts.joined()))
  }

  @Test func aStoreOfANewerVersionIsLeftAlone() throws {
    try ReviewStore.open(scratch.store).append(try events(0..<2))
    try Connection(path: scratch.store).execute("PRAGMA user_version = 7")
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.store))
    expect(.newer(version: 7))
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.store)) == before)
  }

  @Test func otherFilesAreLeftAlone() throws {
    let text = Data("bisecting cause commit starting from 0123\n".utf8)
    try text.write(to: URL(fileURLWithPath: scratch.store))
    expect(.foreign)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.store)) == text)

    try FileManager.default.removeItem(atPath: scratch.store)
    try Connection(path: scratch.store).execute("CREATE TABLE bookmark (url TEXT)")
    expect(.foreign)
    #expect(try Connection(path: scratch.store).number("SELECT count(*) FROM sqlite_schema") == 1)
  }

  @Test func damageIsToldAndNotMadeWorse() throws {
    try ReviewStore.open(scratch.store).append(try events(0..<200))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.store))
    for offset in 4096..<bytes.count { bytes[offset] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: scratch.store))
    let error = #expect(throws: ReviewStoreError.self) {
      try ReviewStore.open(scratch.store).newEvents()
    }
    guard case .damaged? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.store)) == bytes)
  }

  @Test func aRowThatDoesNotFitItsNameIsDamage() throws {
    try ReviewStore.open(scratch.store).append(try events(0..<2))
    let connection = try Connection(path: scratch.store)
    try connection.execute("DROP TRIGGER events_never_change; UPDATE event SET line = 77")
    #expect(throws: ReviewStoreError.self) { try ReviewStore.open(scratch.store).newEvents() }
  }

  @Test func aPlaceThatCannotBeIsToldWithItsName() throws {
    let file = scratch.path + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let error = #expect(throws: ReviewStoreError.self) {
      try ReviewStore.open(file + "/inner/reviews.sqlite")
    }
    #expect(error?.description.contains("Not a directory") == true, "\(String(describing: error))")
    #expect(throws: ReviewStoreError.self) { try ReviewStore.open(scratch.path) }
  }

  @Test func aReplacedFileIsNoticed() throws {
    let store = try ReviewStore.open(scratch.store)
    try FileManager.default.moveItem(atPath: scratch.store, toPath: scratch.store + ".old")
    #expect(throws: ReviewStoreError(path: scratch.store, problem: .moved)) {
      try store.append(try events(0..<1))
    }
  }

  @Test func aFullDiskLosesNothingThatWasSaved() throws {
    let path = scratch.store
    try ReviewStore.open(path).append(try events(0..<5))
    let full = SQLiteError(code: 13, message: "database or disk is full")
    #expect(ReviewStoreError.Problem(full) == .full)
    let connection = try Connection(path: path)
    try connection.execute("PRAGMA max_page_count = 1")
    let statement = try connection.prepare(EventRows.insertion)
    #expect(throws: SQLiteError.self) {
      try connection.transaction { () throws(SQLiteError) in
        for number in 100..<400 {
          // The rows differ from the first ones, and there is no page for them.
          try statement.bind(
            [.text("\(number)"), .integer(1), .text("a"), .text("b"), .text("undo")]
              + Array(repeating: .null, count: 9) + [.text(String(repeating: "x", count: 500))])
          while try statement.step() {}
        }
      }
    }
    #expect(try ReviewStore.open(path).newEvents() == events(0..<5))
  }

  @Test(arguments: [
    ("a.sqlite", ["BISECTTY_STORE": "/b"], "a.sqlite"), (nil, ["BISECTTY_STORE": "b"], "b"),
    (nil, ["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/bisectty/reviews.sqlite"),
    (
      nil, ["XDG_STATE_HOME": "x", "HOME": "/h", "BISECTTY_STORE": ""],
      "/h/.local/state/bisectty/reviews.sqlite"
    ),
  ])
  func itsPlaceFollowsTheSettings(named: String?, environment: [String: String], path: String)
    throws
  {
    #expect(try ReviewStore.location(named: named) { environment[$0] } == path)
  }

  @Test func withoutAnySettingThereIsNoPlace() {
    #expect(throws: ReviewStoreError.self) { try ReviewStore.location(named: nil) { _ in nil } }
  }

  func expect(_ problem: ReviewStoreError.Problem, _ location: SourceLocation = #_sourceLocation) {
    #expect(
      throws: ReviewStoreError(path: scratch.store, problem: problem), sourceLocation: location
    ) { try ReviewStore.open(scratch.store).newEvents() }
  }
}
