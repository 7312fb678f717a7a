import Screen

/// A column of panes before it has its place.
struct LayoutColumn {
  /// Its name, regardless of what is hidden: its first pane.
  let name: Pane
  /// Its default width.
  let width: Int
  /// The panes from the top, each with its default height.
  var panes: [(pane: Pane, height: Int)]

  init(width: Int, _ panes: [(pane: Pane, height: Int)]) {
    name = panes.first?.pane ?? .logs
    self.width = width
    self.panes = panes
  }
}

extension Layout {
  /// The least width and height of a pane with its border.
  static let least = ScreenSize(rows: 4, columns: 24)

  /// Distributes columns over an area; the last one of each row and column gets the remainder.
  mutating func place(
    _ columns: [LayoutColumn], in room: Rect, _ arrangement: PaneArrangement
  ) {
    let shown = columns.compactMap { column -> LayoutColumn? in
      var column = column
      column.panes.removeAll { arrangement.hidden.contains($0.pane) }
      return column.panes.isEmpty ? nil : column
    }
    var start = room.column
    for (index, column) in shown.enumerated() {
      let isLast = index == shown.count - 1
      let after = (shown.count - 1 - index) * Self.least.columns
      let border = PaneArrangement.Border.rightOf(column.name)
      let wanted = column.width + arrangement.shifts[border, default: 0]
      let left = room.endColumn - start
      let width = isLast ? left : max(Self.least.columns, min(wanted, left - after))
      let rect = Rect(row: room.row, column: start, height: room.height, width: width)
      place(column.panes, in: rect, arrangement)
      start += width
      if !isLast {
        borders[border] = Rect(row: room.row, column: start - 1, height: room.height, width: 2)
      }
    }
  }

  private mutating func place(
    _ stack: [(pane: Pane, height: Int)], in column: Rect, _ arrangement: PaneArrangement
  ) {
    var start = column.row
    for (index, part) in stack.enumerated() {
      let isLast = index == stack.count - 1
      let after = (stack.count - 1 - index) * Self.least.rows
      let border = PaneArrangement.Border.below(part.pane)
      let wanted = part.height + arrangement.shifts[border, default: 0]
      let left = column.endRow - start
      let height = isLast ? left : max(Self.least.rows, min(wanted, left - after))
      panes[part.pane] = Rect(
        row: start, column: column.column, height: height, width: column.width)
      start += height
      if !isLast {
        borders[border] = Rect(
          row: start - 1, column: column.column, height: 2, width: column.width)
      }
    }
  }

  /// The border at a cell; where a row and a column meet, the one between columns.
  func border(row: Int, column: Int) -> PaneArrangement.Border? {
    let hits = borders.filter { $0.value.contains(row: row, column: column) }.map(\.key)
    return hits.first { if case .rightOf = $0 { true } else { false } } ?? hits.first
  }

  /// The position of a border: its row, or its column.
  func position(of border: PaneArrangement.Border) -> Int? {
    guard let rect = borders[border] else { return nil }
    if case .below = border { return rect.row }
    return rect.column
  }
}
