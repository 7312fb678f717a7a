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

  /// The ids of the entries in order; equal ones stay in the order of their paths.
  ///
  /// - Parameter culprits: how many of the entries name each culprit.
  func order(of entries: [LogEntry], culprits: [String: Int]) -> [Int] {
    switch self {
    case .doubt: entries.ids { $0.summary?.probability ?? $0.withoutCulprit }
    case .trust: entries.ids { -($0.summary?.probability ?? -$0.withoutCulprit) }
    case .title: entries.ids { $0.summary?.title ?? "\u{FFFF}" }
    case .outcome: entries.ids { $0.summary?.outcome.rawValue ?? "\u{FFFF}" }
    case .file: entries.ids { $0.summary?.guiltyFile ?? "\u{FFFF}" }
    case .path, .verdict: entries.ids { _ in 0 }
    case .steps: entries.ids { $0.summary?.steps ?? .max }
    case .culprit:
      entries.ids { entry in
        let culprit = entry.summary?.culprit
        return CulpritKey(
          count: culprit.flatMap { culprits[$0] } ?? 0, culprit: culprit ?? "\u{FFFF}")
      }
    }
  }
}

/// Sorts the culprits named most often first.
private struct CulpritKey: Comparable {
  var count: Int
  var culprit: String

  static func < (one: CulpritKey, other: CulpritKey) -> Bool {
    one.count != other.count ? one.count > other.count : one.culprit < other.culprit
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
  /// The ids, sorted by a key that is worked out once for each.
  fileprivate func ids<Key: Comparable>(by key: (LogEntry) -> Key) -> [Int] {
    let ranks = pathRanks
    var keys: [(key: Key, rank: Int, id: Int)] = []
    keys.reserveCapacity(count)
    for (index, entry) in enumerated() {
      keys.append((key(entry), ranks?[index] ?? index, entry.id))
    }
    keys.sort { $0.key != $1.key ? $0.key < $1.key : $0.rank < $1.rank }
    return keys.map(\.id)
  }

  /// The places of the entries among their sorted paths; nil where they stand in that order already,
  /// as the files of one folder are found.
  private var pathRanks: [Int]? {
    let isSorted = indices.dropFirst().allSatisfy { self[$0 - 1].path <= self[$0].path }
    if isSorted { return nil }
    var ranks = [Int](repeating: 0, count: count)
    let order = indices.sorted { (self[$0].path, $0) < (self[$1].path, $1) }
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }
}
