import CSQLite

/// An error that SQLite reports.
struct SQLiteError: Error {
  /// The extended result code.
  let code: Int32
  /// Its words, with the system's where it was a system call.
  let message: String

  /// The result code without its extension.
  var primary: Int32 { code & 0xFF }

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// The latest failure of a connection.
  init(_ handle: OpaquePointer?) {
    code = sqlite3_extended_errcode(handle)
    message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "out of memory"
  }
}
