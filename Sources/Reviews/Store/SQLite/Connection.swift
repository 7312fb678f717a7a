import CSQLite

/// A connection to a database; closed with its last reference.
///
/// It belongs to one thread at a time.
final class Connection {
  private let handle: OpaquePointer

  /// Opens a file, which is made where it is missing.
  ///
  /// The name is always that of a file: neither `:memory:` nor a URI.
  init(path: String) throws(SQLiteError) {
    var opened: OpaquePointer?
    let name = path.hasPrefix("/") ? path : "./" + path
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(opened)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    // A writer holds the lock for a few milliseconds; longer means that it hangs.
    sqlite3_busy_timeout(handle, 10_000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements without parameters and results.
  func execute(_ statements: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(handle)
    }
  }

  /// Compiles a statement.
  func prepare(_ text: String) throws(SQLiteError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, text, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw SQLiteError(handle)
    }
    return Statement(statement, of: handle)
  }

  /// The first column of the first row, as a number; nil without rows.
  func number(_ query: String) throws(SQLiteError) -> Int64? {
    let statement = try prepare(query)
    return try statement.step() ? statement.number(0) : nil
  }

  /// The first column of the first row, as text; nil without rows.
  func text(_ query: String) throws(SQLiteError) -> String? {
    let statement = try prepare(query)
    return try statement.step() ? statement.text(0) : nil
  }

  /// Whether the file under its name is another one by now, or gone.
  func hasMoved() -> Bool {
    var moved: Int32 = 0
    let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return code == SQLITE_OK && moved != 0
  }

  /// Runs `body` in an immediate transaction: all of it takes effect, or nothing.
  func transaction<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // Some failures roll back by themselves; then this one fails, and that is fine.
      sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }
}
