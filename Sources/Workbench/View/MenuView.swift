import Screen

/// A choice in a box over the panes.
struct MenuView {
  let menu: Menu

  func draw(_ size: ScreenSize, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    let choices = menu.visible
    let rows = choices.map(row)
    let box = box(of: rows, in: size)
    BoxView.draw(box, title: title, canvas, &screen)
    let room = box.inset()
    let top = top(of: rows.count, in: room)
    for (index, line) in rows.enumerated().dropFirst(top).prefix(room.height) {
      let place = room.row + index - top
      let over = index == menu.cursor ? canvas.theme[.selection] : nil
      if let over {
        screen.fill(
          Rect(row: place, column: room.column, height: 1, width: room.width), style: over)
      }
      let remark = choices[index].remark
      let column = room.endColumn - remark.count - 1
      canvas.draw(
        line, row: place, column: room.column + 1,
        limit: remark.isEmpty ? room.endColumn : column - 1, over: over, into: &screen)
      screen.put(remark, row: place, column: column, style: over ?? canvas.theme[.key])
    }
    if rows.isEmpty {
      canvas.draw(
        StyledLine("No command has this name", .dim), row: room.row, column: room.column + 1,
        limit: room.endColumn, into: &screen)
    }
    if menu.query != nil {
      screen.cursor = (
        box.row, min(box.endColumn - 2, box.column + 3 + title.displayWidth)
      )
    }
  }

  private var title: String { menu.query.map { "\(menu.title): \($0)" } ?? menu.title }

  /// The position of the menu.
  func box(in size: ScreenSize) -> Rect { box(of: menu.visible.map(row), in: size) }

  /// The choice that something was done to; nil if there is none.
  func choice(at event: MouseEvent, in size: ScreenSize) -> Int? {
    let count = menu.visible.count
    let room = box(in: size).inset()
    guard room.contains(row: event.row, column: event.column) else { return nil }
    let choice = event.row - room.row + top(of: count, in: room)
    return choice < count ? choice : nil
  }

  private func box(of rows: [StyledLine], in size: ScreenSize) -> Rect {
    let widest = rows.map(\.width).max() ?? 0
    let wanted = max(widest, title.displayWidth) + 6
    // Beside a box that nearly fills the screen stray columns of the panes would look like its own.
    let width = wanted > size.columns - 6 ? size.columns : wanted
    let height = min(size.rows - 2, max(3, min(rows.count, 16) + 2))
    return Rect(
      row: max(1, (size.rows - height) / 3), column: (size.columns - width) / 2, height: height,
      width: width)
  }

  /// The first choice shown.
  private func top(of count: Int, in room: Rect) -> Int {
    max(0, min(menu.cursor - room.height / 2, count - room.height))
  }

  private func row(_ choice: Menu.Choice) -> StyledLine {
    var line = StyledLine()
    if let key = choice.key {
      line.add("\(key)  ", .key)
    } else if menu.query == nil {
      line.add("   ")
    }
    line.add(choice.text)
    if !choice.remark.isEmpty {
      line.add(String(repeating: " ", count: choice.remark.count + 3))
    }
    return line
  }
}

/// The keys that can follow those pressed so far.
struct PendingKeysView {
  let keymap: Keymap
  let pressed: [Key]

  func draw(_ size: ScreenSize, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    let rows = keymap.continuations(of: pressed).map { key, info in
      var line = StyledLine("\(key)  ", .key)
      line.add(info.sentence)
      return line
    }
    let width = min(size.columns - 2, (rows.map(\.width).max() ?? 0) + 4)
    let height = min(size.rows - 2, rows.count + 2)
    let box = Rect(
      row: size.rows - 1 - height, column: size.columns - width - 1, height: height, width: width)
    let title = pressed.map(KeyName.text).joined(separator: " ") + " …"
    BoxView.draw(box, title: title, canvas, &screen)
    for (index, line) in rows.prefix(height - 2).enumerated() {
      canvas.draw(
        line, row: box.row + 1 + index, column: box.column + 2, limit: box.endColumn - 1,
        into: &screen)
    }
  }
}

/// An empty box with a title.
enum BoxView {
  static func draw(
    _ rect: Rect, title: String, _ canvas: Canvas, _ screen: inout ScreenBuffer
  ) {
    screen.fill(rect, style: .plain)
    let style = canvas.theme[.focusedBorder]
    let box = canvas.glyphs.box
    let right = rect.endColumn - 1
    let last = rect.endRow - 1
    for column in rect.column..<rect.endColumn {
      screen.put(box.horizontal, row: rect.row, column: column, style: style)
      screen.put(box.horizontal, row: last, column: column, style: style)
    }
    for row in rect.row..<rect.endRow {
      screen.put(box.vertical, row: row, column: rect.column, style: style)
      screen.put(box.vertical, row: row, column: right, style: style)
    }
    screen.put(box.topLeft, row: rect.row, column: rect.column, style: style)
    screen.put(box.topRight, row: rect.row, column: right, style: style)
    screen.put(box.bottomLeft, row: last, column: rect.column, style: style)
    screen.put(box.bottomRight, row: last, column: right, style: style)
    canvas.draw(
      StyledLine(" \(title) ", .heading), row: rect.row, column: rect.column + 2, limit: right,
      into: &screen)
  }
}
