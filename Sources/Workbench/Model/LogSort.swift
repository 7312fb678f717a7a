import BisectionLog
import Triage

/// How the list of logs is sorted.
package enum LogSort: String, Sendable, CaseIterable {
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
  package var label: String {
    self == .file ? "guilty file" : rawValue
  }

  /// Whether an entry has what is sorted by; those without it come after the others in both
  /// directions.
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
    case .title: entries.ids { TextKey($0.summary?.title) }
    case .outcome: entries.ids { TextKey($0.summary?.outcome.rawValue) }
    case .file: entries.ids { TextKey($0.summary?.guiltyFile) }
    case .path, .verdict: entries.ids { _ in 0 }
    case .steps: entries.ids { $0.summary?.steps ?? .max }
    case .culprit:
      entries.ids { entry in
        let culprit = entry.summary?.culprit
        return CulpritKey(
          count: culprit.flatMap { culprits[$0] } ?? 0, culprit: TextKey(culprit))
      }
    }
  }
}

/// A text to sort by, which most differ in the first bytes of; what has none comes last.
private struct TextKey: Comparable, Hashable {
  let beginning: UInt64
  let text: String

  init(_ text: String?) {
    self.text = text ?? ""
    var bytes = self.text.utf8.makeIterator()
    beginning =
      text == nil ? .max : (0..<8).reduce(0) { left, _ in left << 8 | UInt64(bytes.next() ?? 0) }
  }

  static func < (one: TextKey, other: TextKey) -> Bool {
    one.beginning != other.beginning ? one.beginning < other.beginning : one.text < other.text
  }
}

/// Sorts the culprits named most often first.
private struct CulpritKey: Comparable, Hashable {
  var count: Int
  var culprit: TextKey

  static func < (one: CulpritKey, other: CulpritKey) -> Bool {
    one.count != other.count ? one.count > other.count : one.culprit < other.culprit
  }
}

extension LogEntry {
  /// Sorts logs without a trusted culprit after those with one: other outcomes, failures, not read
  /// yet.
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
  ///
  /// Of many logs most share their keys with others: only the different ones are sorted, and the logs
  /// are dealt out to them.
  fileprivate func ids<Key: Comparable & Hashable>(by key: (LogEntry) -> Key) -> [Int] {
    var numbers: [Key: Int] = [:]
    var counts: [Int] = []
    let numberOfEntry = indices.map { index in
      let key = key(self[index])
      let number = numbers[key] ?? counts.count
      if number == counts.count {
        numbers[key] = number
        counts.append(0)
      }
      counts[number] += 1
      return number
    }
    var starts = counts
    var start = 0
    for (_, number) in numbers.sorted(by: { $0.key < $1.key }) {
      starts[number] = start
      start += counts[number]
    }
    var ids = [Int](repeating: 0, count: count)
    for index in inOrderOfPaths ?? Array<Int>(indices) {
      let number = numberOfEntry[index]
      ids[starts[number]] = self[index].id
      starts[number] += 1
    }
    return ids
  }

  /// The places of the entries in the order of their paths; nil if they are in it already, as the
  /// files of one folder are found.
  private var inOrderOfPaths: [Int]? {
    let isSorted = indices.dropFirst().allSatisfy { self[$0 - 1].path <= self[$0].path }
    return isSorted ? nil : indices.sorted { (self[$0].path, $0) < (self[$1].path, $1) }
  }
}
