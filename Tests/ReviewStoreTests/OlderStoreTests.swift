import Reviews
import TestSupport
import Testing

@testable import ReviewStore

/// Stores that earlier versions of the program wrote.
@Suite struct OlderStoreTests {
  /// The layout of version 1, before reviews could name the right commit.
  private static let firstLayout = """
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
      reviewer TEXT NOT NULL, stroke TEXT NOT NULL, action TEXT NOT NULL, log TEXT, name TEXT,
      culprit TEXT, line INTEGER, probability REAL, evidence TEXT, verdict TEXT, reason TEXT,
      duplicate_of TEXT, note TEXT
    ) STRICT;
    PRAGMA application_id = \(Schema.applicationID);
    PRAGMA user_version = 1;
    """

  @Test func aStoreOfTheFirstVersionKeepsItsEventsAndTakesRightCommits() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/reviews.db"
    let old = try event(.wrong(.other))
    do {
      let connection = try Connection(path: path)
      try connection.execute(Self.firstLayout)
      let values = Array(EventRows.values(of: old).dropLast())
      let statement = try connection.prepare(
        """
        INSERT INTO event (id, at, reviewer, stroke, action, log, name, culprit, line, probability,
          evidence, verdict, reason, duplicate_of, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
      try statement.bind(values)
      _ = try statement.step()
    }
    let new = try event(.wrong(.other, rightCommit: String(repeating: "ab", count: 20)))
    let store = try ReviewStore.open(path)
    try store.append([new])
    #expect(try ReviewStore.open(path).newEvents() == [old, new])
  }

  private func event(_ judgement: Judgement) throws -> ReviewEvent {
    ReviewEvent(
      time: EventTime(microseconds: 1), reviewer: try #require(Reviewer("ann")),
      stroke: .random(),
      action: .decided(
        DecidedLog(digest: ContentDigest(of: [1])), try Decision(judgement)))
  }
}
