import Screen

extension Model {
  /// The state of the focused pane.
  var focusedState: PaneState {
    get { desk.states[desk.focus, default: PaneState()] }
    set { desk.states[desk.focus] = newValue }
  }

  /// How many rows the focused pane shows.
  var focusedHeight: Int { layout?.interior(of: desk.focus)?.height ?? 1 }

  /// What the focused pane shows.
  var focusedContent: any PaneContent {
    guard let layout, let place = layout.panes[desk.focus] else {
      return content(of: desk.focus, width: 0)
    }
    return content(of: desk.focus, at: place, hasBorder: layout.hasBorders)
  }

  /// Moves the cursor of the focused pane.
  mutating func move(_ action: Action) -> [Effect] {
    let page = max(1, focusedHeight - 1)
    switch action {
    case .up: return moveCursor(by: -1)
    case .down: return moveCursor(by: 1)
    case .pageUp: return moveCursor(byLines: -page)
    case .pageDown: return moveCursor(byLines: page)
    case .halfPageUp: return moveCursor(byLines: -max(1, page / 2))
    case .halfPageDown: return moveCursor(byLines: max(1, page / 2))
    case .top: return moveCursor(to: 0, direction: 1)
    case .bottom: return moveCursor(to: focusedContent.rowCount - 1, direction: -1)
    default: return []
    }
  }

  /// Moves the cursor of the focused pane over as many rows as have some lines of the screen, or
  /// through a row that is higher than the pane.
  private mutating func moveCursor(byLines distance: Int) -> [Effect] {
    let content = focusedContent
    let start = focusedState.cursor
    guard start < content.rowCount else { return [] }
    let hidden = content.height(of: start) - focusedHeight
    if hidden > 0, distance > 0 ? focusedState.skipped < hidden : focusedState.skipped > 0 {
      focusedState.skipped = max(0, min(hidden, focusedState.skipped + distance))
      return []
    }
    let step = distance < 0 ? -1 : 1
    var row = start
    var left = abs(distance)
    while (0..<content.rowCount).contains(row + step) {
      left -= content.height(of: distance > 0 ? row : row + step)
      guard left >= 0 || row == start else { break }
      row += step
    }
    let effects = moveCursor(to: row == start ? start + distance : row, direction: distance)
    if distance < 0, focusedState.cursor != start { focusedState.skipped = .max }
    return effects
  }

  /// Moves the cursor of the focused pane by some rows.
  mutating func moveCursor(by distance: Int) -> [Effect] {
    moveCursor(to: focusedState.cursor + distance, direction: distance)
  }

  /// Moves the cursor of the focused pane to a row, or to the nearest one it can be on.
  mutating func moveCursor(to row: Int, direction: Int) -> [Effect] {
    let content = focusedContent
    guard content.rowCount > 0 else { return [] }
    let target = content.selectable(near: row, direction: direction)
    if desk.focus == .logs {
      list.select(row: target)
      return openSelected()
    }
    let isBlockedAbove = direction < 0 && target >= focusedState.cursor
    if isBlockedAbove { focusedState.top = 0 }
    let old = desk.focus == .timeline ? selectedStep : nil
    if target != focusedState.cursor { focusedState.skipped = 0 }
    focusedState.cursor = target
    if desk.focus == .timeline, selectedStep != old { desk.states[.results] = PaneState() }
    return []
  }

  /// Gives the keys to the next or previous pane.
  mutating func turnFocus(by step: Int) -> [Effect] {
    let panes = self.panes.filter { pane in
      layout?.hasBorders != true || layout?.panes[pane] != nil
    }
    guard let index = panes.firstIndex(of: desk.focus) else { return focus(on: .timeline) }
    return focus(on: panes[(index + step) %% panes.count])
  }

  /// Gives the keys to a pane.
  mutating func focus(on pane: Pane) -> [Effect] {
    guard panes.contains(pane) else {
      status = Status("There is only one log", .dim)
      return []
    }
    if pane == .rawText, desk.focus != .rawText { followSelection() }
    desk.focus = pane
    if pane == .rawText { desk.showsRawText = true }
    if pane == .stack { desk.showsRawText = false }
    return []
  }

  /// Goes to another log, from any pane.
  mutating func moveBetweenLogs(_ action: Action) -> [Effect] {
    guard let row = list.selectedRow else { return [] }
    let target: Int? =
      switch action {
      case .nextLog: row + 1
      case .previousLog: row - 1
      case .nextUnreviewed: list.row(from: row, step: 1, where: isUnreviewed)
      default: list.row(from: row, step: -1, where: isUnreviewed)
      }
    guard let target else {
      status = Status("Every log shown has a verdict", .dim)
      return []
    }
    list.select(row: target)
    return openSelected()
  }

  /// Moves the timeline's cursor over steps, from any pane.
  mutating func moveStep(by step: Int) -> [Effect] {
    inPane(.timeline) { $0.moveCursor(by: step) }
  }

  /// Runs `body` as if another pane had the focus, without moving the focus.
  mutating func inPane(_ pane: Pane, _ change: (inout Model) -> [Effect]) -> [Effect] {
    let before = desk.focus
    desk.focus = pane
    defer { desk.focus = before }
    return change(&self)
  }
}
