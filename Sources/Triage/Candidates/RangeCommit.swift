/// A commit of a range, as git prints it.
public struct RangeCommit: Sendable {
  /// Its hash.
  public var hash: String
  /// Its subject.
  public var title: String
  /// The rest of its message.
  public var message: String
  /// Its author: `NAME <ADDRESS>`.
  public var author: String
  /// When it was written, ISO 8601.
  public var date: String
  /// The paths that it changes.
  public var files: [String]

  /// A commit.
  public init(
    hash: String, title: String, message: String, author: String, date: String, files: [String]
  ) {
    self.hash = hash
    self.title = title
    self.message = message
    self.author = author
    self.date = date
    self.files = files
  }
}

/// A commit that may be the one to blame, and why.
public struct CandidateCommit: Sendable {
  /// The commit.
  public var commit: RangeCommit
  /// How much speaks for it, in log odds; only differences mean something.
  public var score: Double
  /// Its share of the chance among the commits of the range, from 0 to 1.
  public var share: Double
  /// What speaks for it, the strongest first, in a few words each.
  public var reasons: [String]

  /// A commit with what speaks for it.
  public init(commit: RangeCommit, score: Double, share: Double, reasons: [String]) {
    self.commit = commit
    self.score = score
    self.share = share
    self.reasons = reasons
  }
}
