/// Neighbouring cells of one row that changed.
package struct CellRun: Hashable, Sendable {
  /// The row.
  package var row: Int
  /// The columns.
  package var columns: Range<Int>

  /// A run of cells.
  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension ScreenBuffer {
  /// The cells to draw where `old` is shown, left to right and top to bottom.
  ///
  /// If there is no old screen, or one of another size, everything has changed. A run never begins
  /// or ends inside a wide character of the new screen.
  package func changes(since old: ScreenBuffer?) -> [CellRun] {
    var runs: [CellRun] = []
    guard let old, old.size == size else {
      guard size.columns > 0 else { return [] }
      return (0..<size.rows).map { CellRun(row: $0, columns: 0..<size.columns) }
    }
    let sharesClusters = clusters == old.clusters
    for row in 0..<size.rows {
      let start = row * size.columns
      var column = 0
      while column < size.columns {
        guard differs(start + column, from: old, sharesClusters: sharesClusters) else {
          column += 1
          continue
        }
        let first = cells[start + column].width == 0 ? max(0, column - 1) : column
        repeat {
          column += 1
        } while column < size.columns
          && (cells[start + column].width == 0
            || differs(start + column, from: old, sharesClusters: sharesClusters))
        runs.append(CellRun(row: row, columns: first..<column))
      }
    }
    return runs
  }

  private func differs(_ index: Int, from old: ScreenBuffer, sharesClusters: Bool) -> Bool {
    let now = cells[index]
    let before = old.cells[index]
    guard !sharesClusters, now.cluster != nil || before.cluster != nil else {
      return !now.looksLike(before)
    }
    return now.style != before.style || now.width != before.width
      || character(of: now) != old.character(of: before)
  }
}
