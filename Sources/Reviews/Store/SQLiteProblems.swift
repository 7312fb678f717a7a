import CSQLite

extension ReviewStoreError.Problem {
  /// What a failure of SQLite means for the store.
  init(_ error: SQLiteError) {
    switch error.primary {
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
    case SQLITE_FULL: self = .full
    case SQLITE_NOTADB: self = .foreign
    case SQLITE_CORRUPT: self = .damaged(error.message)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_CANTOPEN, SQLITE_AUTH: self = .cannotOpen(error.message)
    default: self = .system(error.message)
    }
  }
}
