import BisectionLog
import Query

extension Model {
  /// Goes to the next row of the focused pane that holds what is searched for, wrapping around.
  mutating func findMatch(direction: Int, includingCurrent: Bool) -> [Effect] {
    guard !dialogue.search.isEmpty else {
      status = Status("Nothing is searched for; / begins a search", .dim)
      return []
    }
    let content = focusedContent
    let count = content.rowCount
    let pattern = TextSearch(dialogue.search)
    let start = focusedState.cursor
    let first = includingCurrent ? start : start + direction
    if desk.focus == .logs {
      let row = list.row(
        with: pattern, from: first, direction: direction, heading: content.searchText)
      return goToMatch(of: pattern, row, direction)
    }
    if let text = content.searchedText {
      let row = text.row(with: pattern, from: first, direction: direction)
      return goToMatch(of: pattern, row, direction)
    }
    for distance in (includingCurrent ? 0 : 1)..<max(1, count + 1) {
      let row = (start + direction * distance) %% max(1, count)
      guard row < count, content.isSelectable(row),
        !pattern.ranges(in: content.searchText(of: row)).isEmpty
      else { continue }
      return goToMatch(of: pattern, row, direction)
    }
    return goToMatch(of: pattern, nil, direction)
  }

  /// Goes to a row that a search has found; nil if there is none.
  private mutating func goToMatch(
    of pattern: TextSearch, _ row: Int?, _ direction: Int
  ) -> [Effect] {
    guard let row else {
      status = Status("“\(dialogue.search)” is not in this pane", .warning)
      return []
    }
    let start = focusedState.cursor
    let wrapped = direction > 0 ? row < start : row > start
    if wrapped { status = Status("The search went on at the other end", .dim) }
    let content = focusedContent
    let effects = moveCursor(to: row, direction: direction)
    showMatch(pattern, on: row, of: content)
    return effects
  }

  /// Reads the filter as typed and shows what it lets through.
  mutating func applyFilter(_ text: String) -> [Effect] {
    filter.text = text
    let reading = Query.read(text, fields: LogField.table)
    filter.problem = reading.mistakes.first?.message
    list.filter(reading.query)
    return openSelected()
  }
}

extension SourceText {
  /// The nearest line (from 0) that holds a text, from a line on, wrapping around.
  ///
  /// It looks through the bytes as a whole: a text may have millions of lines.
  fileprivate func row(with pattern: TextSearch, from row: Int, direction: Int) -> Int? {
    let end = direction > 0 ? row : row + 1
    let offset = lineStarts.indices.contains(end) ? Int(lineStarts[end]) : end < 0 ? 0 : bytes.count
    let hit =
      direction > 0
      ? pattern.first(in: bytes.span, from: offset) ?? pattern.first(in: bytes.span)
      : pattern.last(in: bytes.span, before: offset) ?? pattern.last(in: bytes.span)
    return hit.map { line(at: $0.lowerBound) - 1 }
  }
}
