/// A size in cells.
package struct ScreenSize: Hashable, Sendable {
  /// How many rows.
  package var rows: Int
  /// How many columns.
  package var columns: Int

  /// A size; negative numbers count as none.
  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// A rectangle of cells; rows and columns count from 0 at the top left.
package struct Rect: Hashable, Sendable {
  /// The first row.
  package var row: Int
  /// The first column.
  package var column: Int
  /// How many rows.
  package var height: Int
  /// How many columns.
  package var width: Int

  /// A rectangle; negative sizes count as none.
  package init(row: Int, column: Int, height: Int, width: Int) {
    self.row = row
    self.column = column
    self.height = max(0, height)
    self.width = max(0, width)
  }

  /// The row below the last.
  package var endRow: Int { row + height }
  /// The column after the last.
  package var endColumn: Int { column + width }
  /// Whether it holds no cell.
  package var isEmpty: Bool { height == 0 || width == 0 }

  /// Whether a cell lies in it.
  package func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < endRow && column >= self.column && column < endColumn
  }

  /// The rectangle without a border of `thickness` cells on each side.
  package func inset(by thickness: Int = 1) -> Rect {
    Rect(
      row: row + thickness, column: column + thickness, height: height - 2 * thickness,
      width: width - 2 * thickness)
  }

  /// The part both have; empty if there is none.
  package func intersection(_ other: Rect) -> Rect {
    let firstRow = max(row, other.row)
    let firstColumn = max(column, other.column)
    return Rect(
      row: firstRow, column: firstColumn, height: min(endRow, other.endRow) - firstRow,
      width: min(endColumn, other.endColumn) - firstColumn)
  }
}
