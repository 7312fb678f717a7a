/// How a person has moved the borders between panes, and which panes they have hidden.
package struct PaneArrangement: Hashable, Sendable {
  /// A border that can be moved.
  package enum Border: Hashable, Sendable {
    /// Between a pane and the one below it.
    case below(Pane)
    /// Between the column that a pane begins and the next one.
    case rightOf(Pane)
  }

  /// How many rows or columns a border is moved down or right from its default.
  package var shifts: [Border: Int] = [:]
  /// The panes that are not shown beside others; on their own they can still be looked at.
  package var hidden: Set<Pane> = []

  /// The largest shift worth keeping, in rows or columns.
  package static let limit = 10_000

  /// The default arrangement.
  package init() {}
}
