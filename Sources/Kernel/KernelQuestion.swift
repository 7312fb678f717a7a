/// What can be asked of a kernel's repository.
package enum KernelQuestion: Hashable, Sendable {
  /// A file as it was at a commit; the path as a log prints it.
  case source(path: String, at: Revision)
  /// A commit whole, with its changes.
  case commit(Revision)
  /// The earliest tags that contain some commits.
  case tags([Revision])
  /// Later commits that refer to a culprit.
  case later(CulpritQuestion)
  /// The commits that are in a revision and in none of some earlier ones.
  case between([Revision], Revision)
  /// Who touched a line (from 1) of a file last, as of a commit; the path as a log prints it.
  case origin(path: String, line: Int, at: Revision)
}

/// What a kernel's repository answered.
package enum KernelAnswer: Sendable {
  /// A file.
  case source(SourceFile)
  /// A commit's message, its summary of files and its changes, as git prints them.
  case commit([UInt8])
  /// Tags, of the commits that have one and are there.
  case tags([Revision: NearestTag])
  /// Later commits, the strongest reference first.
  case later([LaterCommit])
  /// Commits.
  case between(CommitRange)
  /// A line's origin.
  case origin(LineOrigin)
}
