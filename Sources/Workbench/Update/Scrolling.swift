import Query
import Screen

extension Model {
  /// Wraps the long lines of the focused pane, or lets them leave it again.
  mutating func toggleWrapping() -> [Effect] {
    guard desk.focus.wrapsLines else {
      status = Status(
        desk.focus == .culprit
          ? "This pane wraps its text always" : "These rows are columns; h and l scroll sideways",
        .dim)
      return []
    }
    let isWrapped = desk.wrapped.remove(desk.focus) != nil
    if !isWrapped { desk.wrapped.insert(desk.focus) }
    focusedState.left = 0
    status = Status(isWrapped ? "Long lines are cut" : "Long lines are wrapped", .dim)
    return []
  }

  /// Scrolls the focused pane sideways by half its width, as far as its longest visible line needs.
  mutating func scroll(by direction: Int) -> [Effect] {
    guard !desk.wrapped.contains(desk.focus) else {
      status = Status("Long lines are wrapped; there is nothing beside them", .dim)
      return []
    }
    let content = focusedContent
    let room = textRoom(of: content)
    let shown = focusedState.top..<min(content.rowCount, focusedState.top + focusedHeight)
    let widest = shown.flatMap(content.lines).map(\.width).max() ?? 0
    let farthest = max(0, widest - content.gutter - room)
    let left = focusedState.left
    let wanted = left + direction * max(8, room / 2)
    focusedState.left = max(0, min(wanted, max(farthest, direction < 0 ? left : farthest)))
    if direction > 0, focusedState.left <= left {
      focusedState.left = left
      status = Status("No line here continues to the right", .dim)
    }
    return []
  }

  /// Scrolls sideways so far that the match on a row is seen.
  mutating func showMatch(_ pattern: TextSearch, on row: Int, of content: any PaneContent) {
    guard desk.focus.wrapsLines, !desk.wrapped.contains(desk.focus),
      let line = content.lines(of: row).first,
      let match = pattern.ranges(in: line.text).first
    else { return }
    let bytes = Array(line.text.utf8)
    let column = { (offset: Int) in
      String(decoding: bytes.prefix(offset), as: UTF8.self).displayWidth - content.gutter
    }
    let (start, end) = (column(match.lowerBound), column(match.upperBound))
    let room = textRoom(of: content)
    let left = focusedState.left
    guard start >= 0, left > 0 && start <= left || end >= left + room else { return }
    focusedState.left = end < room ? 0 : max(0, start - room / 2)
  }

  /// How many columns of the focused pane the text has beside what stays in place.
  private func textRoom(of content: any PaneContent) -> Int {
    let width = layout?.interior(of: desk.focus)?.width ?? 1
    return max(1, width - 1 - content.outlineWidth - content.gutter)
  }
}
