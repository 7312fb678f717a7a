import BisectionLog

/// The beginning of a log that takes a while to read.
package struct LogPreview: Sendable {
  /// The id of its entry.
  package let id: Int
  /// How long the whole is, in bytes.
  package let size: Int
  /// The first lines.
  let text: SourceText

  /// The beginning of a log that is `size` bytes long.
  package init(id: Int, size: Int, bytes: [UInt8]) {
    self.id = id
    self.size = size
    text = SourceText(bytes)
  }
}

/// The beginning of a log while the rest is read.
struct LogPreviewContent: PaneContent {
  let beginning: LogPreview

  var rowCount: Int { beginning.text.lineCount }
  var title: String? { Pane.rawText.title }
  var subtitle: String { "reading \((beginning.size >> 20).grouped) MiB…" }
  var emptyText: String { "" }

  func isSelectable(_ row: Int) -> Bool { false }

  func lines(of row: Int) -> [StyledLine] {
    var line = StyledLine()
    line.add("\(row + 1)", .dim, columns: 3, alignment: .right)
    line.add(" ")
    let range = beginning.text.range(ofLine: row + 1)
    line.add(beginning.text.string(TextRange(start: range.start, count: min(range.count, 1000))))
    return [line]
  }
}
