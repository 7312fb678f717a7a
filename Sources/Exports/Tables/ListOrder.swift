import BisectionLog
import Reviews
import Triage

/// A column that a list can be ordered by.
package enum ListOrder: String, Sendable, CaseIterable {
  case path, probability, outcome, culprit, culpritTitle, crashTitle, originalTitle, steps,
    suspectCommit
  case guiltyFunction, guiltyFile, format, direction, unrecognised, verdict

  /// Orders entries by the column; equal ones keep their places, and what has no value comes last.
  package func sorted(_ entries: [ListEntry], descending: Bool = false) -> [ListEntry] {
    let keyed = entries.enumerated().map { (offset: $0, key: key(of: $1), entry: $1) }
    let ordered = keyed.sorted { left, right in
      guard let leftKey = left.key, let rightKey = right.key else {
        return left.key == nil && right.key == nil
          ? left.offset < right.offset : left.key != nil
      }
      if leftKey == rightKey { return left.offset < right.offset }
      return descending ? rightKey < leftKey : leftKey < rightKey
    }
    return ordered.map(\.entry)
  }

  /// What a column holds for ordering.
  private enum Key: Comparable {
    case number(Double)
    case text(String)
  }

  private func key(of entry: ListEntry) -> Key? {
    guard case .log(let path, _, let summary, let review) = entry else { return nil }
    return switch self {
    case .path: .text(path)
    case .probability: summary.probability.map(Key.number)
    case .outcome: .text(summary.outcome.rawValue)
    case .culprit: summary.culprit.map(Key.text)
    case .culpritTitle: summary.culpritTitle.map(Key.text)
    case .crashTitle: summary.crashTitle.map(Key.text)
    case .originalTitle: summary.originalTitle.map(Key.text)
    case .steps: .number(Double(summary.steps))
    case .suspectCommit: summary.suspectCommit.map(Key.text)
    case .guiltyFunction: summary.guiltyFunction.map(Key.text)
    case .guiltyFile: summary.guiltyFile.map(Key.text)
    case .format: .text(summary.format.rawValue)
    case .direction: .text(summary.direction.rawValue)
    case .unrecognised: .number(Double(summary.unrecognised))
    case .verdict: (review?.verdict?.rawValue).map(Key.text)
    }
  }
}
