import Listing
import Query

import Triage

extension Model {
  /// Goes to the next row of the focused pane that holds what is searched for, going round the end.
  mutating func findMatch(direction: Int, includingCurrent: Bool) -> [Effect] {
    guard !search.isEmpty else {
      status = Status("Nothing is searched for; / begins a search", .dim)
      return []
    }
    let content = focusedContent
    let count = content.rowCount
    let pattern = TextSearch(search)
    let start = focusedState.cursor
    for distance in (includingCurrent ? 0 : 1)..<max(1, count + 1) {
      let row = (start + direction * distance) %% max(1, count)
      guard row < count, content.isSelectable(row),
        !pattern.ranges(in: content.searchText(of: row)).isEmpty
      else { continue }
      let wrapped = direction > 0 ? row < start : row > start
      if wrapped { status = Status("The search went on at the other end", .dim) }
      let effects = moveCursor(to: row, direction: direction)
      showMatch(pattern, on: row, of: content)
      return effects
    }
    status = Status("“\(search)” is not in this pane", .warning)
    return []
  }

  /// Reads the filter as typed and shows what it lets through.
  mutating func applyFilter(_ text: String) -> [Effect] {
    filterText = text
    let reading = Query.read(text, fields: LogField.table)
    filterProblem = reading.mistakes.first?.message
    list.filter(reading.query)
    return openSelected()
  }
}

/// Ranks the commands of the palette.
enum PaletteSearch {
  /// The choices whose names fit a query, the best first.
  static func ranked(_ choices: [Menu.Choice], query: String) -> [Menu.Choice] {
    FuzzyPattern(query).ranked(choices.map(\.text)).map { choices[$0.index] }
  }
}
