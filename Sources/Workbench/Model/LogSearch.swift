import BisectionLog
import Query
import Triage

extension LogList {
  /// The nearest row that holds a text, from a row on, wrapping around.
  ///
  /// Of logs it looks at the texts that filters look at, and at the outcome, which the list shows
  /// in words; `heading` is the text of a group's row.
  func row(
    with pattern: TextSearch, from start: Int, direction: Int, heading: (_ row: Int) -> String
  ) -> Int? {
    let outcomes = Set(
      OutcomeKind.allCases.filter { !pattern.ranges(in: $0.rawValue).isEmpty })
    return records.search(for: pattern) { holds in
      for distance in rows.indices {
        let row = (start + direction * distance) %% rows.count
        switch rows[row] {
        case .log(let id):
          if holds(id) || !outcomes.isEmpty && ended(id, as: outcomes) { return row }
        case .group:
          if !pattern.ranges(in: heading(row)).isEmpty { return row }
        }
      }
      return nil
    }
  }

  private func ended(_ id: Int, as outcomes: Set<OutcomeKind>) -> Bool {
    entries[id].summary.map { outcomes.contains($0.outcome) } ?? false
  }
}
