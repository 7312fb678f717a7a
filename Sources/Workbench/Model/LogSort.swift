import BisectionLog
import Triage

/// How the list of logs is sorted.
public enum LogSort: String, Sendable, CaseIterable {
  /// The least trusted culprits first, then the logs without one, then what is not read.
  case doubt
  /// The most trusted culprits first.
  case trust
  /// By crash title.
  case title
  /// By culprit, the most often named first.
  case culprit
  /// By outcome.
  case outcome
  /// By the file that the crash points at.
  case file
  /// By path.
  case path
  /// By how many revisions were tested.
  case steps
  /// By verdict, those without one last.
  case verdict

  /// What the header calls it.
  public var label: String {
    self == .file ? "guilty file" : rawValue
  }

  /// Whether an entry has what is sorted by; those that have not stay behind the others either way.
  func sorts(_ entry: LogEntry) -> Bool {
    switch self {
    case .doubt, .trust: entry.summary?.probability != nil
    case .title: entry.summary?.title != nil
    case .culprit: entry.summary?.culprit != nil
    case .file: entry.summary?.guiltyFile != nil
    case .outcome, .steps, .verdict: entry.summary != nil
    case .path: true
    }
  }

  /// The entries in order; equal ones stay in the order of their paths.
  func arranged(_ entries: [LogEntry]) -> [LogEntry] {
    switch self {
    case .doubt: entries.sortedByKey { ($0.summary?.probability ?? $0.withoutCulprit, $0.path) }
    case .trust: entries.sortedByKey { (-($0.summary?.probability ?? -$0.withoutCulprit), $0.path) }
    case .title: entries.sortedByKey { ($0.summary?.title ?? "\u{FFFF}", $0.path) }
    case .outcome: entries.sortedByKey { ($0.summary?.outcome.rawValue ?? "\u{FFFF}", $0.path) }
    case .file: entries.sortedByKey { ($0.summary?.guiltyFile ?? "\u{FFFF}", $0.path) }
    case .path, .verdict: entries.sortedByKey { ($0.path, "") }
    case .steps: entries.sortedByKey { ($0.summary?.steps ?? .max, $0.path) }
    case .culprit:
      entries.sortedByKey { [counts = entries.culpritCounts] entry in
        let culprit = entry.summary?.culprit
        return (-(culprit.flatMap { counts[$0] } ?? 0), (culprit ?? "\u{FFFF}") + entry.path)
      }
    }
  }
}

extension LogEntry {
  /// Sorts logs without a trusted culprit behind those with one: other outcomes, failures, not read yet.
  fileprivate var withoutCulprit: Double {
    switch state {
    case .read: 2
    case .failed: 3
    case .pending: 4
    }
  }
}

extension [LogEntry] {
  /// How many logs name each culprit.
  var culpritCounts: [String: Int] {
    reduce(into: [:]) { counts, entry in
      if let culprit = entry.summary?.culprit { counts[culprit, default: 0] += 1 }
    }
  }

  /// Sorted by a key that is worked out once for each.
  fileprivate func sortedByKey<First: Comparable>(
    _ key: (LogEntry) -> (First, String)
  ) -> [LogEntry] {
    map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
