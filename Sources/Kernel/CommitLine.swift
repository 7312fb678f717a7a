/// A commit in one line.
public struct CommitLine: Hashable, Sendable {
  /// All its digits.
  public let commit: Revision
  /// Its subject.
  public let title: String
  /// Who wrote it.
  public let author: String
  /// The day it was committed, as `2020-01-31`.
  public let date: String

  /// A commit.
  public init(commit: Revision, title: String, author: String, date: String) {
    self.commit = commit
    self.title = title
    self.author = author
    self.date = date
  }
}

/// The commits that are in one revision and not in another, newest first.
public struct CommitRange: Hashable, Sendable {
  /// Those that were listed.
  public let commits: [CommitLine]
  /// How many there are, merges included.
  public let total: Int

  /// Some commits of a range.
  public init(commits: [CommitLine], total: Int) {
    self.commits = commits
    self.total = total
  }
}

/// Who touched a line last, before or at a commit.
public struct LineOrigin: Hashable, Sendable {
  /// The commit that made the line what it is.
  public let commit: CommitLine
  /// The file's path in that commit.
  public let path: String
  /// The line's number in that commit, from 1.
  public let line: Int
  /// Whether history ends there without telling more, as it does in a shallow repository.
  public let isBoundary: Bool
  /// The line itself.
  public let text: String

  /// The origin of a line.
  public init(commit: CommitLine, path: String, line: Int, isBoundary: Bool, text: String) {
    self.commit = commit
    self.path = path
    self.line = line
    self.isBoundary = isBoundary
    self.text = text
  }
}
