/// The commit that a log names, with its commit block where git printed one.
public struct Culprit: Sendable {
  /// Forty digits.
  public var commit: TextRange
  /// The subject.
  public var title: TextRange?
  /// The author's name.
  public var author: TextRange?
  /// The author's address.
  public var email: TextRange?
  /// The date as git prints it.
  public var date: TextRange?
  /// The lines of the message without the indentation, the subject first.
  public var message: [TextRange] = []
  /// Whether it has several parents.
  public var isMerge = false
  /// Whether it is a release (`Linux 5.6`).
  public var isRelease = false
  /// The files it changes, in the order of the diffstat.
  public var files: [ChangedFile] = []
  /// How many files, by the summary line or else by count.
  public var filesChanged: Int?
  /// Lines added, by the summary line.
  public var insertions: Int?
  /// Lines removed, by the summary line.
  public var deletions: Int?
  /// The signature of the kernel built from it.
  public var signature: TextRange?
  /// The signature of the kernel built from its parent; equal means the same binary.
  public var parentSignature: TextRange?
  /// The line where syzkaller names it (`first bad commit:`), else where git does; from 1.
  public var line: Int
  /// The lines of git's commit block, from 1, half-open; nil if git printed none.
  public var blockLines: Range<Int>?

  /// A culprit of which only the commit is known.
  public init(commit: TextRange, line: Int) {
    self.commit = commit
    self.line = line
  }
}

/// A file that a commit changes.
public struct ChangedFile: Sendable {
  /// The path; of a rename the new one, and as git printed it where git shortened it.
  public var path: TextRange
  /// The path before a rename.
  public var oldPath: TextRange?
  /// Lines added; an estimate from the diffstat's bar where the numbers are scaled; nil if unknown.
  public var added: Int?
  /// Lines removed, as ``added``.
  public var removed: Int?
  /// Whether git calls it binary.
  public var binary = false
  /// Its line, from 1.
  public var line: Int

  /// A changed file.
  public init(path: TextRange, line: Int) {
    self.path = path
    self.line = line
  }
}
