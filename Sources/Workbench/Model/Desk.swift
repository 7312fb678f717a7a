import Screen

/// The state of each pane, which of them are visible, and where jumps came from.
package struct Desk: Sendable {
  /// The pane that has the keys.
  package var focus = Pane.logs
  /// Whether that pane is meant to keep them when more logs are found.
  var focusIsChosen = true
  /// Whether it has the whole screen.
  package var isZoomed = false
  /// Whether the raw text is where the stack is otherwise.
  package var showsRawText = false
  /// How borders were moved and which panes are hidden.
  package var arrangement = PaneArrangement()
  /// The border that the mouse drags.
  package var draggedBorder: PaneArrangement.Border?
  /// The state of each pane.
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
  /// Its state.
  package var state: PaneState
  /// The state of the stacks while the registers are shown in their place; nil otherwise.
  var underRegisters: PaneState?
}
