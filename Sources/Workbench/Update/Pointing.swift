import Screen

extension Model {
  /// Something the mouse did: focus and select with a press, scroll with the wheel.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    guard case .browsing = mode, let layout else { return [] }
    if drag(event, in: layout) { return [] }
    if layout.tabs.contains(row: event.row, column: event.column), event.action == .press {
      let tab = TabsView.pane(at: event.column, of: panes, focus: focus)
      return tab.map { focus(on: $0) } ?? []
    }
    let hit = layout.panes.first { $0.value.contains(row: event.row, column: event.column) }
    guard let pane = hit?.key, let room = layout.interior(of: pane) else { return [] }
    switch event.action {
    case .wheelUp: return inPane(pane) { $0.moveCursor(by: -3) }
    case .wheelDown: return inPane(pane) { $0.moveCursor(by: 3) }
    case .press:
      let effects = focus == pane ? [] : focus(on: pane)
      return effects + select(screenRow: event.row - room.row)
    case .doublePress: return openRow()
    case .release, .drag: return []
    }
  }

  /// Puts the focused pane's cursor on what a row of its window shows.
  private mutating func select(screenRow: Int) -> [Effect] {
    guard screenRow >= 0, screenRow < focusedHeight else { return [] }
    let content = focusedContent
    var row = focusedState.top
    var lines = -focusedState.skipped
    while row < content.rowCount {
      lines += content.height(of: row)
      if lines > screenRow { return moveCursor(to: row, direction: 1) }
      row += 1
    }
    return []
  }
}
