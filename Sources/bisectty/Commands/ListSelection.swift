import Exports
import Query

/// Which lines of a list are printed, and in what order.
struct ListSelection: Sendable {
  private let query: Query
  private let order: ListOrder?
  private let isDescending: Bool

  /// Reads a filter.
  ///
  /// - Throws: ``CommandFailure`` if it makes no sense.
  init(filter: String?, order: ListOrder?, isDescending: Bool) throws(CommandFailure) {
    let reading = Query.read(filter ?? "", fields: LogField.table)
    if let problem = reading.problems.first {
      throw CommandFailure(
        .usage, "--filter: \(problem.message), at column \(problem.range.lowerBound + 1)")
    }
    query = reading.query
    self.order = order
    self.isDescending = isDescending
  }

  /// Whether lines can be printed as they come.
  var keepsOrder: Bool { order == nil && query.sort.isEmpty }

  /// Whether a line is printed.
  func contains(_ entry: ListEntry) -> Bool {
    query.isEverything || query.matches(row: 0, in: table(of: [entry]))
  }

  /// The lines that are printed, in order; a column from an option precedes the query's own.
  func ordered(_ entries: [ListEntry]) -> [ListEntry] {
    let table = table(of: entries)
    let rows = table.sorted(query.rows(in: table), by: query.sort)
    let chosen = rows.map { entries[$0] }
    return order?.sorted(chosen, descending: isDescending) ?? chosen
  }

  private func table(of entries: [ListEntry]) -> RecordTable {
    var table = RecordTable(fields: LogField.table)
    for entry in entries { table.append(entry.fieldValues) }
    return table
  }
}

extension ListEntry {
  /// What can be asked of the entry.
  fileprivate var fieldValues: [FieldValue] {
    switch self {
    case .unreadable(let path, _): LogField.values(path: path, isUnreadable: true)
    case .log(let path, _, let summary, let review):
      LogField.values(path: path, summary, reviews: review.map { [$0] } ?? [], isContested: false)
    }
  }
}
