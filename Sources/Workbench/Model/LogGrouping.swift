import Triage

/// What logs of the list are grouped by.
package enum LogGrouping: String, Sendable, CaseIterable {
  /// The commit they name.
  case culprit
  /// What the titles of one bug share, such as the function they name.
  case title
  /// The title of another bug that their runs crashed with.
  case foreign
  /// The file that their crash points at.
  case file
  /// How they end.
  case outcome

  /// What menus call it.
  package var label: String {
    switch self {
    case .title: "title family"
    case .foreign: "foreign title"
    case .file: "guilty file"
    case .culprit, .outcome: rawValue
    }
  }

  /// The group of a log; logs without one share a group.
  func key(of entry: LogEntry) -> String? {
    guard let summary = entry.summary else { return nil }
    return switch self {
    case .culprit: summary.culprit
    case .title: summary.titleFamily
    case .foreign: summary.foreignTitle
    case .file: summary.guiltyFile
    case .outcome: summary.outcomeText
    }
  }

  /// The text of a group's row.
  func heading(of key: String?, first: LogEntry) -> String {
    guard let key else {
      return switch self {
      case .culprit: "without a culprit"
      case .title: "without a title"
      case .foreign: "without another bug's crash"
      case .file: "without a guilty file"
      case .outcome: "not read"
      }
    }
    return switch self {
    case .culprit: "\(key.prefix(12))  \(first.summary?.culpritTitle ?? "")"
    case .title where key.hasPrefix("in "): "\(key)  \(first.summary?.title ?? "")"
    default: key
    }
  }
}

extension LogGrouping {
  /// Logs in groups, the largest first; those that share nothing are last.
  func groups(of ids: [Int], in entries: [LogEntry]) -> [LogGroup] {
    var groups: [LogGroup] = []
    var places: [String?: Int] = [:]
    for id in ids {
      let key = key(of: entries[id])
      if let place = places[key] {
        groups[place].members.append(id)
      } else {
        places[key] = groups.count
        groups.append(
          LogGroup(key: key, heading: heading(of: key, first: entries[id]), members: [id]))
      }
    }
    return groups.enumerated().sorted { left, right in
      let a = (left.element.key == nil ? 1 : 0, -left.element.members.count, left.offset)
      let b = (right.element.key == nil ? 1 : 0, -right.element.members.count, right.offset)
      return a < b
    }.map(\.element)
  }
}

/// A row of the list of logs.
package enum LogRow: Hashable, Sendable {
  /// The row above a group, by the group's place.
  case group(Int)
  /// A log by its id.
  case log(Int)
}

/// Logs that share a group.
package struct LogGroup: Sendable {
  /// What they share; nil for those that have none.
  package var key: String?
  /// Their heading.
  package var heading: String
  /// Their ids, in the order of the list.
  package var members: [Int]
}
