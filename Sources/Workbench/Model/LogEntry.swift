import Reviews
import Triage

/// A log in the list: a file that was found, and what became of it.
package struct LogEntry: Sendable, Identifiable {
  /// Its place in the order in which files were found, from 0.
  package let id: Int
  /// Its path as given or found; `-` for standard input.
  package let path: String
  /// What became of it.
  package var state: State
  /// Whether its file existed and is gone.
  package var isGone = false

  /// What became of a file.
  package enum State: Sendable {
    /// Not read yet.
    case pending
    /// Read; the digest is of its bytes after decompression. What is known of it is kept elsewhere,
    /// so that an entry is cheap to move.
    indirect case read(ContentDigest, LogSummary)
    /// It could not be read, and why, in one line.
    case failed(String)
  }

  /// A file that was found.
  package init(id: Int, path: String, state: State = .pending) {
    self.id = id
    self.path = path
    self.state = state
  }

  /// Whether it could not be read.
  package var isUnreadable: Bool {
    if case .failed = state { true } else { false }
  }

  /// What the list shows of it; nil until it is read.
  package var summary: LogSummary? {
    if case .read(_, let summary) = state { summary } else { nil }
  }

  /// What its review is kept under; nil until it is read.
  package var digest: ContentDigest? {
    if case .read(let digest, _) = state { digest } else { nil }
  }
}
