import Screen

extension Model {
  /// Resizes, hides or brings back panes.
  mutating func rearrange(_ action: Action) -> [Effect] {
    guard let layout, layout.hasBorders else {
      status = Status("Only one pane is shown here; a larger screen shows several", .dim)
      return []
    }
    switch action {
    case .grow: moveEdge(by: 1, inColumn: true, layout)
    case .shrink: moveEdge(by: -1, inColumn: true, layout)
    case .widen: moveEdge(by: 2, inColumn: false, layout)
    case .narrow: moveEdge(by: -2, inColumn: false, layout)
    case .hide: return hideFocused(layout)
    default:
      desk.arrangement = PaneArrangement()
      status = Status("All panes are shown in their own sizes", .dim)
    }
    return []
  }

  /// Moves the border below the focused pane, or right of its column, or else the one on its other side.
  private mutating func moveEdge(by distance: Int, inColumn: Bool, _ layout: Layout) {
    guard let rect = layout.panes[desk.focus] else { return }
    let candidates = layout.borders.filter { border, _ in
      if case .below = border { inColumn } else { !inColumn }
    }
    let after = candidates.first { _, place in
      inColumn
        ? place.row == rect.endRow - 1 && place.column == rect.column
        : place.column == rect.endColumn - 1
    }
    let before = candidates.first { _, place in
      inColumn
        ? place.row == rect.row - 1 && place.column == rect.column
        : place.column == rect.column - 1
    }
    guard let border = after ?? before, let place = layout.position(of: border.key) else {
      status = Status(
        inColumn ? "There is nothing above or below" : "There is nothing beside", .dim)
      return
    }
    move(border.key, to: place + (after == nil ? -distance : distance))
  }

  /// Moves a border to a row or column, or as near as the panes beside it allow.
  mutating func move(_ border: PaneArrangement.Border, to place: Int) {
    guard let now = layout?.position(of: border) else { return }
    let shift = desk.arrangement.shifts[border, default: 0]
    desk.arrangement.shifts[border] = shift + place - now
    let reached = layout?.position(of: border) ?? now
    let settled = shift + reached - now
    let limit = PaneArrangement.limit
    desk.arrangement.shifts[border] = settled == 0 ? nil : max(-limit, min(limit, settled))
  }

  /// Hides the focused pane and gives the keys to another one.
  private mutating func hideFocused(_ layout: Layout) -> [Effect] {
    let others = Pane.allCases.filter { $0 != desk.focus && layout.panes[$0] != nil }
    guard let next = others.first(where: { $0.rawValue > desk.focus.rawValue }) ?? others.last
    else {
      status = Status("The last pane stays", .dim)
      return []
    }
    let hidden = desk.focus
    desk.focus = next
    desk.arrangement.hidden.insert(hidden)
    status = Status("\(hidden.title) is hidden; \(hidden.rawValue) shows it again", .dim)
    return []
  }

  /// Handles mouse events on borders; returns whether a border was affected.
  mutating func drag(_ event: MouseEvent, in layout: Layout) -> Bool {
    switch event.action {
    case .press:
      desk.draggedBorder = layout.border(row: event.row, column: event.column)
      // A press on a pane's title still gives it the keys.
      return false
    case .drag:
      guard let draggedBorder = desk.draggedBorder else { return false }
      if case .below = draggedBorder {
        move(draggedBorder, to: event.row)
      } else {
        move(draggedBorder, to: event.column)
      }
      return true
    case .release:
      defer { desk.draggedBorder = nil }
      return desk.draggedBorder != nil
    case .wheelUp, .wheelDown, .doublePress: return false
    }
  }
}
