import Screen

extension Model {
  /// Something the mouse did, to what is in front.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    guard let layout else { return [] }
    switch dialogue.mode {
    case .browsing: return handle(event, over: layout)
    case .menu(let menu): return handle(event, over: menu)
    case .hits: return handleOverHits(event)
    case .help(let top):
      if let rows = event.wheelRows { showHelp(from: top + rows) }
      return []
    case .prompt: return []
    }
  }

  /// Something the mouse did to the panes: focus and select with a press, scroll with the wheel.
  private mutating func handle(_ event: MouseEvent, over layout: Layout) -> [Effect] {
    if drag(event, in: layout) { return [] }
    if layout.tabs.contains(row: event.row, column: event.column), event.action == .press {
      let tab = TabsView.pane(at: event.column, of: panes, focus: desk.focus)
      return tab.map { focus(on: $0) } ?? []
    }
    let hit = layout.panes.first { $0.value.contains(row: event.row, column: event.column) }
    guard let pane = hit?.key, let room = layout.interior(of: pane) else { return [] }
    if let rows = event.wheelRows { return inPane(pane) { $0.moveCursor(by: rows) } }
    switch event.action {
    case .press:
      let effects = desk.focus == pane ? [] : focus(on: pane)
      return effects + select(screenRow: event.row - room.row)
    case .doublePress: return openRow()
    default: return []
    }
  }

  /// A mouse event on a menu: a press on a choice selects it, one beside the menu closes it.
  private mutating func handle(_ event: MouseEvent, over open: Menu) -> [Effect] {
    var menu = open
    let view = MenuView(menu: menu)
    if let rows = event.wheelRows {
      let last = max(0, menu.visible.count - 1)
      menu.cursor = min(max(0, menu.cursor + rows.signum()), last)
      dialogue.mode = .menu(menu)
    } else if event.action == .press {
      guard view.box(in: size).contains(row: event.row, column: event.column) else {
        dialogue.mode = .browsing
        return []
      }
      let choice = view.choice(at: event, in: size)
      return choice.map { carryOut(menu.visible[$0].result) } ?? []
    }
    return []
  }

  /// Something the mouse did to the places found: a press goes to one.
  private mutating func handleOverHits(_ event: MouseEvent) -> [Effect] {
    guard let hits = dialogue.hits else { return [] }
    if let rows = event.wheelRows {
      dialogue.hits?.cursor = min(max(0, hits.cursor + rows), max(0, hits.hits.count - 1))
    } else if event.action == .press,
      let hit = HitsView(model: self, hits: hits).hit(atRow: event.row, in: size)
    {
      dialogue.hits?.cursor = hit
      return go(to: hits.hits[hit])
    }
    return []
  }

  /// Moves the focused pane's cursor to the row shown in a row of its window.
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

extension MouseEvent {
  /// By how many rows the wheel was turned, downwards; nil if it was not.
  var wheelRows: Int? {
    switch action {
    case .wheelUp: -3
    case .wheelDown: 3
    default: nil
    }
  }
}
