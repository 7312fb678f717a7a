import Screen

/// How often what the panes show has changed.
struct Revisions: Hashable, Sendable {
  /// Changes to the list of logs, the moving of its cursor among them.
  var list = 0
  /// Changes to everything else that panes are made from, but for where they stand.
  var log = 0
}

/// What decides the cells of a pane: where it is the same as before, so are they.
struct PaneSource: Hashable, Sendable {
  /// Its place, border included.
  let place: Rect
  let hasBorder: Bool
  let isFocused: Bool
  /// Where it stands.
  let state: PaneState
  /// What is searched for in it.
  let search: String
  /// The step whose results it shows.
  let step: Int?
  let revisions: Revisions
}

extension Model {
  /// What decides the cells of a pane at a place.
  func source(of pane: Pane, at place: Rect, hasBorder: Bool) -> PaneSource {
    var revisions = revisions
    // While there is no log the panes tell what became of the selected one.
    if pane != .logs, opened != nil { revisions.list = 0 }
    return PaneSource(
      place: place, hasBorder: hasBorder, isFocused: focus == pane,
      state: states[pane, default: PaneState()], search: focus == pane ? search : "",
      step: pane == .results ? selectedStep : nil, revisions: revisions)
  }
}
