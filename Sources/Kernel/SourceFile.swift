import BisectionLog

/// A file as it was at a commit, regardless of what is checked out.
package struct SourceFile: Sendable {
  /// Where it lies.
  package let path: KernelPath
  /// The commit, with all its digits.
  package let commit: Revision
  /// What is in it.
  package let text: SourceText

  /// A file of a commit.
  package init(path: KernelPath, commit: Revision, text: SourceText) {
    self.path = path
    self.commit = commit
    self.text = text
  }
}
