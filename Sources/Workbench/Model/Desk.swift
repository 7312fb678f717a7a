import Screen

/// Where each pane stands, which of them are seen, and where jumps came from.
package struct Desk: Sendable {
  /// The pane that has the keys.
  package var focus = Pane.logs
  /// Whether that pane is meant to keep them when more logs are found.
  var focusIsChosen = true
  /// Whether it has the whole screen.
  package var isZoomed = false
  /// Whether the raw text stands where the stack stands otherwise.
  package var showsRawText = false
  /// How borders were moved and which panes are hidden.
  package var arrangement = PaneArrangement()
  /// The border that the mouse drags.
  package var draggedBorder: PaneArrangement.Border?
  /// Where each pane stands.
  package var states: [Pane: PaneState] = [:]
  /// The panes whose long lines are wrapped.
  package var wrapped: Set<Pane> = []
  /// Where jumps came from, the latest last.
  package var places: [Place] = []
  /// What the panes on screen were settled for and show.
  var settled: [Pane: SettledPane] = [:]
}

/// A place one can go back to.
package struct Place: Hashable, Sendable {
  /// The log's id.
  package var log: Int
  /// The pane.
  package var pane: Pane
  /// Where it stood.
  package var state: PaneState
  /// Where the stacks stood while the registers were in their place; nil while they were not.
  var underRegisters: PaneState?
}
