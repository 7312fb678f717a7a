import Screen

/// The versions of the values that panes are made from.
struct Versions: Hashable, Sendable {
  /// That of the list of logs, the moving of its cursor included.
  var list: Int
  /// Those of everything else.
  let others: [Int]
}

/// What decides the cells of a pane: where it is the same as before, so are they.
struct PaneSource: Hashable, Sendable {
  /// Its place, border included.
  let place: Rect
  let hasBorder: Bool
  let isFocused: Bool
  /// Its position.
  let state: PaneState
  /// What is searched for in it.
  let search: String
  /// The step whose results it shows.
  let step: Int?
  let isWrapped: Bool
  let versions: Versions
}

/// A pane whose cursor and window fit what it shows.
struct SettledPane: Sendable {
  let source: PaneSource
  /// What it shows; nil if it must be made anew: the list would be copied with every change if it
  /// were kept here, and settling may move a cursor that the content depends on.
  let content: (any PaneContent)?
}

extension Model {
  /// What a pane at a place shows, as it was settled where that still holds.
  func content(of pane: Pane, at place: Rect, hasBorder: Bool) -> any PaneContent {
    if let settled = desk.settled[pane], let content = settled.content,
      settled.source == source(of: pane, at: place, hasBorder: hasBorder)
    {
      return content
    }
    let room = hasBorder ? place.inset() : place
    return content(of: pane, width: room.width - 1)
  }

  /// What decides the cells of a pane at a place.
  func source(of pane: Pane, at place: Rect, hasBorder: Bool) -> PaneSource {
    var versions = Versions(
      list: $list,
      others: [$selection, $stack, $reader, $decisions, $kernel, $fetching, $settings])
    // While there is no log the panes show the state of the selected one.
    if pane != .logs, opened != nil { versions.list = 0 }
    return PaneSource(
      place: place, hasBorder: hasBorder, isFocused: desk.focus == pane,
      state: desk.states[pane, default: PaneState()],
      search: desk.focus == pane ? dialogue.search : "",
      step: pane == .results ? selectedStep : nil, isWrapped: desk.wrapped.contains(pane),
      versions: versions)
  }
}
