import Glibc
import JSON
import Workbench

/// The folder where the program keeps where a person was and what they typed.
///
/// Nothing here is precious: what cannot be read counts as not there.
struct StateFolder: Sendable {
  /// The folder's path.
  let path: String

  /// The largest file that is written or read, in bytes.
  static let sizeLimit = 256 << 10
  /// How many sessions are kept; of more the oldest go.
  static let sessionLimit = 200

  /// A folder, made once something is kept.
  init(path: String) { self.path = path }

  /// The session of some logs; nil if none was kept.
  func session(_ name: SessionName) -> Session? {
    read(sessions + "/" + name.file).flatMap(Session.init)
  }

  /// What is remembered of the person.
  var habits: Habits { read(habitsFile).flatMap(Habits.init) ?? Habits() }

  /// Saves the session of some logs.
  ///
  /// - Throws: ``StateError`` if it cannot be written; what was kept before is still there then.
  func keep(_ session: Session, as name: SessionName) throws(StateError) {
    var session = session
    var bytes = session.json.text()
    if bytes.count > Self.sizeLimit {
      // Only the folded groups can be so many.
      session.folded = []
      bytes = session.json.text()
    }
    guard bytes.count <= Self.sizeLimit else { return }
    try makeFolders()
    let isNew = access(sessions + "/" + name.file, F_OK) != 0
    try AtomicFile.write(bytes, to: sessions + "/" + name.file)
    if isNew { OldFiles.remove(in: sessions, beyond: Self.sessionLimit) }
  }

  /// Keeps what is remembered of the person, beside what other windows have kept meanwhile.
  ///
  /// - Throws: ``StateError`` if it cannot be written; what was kept before is still there then.
  func keep(_ habits: Habits) throws(StateError) {
    let joined = habits.joined(to: self.habits)
    guard joined != self.habits else { return }
    let bytes = joined.json.text()
    guard bytes.count <= Self.sizeLimit else { return }
    try makeFolders()
    try AtomicFile.write(bytes, to: habitsFile)
  }

  private var sessions: String { path + "/sessions" }
  private var habitsFile: String { path + "/habits.json" }

  private func read(_ path: String) -> JSONValue? {
    guard let bytes = AtomicFile.read(path, limit: Self.sizeLimit) else { return nil }
    do throws(JSONError) { return try JSONValue(reading: bytes) } catch { return nil }
  }

  private func makeFolders() throws(StateError) {
    var place = ""
    for part in sessions.split(separator: "/", omittingEmptySubsequences: true) {
      place += "/" + part
      if mkdir(place, 0o700) != 0, errno != EEXIST, errno != EISDIR, errno != EROFS {
        throw StateError(path: place, code: errno)
      }
    }
  }
}

/// Why something could not be kept.
struct StateError: Error, CustomStringConvertible {
  /// The file or folder.
  var path: String
  /// The system's number for what is wrong.
  var code: Int32

  /// One line for people.
  var description: String {
    let reason = strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    return "\(path): \(reason)"
  }
}
