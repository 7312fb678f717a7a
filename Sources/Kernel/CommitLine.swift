/// A commit in one line.
package struct CommitLine: Hashable, Sendable {
  /// All its digits.
  package let commit: Revision
  /// Its subject.
  package let title: String
  /// Who wrote it.
  package let author: String
  /// The day it was committed, as `2020-01-31`.
  package let date: String

  /// A commit.
  package init(commit: Revision, title: String, author: String, date: String) {
    self.commit = commit
    self.title = title
    self.author = author
    self.date = date
  }
}

/// The commits that are in one revision and not in another, newest first.
package struct CommitRange: Hashable, Sendable {
  /// Those that were listed.
  package let commits: [CommitLine]
  /// How many there are, merges included.
  package let total: Int

  /// Some commits of a range.
  package init(commits: [CommitLine], total: Int) {
    self.commits = commits
    self.total = total
  }
}

/// Who touched a line last, before or at a commit.
package struct LineOrigin: Hashable, Sendable {
  /// The commit that made the line what it is.
  package let commit: CommitLine
  /// The file's path in that commit.
  package let path: String
  /// The line's number in that commit, from 1.
  package let line: Int
  /// Whether history ends there without telling more, as it does in a shallow repository.
  package let isBoundary: Bool
  /// The line itself.
  package let text: String

  /// The origin of a line.
  package init(commit: CommitLine, path: String, line: Int, isBoundary: Bool, text: String) {
    self.commit = commit
    self.path = path
    self.line = line
    self.isBoundary = isBoundary
    self.text = text
  }
}
