/// How the database is laid out.
enum Schema {
  /// The number of this layout, kept as SQLite's user version.
  static let version: Int64 = 2
  /// What marks a file as a store of reviews: "bsct" as SQLite's application id.
  static let applicationID: Int64 = 0x6273_6374

  /// Makes sure that the database is a store of this version; an empty one becomes it.
  static func establish(in connection: Connection) throws(ReviewStoreError.Problem) {
    do throws(SQLiteError) {
      let found = try connection.number("PRAGMA user_version")
      if found == 0 { try create(in: connection) }
      if found == 1 { try addRightCommit(in: connection) }
    } catch {
      throw .init(error)
    }
    try check(connection)
  }

  private static func create(in connection: Connection) throws(SQLiteError) {
    try connection.transaction { () throws(SQLiteError) in
      // Another process may have made it since, and a file of another program stays as it is.
      let isEmpty = try connection.number("SELECT count(*) FROM sqlite_schema") == 0
      let isNew = try connection.number("PRAGMA user_version") == 0
      if isEmpty, isNew { try connection.execute(layout) }
    }
  }

  /// Brings a store of version 1 up to date; an older program can no longer open it then.
  private static func addRightCommit(in connection: Connection) throws(SQLiteError) {
    try connection.transaction { () throws(SQLiteError) in
      // Another process may have done it since, and a file of another program stays as it is.
      guard try connection.number("PRAGMA user_version") == 1,
        try connection.number("PRAGMA application_id") == applicationID
      else { return }
      try connection.execute(
        "ALTER TABLE event ADD COLUMN right_commit TEXT; PRAGMA user_version = 2;")
    }
  }

  private static func check(_ connection: Connection) throws(ReviewStoreError.Problem) {
    let identity: Int64?
    let found: Int64?
    do throws(SQLiteError) {
      identity = try connection.number("PRAGMA application_id")
      found = try connection.number("PRAGMA user_version")
    } catch {
      throw .init(error)
    }
    guard identity == applicationID, let found else { throw .foreign }
    guard found <= version else { throw .newer(version: Int(found)) }
  }

  /// Events are only ever added: the triggers hold every program to it.
  private static let layout = """
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      reviewer TEXT NOT NULL,
      stroke TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('decide', 'undo', 'redo')),
      log TEXT,
      name TEXT,
      culprit TEXT,
      line INTEGER,
      probability REAL,
      evidence TEXT,
      verdict TEXT,
      reason TEXT,
      duplicate_of TEXT,
      note TEXT,
      right_commit TEXT
    ) STRICT;
    CREATE TRIGGER events_never_change BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events never change'); END;
    CREATE TRIGGER events_never_go BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'events never go'); END;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """
}
