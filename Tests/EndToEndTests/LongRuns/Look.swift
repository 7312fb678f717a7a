import Screen
import TestSupport

/// What a person sees of a terminal.
struct Look {
  private let lines: [String]
  private let styles: [[Style]]
  private let cursor: [Int]

  init(_ screen: TerminalEmulator) {
    lines = (0..<screen.size.rows).map { screen.line($0) }
    styles = (0..<screen.size.rows).map { row in
      (0..<screen.size.columns).map { column in
        let isRightHalf = column > 0 && screen.isRightHalf(row: row, column: column)
        let style = screen.style(row: row, column: isRightHalf ? column - 1 : column)
        // The colour of letters does not show where there is none, and curses leaves any there.
        let isPlain = style.attributes.isDisjoint(with: [.underline, .reverse])
        guard screen.isBlank(row: row, column: column), isPlain else { return style }
        return Style(background: style.background)
      }
    }
    cursor = screen.hidesCursor ? [] : [screen.cursor.row, screen.cursor.column]
  }

  /// Where it is not as it should be, in words; nil if all is the same.
  func difference(from fresh: Look) -> String? {
    for (row, (line, freshLine)) in zip(lines, fresh.lines).enumerated() where line != freshLine {
      return "row \(row) is “\(line)” instead of “\(freshLine)”"
    }
    for (row, (shown, wanted)) in zip(styles, fresh.styles).enumerated() where shown != wanted {
      let column = zip(shown, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      return "cell \(row), \(column) is \(shown[column]) instead of \(wanted[column])"
    }
    return cursor == fresh.cursor ? nil : "the cursor is at \(cursor) instead of \(fresh.cursor)"
  }
}
