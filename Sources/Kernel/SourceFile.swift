import BisectionLog

/// A file as it was at a commit, whatever is checked out.
public struct SourceFile: Sendable {
  /// Where it lies.
  public let path: KernelPath
  /// The commit, with all its digits.
  public let commit: Revision
  /// What is in it.
  public let text: SourceText

  /// A file of a commit.
  public init(path: KernelPath, commit: Revision, text: SourceText) {
    self.path = path
    self.commit = commit
    self.text = text
  }
}
