import BisectionLog
import Kernel

/// What a pane shows, row by row; rows are made when they are asked for.
protocol PaneContent: Sendable {
  /// How many rows there are.
  var rowCount: Int { get }
  /// The title in place of the pane's name; nil for the name itself.
  var title: String? { get }
  /// The subtitle beside the pane's name.
  var subtitle: String { get }
  /// The text shown if there are no rows.
  var emptyText: String { get }
  /// The width of an outline beside the rows, in columns; 0 for none.
  var outlineWidth: Int { get }
  /// How many columns at the left stay in place when the rows are scrolled sideways.
  var gutter: Int { get }
  /// The lines of the outline for a window of some rows.
  func outline(height: Int) -> [StyledLine]
  /// Whether the cursor can be on a row.
  func isSelectable(_ row: Int) -> Bool
  /// The height of a row in lines of the screen, at least 1.
  func height(of row: Int) -> Int
  /// The lines of a row.
  func lines(of row: Int) -> [StyledLine]
  /// Where Enter leads from a row; nil for nowhere.
  func target(of row: Int) -> RowTarget?
  /// The line (from 1) of the opened log that a row represents; nil for none.
  func logLine(of row: Int) -> Int?
  /// The commit that a row represents; nil if it has none of its own.
  func commit(of row: Int) -> Revision?
  /// What a search looks at.
  func searchText(of row: Int) -> String
  /// A text whose lines are the rows, where a search can look at all of it at once; else nil.
  var searchedText: SourceText? { get }
}

extension PaneContent {
  var title: String? { nil }
  var outlineWidth: Int { 0 }
  var gutter: Int { 0 }
  func outline(height: Int) -> [StyledLine] { [] }
  func isSelectable(_ row: Int) -> Bool { true }
  func height(of row: Int) -> Int { 1 }
  func target(of row: Int) -> RowTarget? { nil }
  func logLine(of row: Int) -> Int? { nil }
  func commit(of row: Int) -> Revision? { nil }
  var searchedText: SourceText? { nil }
  func searchText(of row: Int) -> String { lines(of: row).map(\.text).joined(separator: " ") }

  /// The nearest row that the cursor can be on, looking in a direction first.
  func selectable(near row: Int, direction: Int) -> Int {
    let start = max(0, min(row, rowCount - 1))
    for step in [direction < 0 ? -1 : 1, direction < 0 ? 1 : -1] {
      var candidate = start
      while candidate >= 0, candidate < rowCount {
        if isSelectable(candidate) { return candidate }
        candidate += step
      }
    }
    return start
  }
}
