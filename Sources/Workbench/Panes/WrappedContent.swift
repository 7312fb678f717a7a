import Kernel
import Screen

/// What a pane shows, with long lines continued below instead of leaving the pane.
struct WrappedContent: PaneContent {
  let base: any PaneContent
  /// How many columns the rows have.
  let columns: Int

  var rowCount: Int { base.rowCount }
  var title: String? { base.title }
  var subtitle: String { base.subtitle }
  var emptyText: String { base.emptyText }
  var outlineWidth: Int { base.outlineWidth }
  var gutter: Int { base.gutter }
  func outline(height: Int) -> [StyledLine] { base.outline(height: height) }
  func isSelectable(_ row: Int) -> Bool { base.isSelectable(row) }
  func target(of row: Int) -> RowTarget? { base.target(of: row) }
  func logLine(of row: Int) -> Int? { base.logLine(of: row) }
  func commit(of row: Int) -> Revision? { base.commit(of: row) }
  func searchText(of row: Int) -> String { base.searchText(of: row) }

  func height(of row: Int) -> Int {
    base.lines(of: row).reduce(0) { $0 + $1.wrappedCount(columns: columns, indent: indent) }
  }

  func lines(of row: Int) -> [StyledLine] {
    base.lines(of: row).flatMap { $0.wrapped(columns: columns, indent: indent) }
  }

  /// What continues is below the text, not below the numbers of the lines.
  private var indent: Int { base.gutter > 0 ? base.gutter : 4 }
}
