import Screen

/// A small terminal for tests: what programs draw with the description of xterm-256color.
package struct TerminalEmulator {
  /// How large it is.
  package private(set) var size: ScreenSize
  /// The modes that are on, such as `?1049` or `4`.
  package internal(set) var modes: Set<String> = []
  /// Sequences it does not know; a test of the drawing wants none.
  package internal(set) var unknown: [String] = []
  /// How often the bell rang.
  package internal(set) var bells = 0
  /// Texts that were put on the clipboard, still in base 64.
  package internal(set) var clipboard: [String] = []

  var grid: Grid
  var parser = EmulatorParser()

  /// An empty terminal.
  package init(size: ScreenSize) {
    self.size = size
    grid = Grid(size: size)
  }

  /// Shows what a program wrote.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let action = parser.step(byte) { perform(action) }
    }
  }

  /// Takes another size; what no longer fits is lost.
  package mutating func resize(to newSize: ScreenSize) {
    size = newSize
    grid.resize(to: newSize)
  }

  /// The row without trailing blanks; empty outside.
  package func line(_ row: Int) -> String { grid.line(row) }

  /// All rows, each ended by a newline.
  package var text: String { (0..<size.rows).reduce(into: "") { $0 += line($1) + "\n" } }

  /// The look of a cell.
  package func style(row: Int, column: Int) -> Style { grid.style(row: row, column: column) }

  /// Whether a cell shows no character.
  package func isBlank(row: Int, column: Int) -> Bool { grid.isBlank(row: row, column: column) }

  /// Where the cursor stands.
  package var cursor: (row: Int, column: Int) { (grid.row, grid.column) }

  /// The rows between which lines scroll.
  package var scrollRegion: Range<Int> { grid.region }

  /// Whether the other screen, of programs that take all of it, is shown.
  package var showsOtherScreen: Bool { modes.contains("?1049") }

  /// Whether the cursor is hidden.
  package var hidesCursor: Bool { modes.contains("hidden cursor") }

  private mutating func perform(_ action: EmulatorParser.Action) {
    switch action {
    case .print(let scalar): grid.print(scalar)
    case .control(let byte): control(byte)
    case .escape(let byte): escape(byte)
    case .sequence(let sequence): perform(sequence)
    case .string(let text):
      if text.hasPrefix("52;c;") { clipboard.append(String(text.dropFirst(5))) }
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: grid.moveTo(column: grid.column - 1)
    case 0x09: grid.moveTo(column: (grid.column / 8 + 1) * 8)
    case 0x0a, 0x0b, 0x0c: grid.lineFeed()
    case 0x0d: grid.moveTo(column: 0)
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch Character(Unicode.Scalar(byte)) {
    case "7": grid.saveCursor()
    case "8": grid.restoreCursor()
    case "M": grid.reverseLineFeed()
    case "D": grid.lineFeed()
    case "E":
      grid.moveTo(column: 0)
      grid.lineFeed()
    case "=", ">", "(", ")", "\\": break
    case "c":
      let empty = TerminalEmulator(size: size)
      self = empty
    default: unknown.append("ESC \(byte)")
    }
  }
}
