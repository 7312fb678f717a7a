import Glibc
import Reviews

extension ReviewStore {
  /// The environment variable that names the store's file.
  package static let environmentVariable = "BISECTTY_STORE"

  /// Where the store is: the file named, else the one of the environment, else
  /// `bisectty/reviews.sqlite` in the directory for state of the XDG base directory specification.
  ///
  /// - Throws: ``ReviewStoreError`` if nothing names a place.
  package static func location(
    named: String?, environment: (String) -> String?
  ) throws(ReviewStoreError) -> String {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let path = named ?? value(environmentVariable) { return path }
    // The specification has relative paths ignored.
    if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/bisectty/reviews.sqlite"
    }
    if let home = value("HOME"), home.hasPrefix("/") {
      return home + "/.local/state/bisectty/reviews.sqlite"
    }
    throw ReviewStoreError(path: "reviews", problem: .nowhere)
  }
}

/// Makes the directories that a file lies in, for their owner alone.
func makeDirectories(above path: String) throws(ReviewStoreError.Problem) {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  var directory = ""
  for part in parts {
    directory += part + "/"
    guard !part.isEmpty, mkdir(directory, 0o700) != 0, errno != EEXIST else { continue }
    let code = errno
    var status = stat()
    // On a read-only file system a directory that is there can be refused for that reason.
    if stat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
    throw .cannotOpen("\(directory): " + (strerror(code).map { String(cString: $0) } ?? "error"))
  }
}

extension EventTime {
  /// The present moment, by the system's clock.
  package static func now() -> EventTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return EventTime(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}
