import Query
import Screen
import Triage

/// The places that a search through all logs found.
struct HitsView {
  let model: Model
  let hits: SearchHits

  func draw(_ size: ScreenSize, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    screen.fill(Rect(row: 0, column: 0, height: size.rows, width: size.columns), style: .plain)
    canvas.draw(
      StyledLine(title, .heading), row: 0, column: 1, limit: size.columns, into: &screen)
    let height = Self.height(in: size)
    let top = top(in: size)
    for (index, hit) in hits.hits.enumerated().dropFirst(top).prefix(height) {
      let row = index - top + Self.firstRow
      let over = index == hits.cursor ? canvas.theme[.selection] : nil
      if let over {
        screen.fill(Rect(row: row, column: 0, height: 1, width: size.columns), style: over)
      }
      draw(hit, row: row, over: over, size, canvas, &screen)
    }
    canvas.draw(
      StyledLine(
        hits.isComplete || hits.isStopped
          ? "Enter goes there, Escape closes" : "Enter goes there, Escape stops and closes", .dim),
      row: size.rows - 1, column: 1,
      limit: size.columns, into: &screen)
  }

  /// The place shown in a row of the screen; nil if none is.
  func hit(atRow row: Int, in size: ScreenSize) -> Int? {
    guard row >= Self.firstRow, row < Self.firstRow + Self.height(in: size) else { return nil }
    let hit = row - Self.firstRow + top(in: size)
    return hits.hits.indices.contains(hit) ? hit : nil
  }

  private static let firstRow = 2

  private static func height(in size: ScreenSize) -> Int { max(1, size.rows - 3) }

  /// The first place shown.
  private func top(in size: ScreenSize) -> Int {
    let height = Self.height(in: size)
    return max(0, min(hits.cursor - height / 2, hits.hits.count - height))
  }

  private var title: String {
    let count = hits.hits.count
    let places = "\(count.grouped)\(count >= SearchHits.limit ? "+" : "") places"
    let progress =
      hits.isComplete
      ? ""
      : hits.isStopped
        ? ", stopped after \(hits.searchedFiles.grouped) logs"
        : ", \(hits.searchedFiles.grouped) logs searched so far"
    return "“\(hits.pattern)” in all logs: \(places)\(progress)\(loss)"
  }

  private var loss: String {
    let count = hits.unreadableFiles
    guard count > 0 else { return "" }
    return ", \(count.grouped) file\(count == 1 ? "" : "s") could not be read"
  }

  private func draw(
    _ hit: SearchHit, row: Int, over: Style?, _ size: ScreenSize, _ canvas: Canvas,
    _ screen: inout ScreenBuffer
  ) {
    let entry = model.list.entries[hit.log]
    var line = StyledLine()
    let columns = max(12, min(40, size.columns / 3))
    line.add(entry.summary?.title ?? entry.path.lastPathComponent, .text, columns: columns)
    line.add(" \(hit.place.label)", .dim, columns: 8, alignment: .right)
    line.add("  ")
    line.add(hit.text)
    canvas.draw(
      line, row: row, column: 1, limit: size.columns, over: over,
      matches: TextSearch(hits.pattern).ranges(in: line.text), into: &screen)
  }
}
