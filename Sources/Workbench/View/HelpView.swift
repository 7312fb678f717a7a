import Screen

/// All keys by group, made from the one table of actions.
struct HelpView {
  let keymap: Keymap
  let top: Int

  func draw(_ size: ScreenSize, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    screen.fill(Rect(row: 0, column: 0, height: size.rows, width: size.columns), style: .plain)
    canvas.draw(
      StyledLine("Keys of bisectty", .heading), row: 0, column: 1, limit: size.columns,
      into: &screen)
    let rows = Self.rows(keymap)
    let height = max(0, size.rows - 3)
    for (index, line) in rows.dropFirst(top).prefix(height).enumerated() {
      canvas.draw(line, row: index + 2, column: 1, limit: size.columns, into: &screen)
    }
    let last = min(rows.count, top + height)
    canvas.draw(
      StyledLine(
        "\(last) of \(rows.count) rows; j and k scroll, Escape closes; : finds a command by name",
        .dim), row: size.rows - 1, column: 1, limit: size.columns, into: &screen)
  }

  /// The rows of the help.
  static func rows(_ keymap: Keymap) -> [StyledLine] {
    var rows: [StyledLine] = []
    for group in ActionGroup.allCases {
      if !rows.isEmpty { rows.append(StyledLine()) }
      rows.append(StyledLine(group.rawValue, .heading))
      for info in Action.all where info.group == group {
        var line = StyledLine("  ")
        line.add(keymap.keys(for: info.action).joined(separator: ", "), .key, columns: 18)
        line.add(" ")
        line.add(info.sentence)
        rows.append(line)
      }
    }
    return rows
  }
}
