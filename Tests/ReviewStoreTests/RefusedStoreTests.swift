import Foundation
import Glibc
import Reviews
import TestSupport
import Testing

@testable import ReviewStore

/// Stores that cannot be used: each says why, and what was kept stays.
@Suite struct RefusedStoreTests {
  private let folder: TemporaryFolder
  private let event: ReviewEvent
  private var path: String { folder.path + "/reviews.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    event = ReviewEvent(
      time: EventTime(microseconds: 1), reviewer: try #require(Reviewer("ann")),
      stroke: StrokeID(1), action: .undone)
  }

  /// What appending to a store that was opened before runs into.
  private func problem(appendingTo store: ReviewStore) -> ReviewStoreError.Problem? {
    #expect(throws: ReviewStoreError.self) { try store.append([event]) }?.problem
  }

  @Test func aStoreThatMayNotBeWrittenIsToldAsSuch() throws {
    // Without a write-ahead log, whose files a reader would have to make.
    let connection = try Connection(path: path)
    try Schema.establish(in: connection)
    try #require(chmod(path, 0o444) == 0)
    let error = Unprivileged.reach {
      #expect(throws: ReviewStoreError.self) {
        try ReviewStore.open(path).append([event])
      }
    }
    #expect(error?.problem == .readOnly)
    #expect(error?.description.contains("may not be written, make it and its directory") == true)
    #expect(try connection.number("SELECT count(*) FROM event") == 0)
  }

  @Test func aStoreThatMayNotBeReadIsToldAsSuch() throws {
    try ReviewStore.open(path).append([event])
    try #require(chmod(path, 0) == 0)
    let error = Unprivileged.reach {
      #expect(throws: ReviewStoreError.self) { try ReviewStore.open(path) }
    }
    guard case .cannotOpen? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try ReviewStore.open(path).newEvents() == [event])
  }

  /// A file that another program empties of its tables while it is open.
  @Test func aStoreWithoutItsTableSaysSoAndSavesNothing() throws {
    let store = try ReviewStore.open(path)
    try Connection(path: path).execute("DROP TABLE event")
    let problem = problem(appendingTo: store)
    #expect(problem == .system("no such table: event"))
    #expect(throws: ReviewStoreError.self) { try store.newEvents() }
    // Marked as a store and yet none: nobody should be told that it is empty.
    #expect(throws: ReviewStoreError.self) { try ReviewStore.open(path) }
  }

  @Test func aStoreThatIsCutShortIsDamaged() throws {
    try ReviewStore.open(path).append([event])
    try #require(truncate(path, 3000) == 0)
    let error = #expect(throws: ReviewStoreError.self) { try ReviewStore.open(path).newEvents() }
    guard case .damaged? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    (5, ReviewStoreError.Problem.busy), (6, .busy), (3, .readOnly), (8, .readOnly), (13, .full),
    (26, .foreign), (11, .damaged("x")), (14, .cannotOpen("x")), (23, .cannotOpen("x")),
    (10, .system("x")), (778, .system("x")), (517, .busy),
  ])
  func eachFailureOfSQLiteHasItsMeaning(code: Int, problem: ReviewStoreError.Problem) {
    #expect(ReviewStoreError.Problem(SQLiteError(code: Int32(code), message: "x")) == problem)
  }

  @Test(arguments: [
    ReviewStoreError.Problem.nowhere, .cannotOpen("why"), .readOnly, .full, .newer(version: 9),
    .foreign, .damaged("what"), .busy, .moved, .system("what"),
  ])
  func everyProblemIsOneLineThatSaysWhatToDo(problem: ReviewStoreError.Problem) {
    let line = ReviewStoreError(path: "a/b", problem: problem).description
    #expect(line.hasPrefix("a/b: ") && !line.contains { $0.isNewline })
    #expect([", ", " and try"].contains { line.contains($0) })
  }
}
