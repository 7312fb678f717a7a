/// Why the store of reviews cannot be used; what was in it before is untouched.
package struct ReviewStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  package let path: String
  /// What is wrong.
  package let problem: Problem

  /// What can be wrong with a store.
  package enum Problem: Error, Hashable, Sendable {
    /// It has no location: neither a home directory nor a setting.
    case nowhere
    /// It cannot be made or opened; in the system's words.
    case cannotOpen(String)
    /// It, or its directory, may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// It was written by a newer version of the program.
    case newer(version: Int)
    /// The file is something else.
    case foreign
    /// The file is a store, but damaged; in SQLite's words.
    case damaged(String)
    /// Another process holds it for too long.
    case busy
    /// The file was moved, deleted or replaced while it was in use.
    case moved
    /// Reading or writing failed; in the system's words.
    case system(String)
  }

  /// A store that cannot be used.
  package init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// The file, what is wrong with it, and what to do, in one line.
  package var description: String { "\(path): \(explanation)" }

  /// What is wrong and what to do, without the file.
  package var explanation: String {
    switch problem {
    case .nowhere: "there is no place for reviews, set HOME or name a file with --store"
    case .cannotOpen(let why):
      "the store of reviews cannot be opened (\(why)), check the path or name another with --store"
    case .readOnly:
      "the store of reviews may not be written, make it and its directory writable or name another with --store"
    case .full: "the disk is full and nothing was saved, make room and try again"
    case .newer(let version):
      "the store was written by a newer bisectty (version \(version) of the store), update this one or name another with --store"
    case .foreign: "is no store of reviews, name another file with --store"
    case .damaged(let what):
      "the store of reviews is damaged (\(what)), keep a copy, then try 'sqlite3 FILE .recover' or name another with --store"
    case .busy: "another process holds the store of reviews for too long, end it and try again"
    case .moved:
      "the store of reviews was moved or replaced while in use and nothing was saved, start again"
    case .system(let what): "the store of reviews failed (\(what)) and nothing was saved, try again"
    }
  }
}
