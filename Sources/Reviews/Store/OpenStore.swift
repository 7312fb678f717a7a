import CSQLite
import Glibc
import Reviews

/// An open database, and how far its events were read.
final class OpenStore {
  private let path: String
  private let connection: Connection
  private let insertion: Statement
  private let selection: Statement
  private let changeCount: Statement
  /// The highest number of an event that was read.
  private var read: Int64 = 0
  /// What SQLite counted when events were read last; it changes with each commit of another connection.
  private var seenChange: Int64?

  init(path: String) throws(ReviewStoreError.Problem) {
    self.path = path
    do throws(SQLiteError) {
      connection = try Connection(path: path)
    } catch {
      throw .init(error)
    }
    try Schema.establish(in: connection)
    do throws(SQLiteError) {
      try Self.useWriteAheadLog(connection)
      // FULL: a commit returns when the log is on the disk, not just handed to the system.
      try connection.execute("PRAGMA synchronous = FULL")
      insertion = try connection.prepare(EventRows.insertion)
      selection = try connection.prepare(EventRows.selection)
      changeCount = try connection.prepare("PRAGMA data_version")
    } catch {
      throw .init(error)
    }
  }

  /// Readers and a writer do not wait for each other then.
  ///
  /// Switching needs the database alone for a moment, and SQLite does not wait for it by itself.
  /// Where the file system cannot do it, the database stays as it is, slower and just as safe.
  private static func useWriteAheadLog(_ connection: Connection) throws(SQLiteError) {
    for _ in 0..<400 {
      do throws(SQLiteError) {
        _ = try connection.text("PRAGMA journal_mode = WAL")
        return
      } catch {
        guard error.primary == SQLITE_BUSY else { throw error }
        poll(nil, 0, 25)
      }
    }
    throw SQLiteError(code: SQLITE_BUSY, message: "database is locked")
  }

  func append(_ events: [ReviewEvent]) throws(ReviewStoreError.Problem) -> Int {
    guard !events.isEmpty else { return 0 }
    guard !connection.hasMoved() else { throw .moved }
    do throws(SQLiteError) {
      let added = try connection.transaction { () throws(SQLiteError) -> Int in
        var added = 0
        for event in events where try insert(event) { added += 1 }
        return added
      }
      notifyWatchers()
      return added
    } catch {
      throw .init(error)
    }
  }

  /// Changes the database's time, now that readers see the commit: SQLite writes its log before,
  /// and publishes it through shared memory, which no watch reports.
  private func notifyWatchers() { utimensat(AT_FDCWD, path, nil, 0) }

  /// Adds an event; whether it was new.
  private func insert(_ event: ReviewEvent) throws(SQLiteError) -> Bool {
    try insertion.bind(EventRows.values(of: event))
    defer { insertion.reset() }
    var isNew = false
    while try insertion.step() { isNew = true }
    return isNew
  }

  func newEvents() throws(ReviewStoreError.Problem) -> [ReviewEvent] {
    do throws(SQLiteError) {
      let change = try currentChange()
      guard change != seenChange else { return [] }
      let events = try eventsAfterRead()
      seenChange = change
      return events
    } catch {
      throw .init(error)
    }
  }

  private func currentChange() throws(SQLiteError) -> Int64 {
    defer { changeCount.reset() }
    return try changeCount.step() ? changeCount.number(0) : 0
  }

  private func eventsAfterRead() throws(SQLiteError) -> [ReviewEvent] {
    try selection.bind([.integer(read)])
    defer { selection.reset() }
    var events: [ReviewEvent] = []
    var last = read
    while try selection.step() {
      last = selection.number(0)
      guard let event = EventRows.event(selection) else {
        throw SQLiteError(code: SQLITE_CORRUPT, message: "event \(last) makes no sense")
      }
      events.append(event)
    }
    read = last
    return events
  }
}
