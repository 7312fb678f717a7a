/// The rows of the list: logs, one below the other or in groups that can be folded.
struct LogRows: Sendable {
  /// What is on screen, row by row.
  private(set) var rows: [LogRow] = []
  /// The groups, the largest first; empty without grouping.
  private(set) var groups: [LogGroup] = []
  /// The groups whose logs are hidden, by what they share.
  var folded: Set<String?> = []
  /// The row of each log by its id; -1 for one that is not shown.
  private var rowOfLog: [Int] = []

  /// Makes room for a log whose id is the next.
  mutating func extend() { rowOfLog.append(-1) }

  /// Adds a log below the others, where there are no groups.
  mutating func append(_ id: Int) {
    rowOfLog[id] = rows.count
    rows.append(.log(id))
  }

  /// Rebuilds the rows from logs in their order.
  mutating func lay(_ shown: [Int], of entries: [LogEntry], by grouping: LogGrouping?) {
    groups = grouping?.groups(of: shown, in: entries) ?? []
    if groups.isEmpty {
      rows = shown.map { .log($0) }
    } else {
      rows = groups.enumerated().flatMap { index, group in
        [.group(index)] + (folded.contains(group.key) ? [] : group.members.map { .log($0) })
      }
    }
    for id in rowOfLog.indices { rowOfLog[id] = -1 }
    for (row, shown) in rows.enumerated() {
      if case .log(let id) = shown { rowOfLog[id] = row }
    }
  }

  /// The log of a row; of a group's row its first.
  func id(at row: Int) -> Int? {
    switch rows[row] {
    case .log(let id): id
    case .group(let index): groups[index].members.first
    }
  }

  /// The group whose own row this is.
  func group(at row: Int) -> LogGroup? {
    if case .group(let index) = rows[row] { groups[index] } else { nil }
  }

  /// The row that shows a log, or else the group it is folded into; nil if none does.
  func row(of id: Int) -> Int? {
    if let row = ownRow(of: id) { return row }
    guard let group = groups.firstIndex(where: { $0.members.contains(id) }) else { return nil }
    return rows.firstIndex(of: .group(group))
  }

  /// The row that shows a log itself.
  func ownRow(of id: Int) -> Int? {
    rowOfLog.indices.contains(id) && rowOfLog[id] >= 0 ? rowOfLog[id] : nil
  }

  /// The row of the group that shares a key.
  func row(ofGroup key: String?) -> Int? {
    groups.firstIndex { $0.key == key }.flatMap { rows.firstIndex(of: .group($0)) }
  }
}
