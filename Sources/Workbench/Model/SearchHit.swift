/// A place in some log that holds what was searched for everywhere.
public struct SearchHit: Hashable, Sendable {
  /// The log's id.
  public var log: Int
  /// The line, from 1.
  public var line: Int
  /// The line's text, cut where it is long.
  public var text: String

  /// A place in a log.
  public init(log: Int, line: Int, text: String) {
    self.log = log
    self.line = line
    self.text = text
  }
}

/// What a search through all logs has found so far.
public struct SearchHits: Sendable {
  /// How many places are kept; a search that finds more should be made narrower.
  public static let limit = 2000

  /// What is searched for.
  public var pattern: String
  /// The places, in the order of the files.
  public var hits: [SearchHit] = []
  /// How many files were looked through.
  public var searchedFiles = 0
  /// How many files could not be read any more.
  public var unreadableFiles = 0
  /// Whether all were.
  public var isComplete = false
  /// The place under the cursor.
  public var cursor = 0

  /// A search that has found nothing yet.
  public init(pattern: String) { self.pattern = pattern }
}
