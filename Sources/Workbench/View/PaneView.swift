import Query
import Screen

/// A pane with its border, its rows and its place among them.
struct PaneView {
  let model: Model
  let pane: Pane
  let hasBorder: Bool

  private var isFocused: Bool { model.desk.focus == pane }

  func draw(in rect: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    let room = hasBorder ? rect.inset() : rect
    let content = model.content(of: pane, at: rect, hasBorder: hasBorder)
    let state = model.desk.states[pane, default: PaneState()]
    if hasBorder { drawBorder(rect, content, state, canvas, &screen) }
    guard content.rowCount > 0 else {
      drawEmpty(content.emptyText, in: room, canvas, &screen)
      return
    }
    let outline = content.outlineWidth
    for (index, line) in content.outline(height: room.height).enumerated() {
      canvas.draw(
        line, row: room.row + index, column: room.column, limit: room.column + outline,
        into: &screen)
    }
    let rows = Rect(
      row: room.row, column: room.column + outline, height: room.height,
      width: room.width - outline)
    draw(content, state, in: rows, canvas, &screen)
  }

  private func draw(
    _ content: any PaneContent, _ state: PaneState, in room: Rect, _ canvas: Canvas,
    _ screen: inout ScreenBuffer
  ) {
    var row = state.top
    var place = room.row - state.skipped
    while row < content.rowCount, place < room.endRow {
      let isSelected = row == state.cursor && content.isSelectable(row)
      let lines = content.lines(of: row)
      for (line, matches) in zip(lines, matches(in: lines)) {
        if place >= room.row, place < room.endRow {
          let part = PaneLine(
            line: line, matches: matches, isSelected: isSelected, gutter: content.gutter,
            left: state.left)
          draw(part, at: place, in: room, canvas, &screen)
        }
        place += 1
      }
      row += 1
    }
  }

  /// What is found in each line of a row, also where a line continues in the next one.
  private func matches(in lines: [StyledLine]) -> [[Range<Int>]] {
    guard isFocused, !model.dialogue.search.isEmpty else { return lines.map { _ in [] } }
    let search = TextSearch(model.dialogue.search)
    guard lines.contains(where: { $0.indent != nil }) else {
      return lines.map { search.ranges(in: $0.text) }
    }
    let pieces = lines.map { String($0.text.dropFirst($0.indent ?? 0)) }
    let found = search.ranges(in: pieces.joined())
    var start = 0
    return zip(lines, pieces).map { line, piece in
      defer { start += piece.utf8.count }
      let inside = start..<start + piece.utf8.count
      let shift = (line.indent ?? 0) - start
      return found.map { $0.clamped(to: inside) }.filter { !$0.isEmpty }
        .map { $0.lowerBound + shift..<$0.upperBound + shift }
    }
  }

  private func draw(
    _ part: PaneLine, at row: Int, in room: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer
  ) {
    let showsCursor = part.isSelected && isFocused
    let over = showsCursor ? canvas.theme[.selection] : nil
    if let over {
      screen.fill(Rect(row: row, column: room.column, height: 1, width: room.width), style: over)
    }
    if part.isSelected {
      screen.put(
        canvas.glyphs.bar, row: row, column: room.column, style: over ?? canvas.theme[.accent])
    }
    guard part.left > 0, part.gutter > 0 else {
      canvas.draw(
        part.line, row: row, column: room.column + 1, limit: room.endColumn, left: part.left,
        over: over, matches: part.matches, into: &screen)
      return
    }
    let (head, tail) = part.line.split(column: part.gutter)
    let size = head.text.utf8.count
    canvas.draw(
      head, row: row, column: room.column + 1, limit: room.endColumn, over: over,
      matches: part.matches, into: &screen)
    canvas.draw(
      tail, row: row, column: room.column + 1 + part.gutter, limit: room.endColumn,
      left: part.left, over: over,
      matches: part.matches.map { $0.lowerBound - size..<$0.upperBound - size }, into: &screen)
  }

  private func drawEmpty(
    _ text: String, in room: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer
  ) {
    for (index, line) in Wrapping.lines(of: text, columns: max(8, room.width - 2)).enumerated()
    where index + 1 < room.height {
      canvas.draw(
        StyledLine(line, .dim), row: room.row + 1 + index, column: room.column + 1,
        limit: room.endColumn, into: &screen)
    }
  }

  private func drawBorder(
    _ rect: Rect, _ content: any PaneContent, _ state: PaneState, _ canvas: Canvas,
    _ screen: inout ScreenBuffer
  ) {
    let role: Role = isFocused ? .focusedBorder : .border
    let style = canvas.theme[role]
    let box = canvas.glyphs.box
    let last = rect.endRow - 1
    let right = rect.endColumn - 1
    let (width, height) = (right - rect.column - 1, last - rect.row - 1)
    for row in [rect.row, last] {
      let side = Rect(row: row, column: rect.column + 1, height: 1, width: width)
      screen.fill(side, with: Character(box.horizontal), style: style)
    }
    for column in [rect.column, right] {
      let side = Rect(row: rect.row + 1, column: column, height: height, width: 1)
      screen.fill(side, with: Character(box.vertical), style: style)
    }
    screen.put(box.topLeft, row: rect.row, column: rect.column, style: style)
    screen.put(box.topRight, row: rect.row, column: right, style: style)
    screen.put(box.bottomLeft, row: last, column: rect.column, style: style)
    screen.put(box.bottomRight, row: last, column: right, style: style)
    var title = StyledLine("\(pane.rawValue) ", .key)
    title.add(content.title ?? pane.title, isFocused ? .focusedPaneTitle : .paneTitle)
    if !content.subtitle.isEmpty {
      title.add(" \(box.horizontal)\(box.horizontal) ", role)
      title.add(content.subtitle, .text)
    }
    title.add(" ")
    canvas.draw(title, row: rect.row, column: rect.column + 2, limit: right - 1, into: &screen)
    let position = PanePosition.text(content, state, height: rect.height - 2)
    let column = right - 2 - position.count
    if !position.isEmpty, column > rect.column + 1 {
      screen.put(" \(position) ", row: last, column: column, style: canvas.theme[.dim])
    }
  }
}

/// A line of a pane as it is to be drawn.
private struct PaneLine {
  var line: StyledLine
  /// What is found in it, in bytes of its text's UTF-8.
  var matches: [Range<Int>]
  /// Whether the cursor is on its row.
  var isSelected: Bool
  /// How many columns stay in place.
  var gutter: Int
  /// How many columns of the others are scrolled out on the left.
  var left: Int
}

/// Where the cursor is among a pane's rows, in words.
enum PanePosition {
  /// `4 of 546`; empty if all rows are seen at once.
  static func text(_ content: any PaneContent, _ state: PaneState, height: Int) -> String {
    content.rowCount > height ? "\((state.cursor + 1).grouped) of \(content.rowCount.grouped)" : ""
  }
}
