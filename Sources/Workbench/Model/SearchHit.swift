/// A place in some log that holds what was searched for everywhere.
package struct SearchHit: Hashable, Sendable {
  /// The log's id.
  package var log: Int
  /// Where in the log.
  package var place: Place
  /// The text there, cut where it is long.
  package var text: String

  /// Where something was found.
  package enum Place: Hashable, Sendable {
    /// In a line, from 1.
    case line(Int)
    /// In what a reviewer noted.
    case note
    /// In the log's path.
    case path
  }

  /// A line of a log.
  package init(log: Int, line: Int, text: String) {
    self.init(log: log, .line(line), text: text)
  }

  /// A place in or about a log.
  package init(log: Int, _ place: Place, text: String) {
    self.log = log
    self.place = place
    self.text = text
  }
}

extension SearchHit.Place {
  /// The label beside the text.
  var label: String {
    switch self {
    case .line(let line): "\(line)"
    case .note: "note"
    case .path: "path"
    }
  }
}

/// What a search through all logs has found so far.
package struct SearchHits: Sendable {
  /// How many places are kept; a search that finds more should be made narrower.
  package static let limit = 2000

  /// What is searched for.
  package var pattern: String
  /// The places, in the order of the files.
  package var hits: [SearchHit] = []
  /// How many files were searched.
  package var searchedFiles = 0
  /// How many files could not be read any more.
  package var unreadableFiles = 0
  /// Whether all were.
  package var isComplete = false
  /// Whether it was given up before.
  package var isStopped = false
  /// The place under the cursor.
  package var cursor = 0

  /// A search that has found nothing yet.
  package init(pattern: String) { self.pattern = pattern }
}
