import CSQLite

/// A compiled statement.
final class Statement {
  private let statement: OpaquePointer
  private let handle: OpaquePointer

  init(_ statement: OpaquePointer, of handle: OpaquePointer) {
    self.statement = statement
    self.handle = handle
  }

  deinit { sqlite3_finalize(statement) }

  /// Sets all parameters, and starts from the beginning.
  func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    sqlite3_reset(statement)
    for (index, value) in values.enumerated() {
      try bind(value, at: Int32(truncatingIfNeeded: index + 1))
    }
  }

  private func bind(_ value: SQLiteValue, at index: Int32) throws(SQLiteError) {
    let code =
      switch value {
      case .null: sqlite3_bind_null(statement, index)
      case .integer(let number): sqlite3_bind_int64(statement, index, number)
      case .real(let number): sqlite3_bind_double(statement, index, number)
      case .text(let text): bind(text, at: index)
      }
    guard code == SQLITE_OK else { throw SQLiteError(handle) }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT: SQLite copies the text before the call returns.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return text.utf8CString.withUnsafeBufferPointer { characters in
      sqlite3_bind_text64(
        statement, index, characters.baseAddress, UInt64(characters.count - 1), transient,
        UInt8(SQLITE_UTF8))
    }
  }

  /// Advances to the next row; returns whether there is one.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = SQLiteError(handle)
      sqlite3_reset(statement)
      throw error
    }
  }

  /// Resets the statement, which releases its read lock.
  func reset() { sqlite3_reset(statement) }

  /// Whether a column of the row holds nothing.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// A column of the row as a number.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// A column of the row as a number with a fraction.
  func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

  /// A column of the row as text; nil if it holds nothing.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

/// A value for a parameter.
enum SQLiteValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// A text, or nothing.
  init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }
}
