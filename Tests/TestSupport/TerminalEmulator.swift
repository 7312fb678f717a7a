import CVTerm
import Screen

/// The terminal of a test: libvterm, which is not ours and so the better witness of what a program draws.
///
/// It is a class because it owns a terminal of libvterm.
package final class TerminalEmulator {
  /// How large it is.
  package private(set) var size: ScreenSize

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let state: OpaquePointer
  private var requests = TerminalRequests()
  /// libvterm calls back with a pointer; this is where it points.
  private let unhandled = UnhandledSequences()

  /// An empty terminal.
  package init(size: ScreenSize) {
    self.size = size
    // libvterm knows no terminal without cells.
    terminal = vterm_new(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    state = vterm_obtain_state(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    unhandled.listen(to: screen)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(terminal) }

  /// Shows what a program wrote.
  package func feed(_ bytes: some Sequence<UInt8>) {
    let passed = requests.reading(bytes)
    passed.withUnsafeBytes { buffer in
      let text = buffer.assumingMemoryBound(to: CChar.self)
      _ = vterm_input_write(terminal, text.baseAddress, text.count)
    }
  }

  /// Takes another size.
  package func resize(to newSize: ScreenSize) {
    size = newSize
    requests.scrollRegion = nil
    vterm_set_size(terminal, Int32(max(1, newSize.rows)), Int32(max(1, newSize.columns)))
  }

  // MARK: What a person sees

  /// The row without trailing blanks; empty outside.
  package func line(_ row: Int) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    let place = VTermRect(
      start_row: Int32(row), end_row: Int32(row + 1), start_col: 0, end_col: Int32(size.columns))
    // A cell holds at most six scalars of at most four bytes.
    var text = [UInt8](repeating: 0, count: size.columns * 24 + 1)
    let capacity = text.count
    let length = text.withUnsafeMutableBytes {
      vterm_screen_get_text(
        screen, $0.assumingMemoryBound(to: CChar.self).baseAddress, capacity, place)
    }
    var end = min(length, capacity)
    while end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return String(decoding: text[..<end], as: UTF8.self)
  }

  /// All rows, each ended by a newline.
  package var text: String { (0..<size.rows).reduce(into: "") { $0 += line($1) + "\n" } }

  /// The look of a cell.
  package func style(row: Int, column: Int) -> Style {
    cell(row: row, column: column).map(Style.init) ?? .plain
  }

  /// Whether a cell shows no character.
  package func isBlank(row: Int, column: Int) -> Bool {
    guard let cell = cell(row: row, column: column) else { return true }
    return cell.chars.0 == 0 || cell.chars.0 == UInt32(UInt8(ascii: " "))
  }

  /// Whether a cell is the right half of a wide character, whose style libvterm does not keep.
  package func isRightHalf(row: Int, column: Int) -> Bool {
    cell(row: row, column: column)?.chars.0 == .max
  }

  /// Where the cursor stands.
  package var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(state, &position)
    return (Int(position.row), Int(position.col))
  }

  private func cell(row: Int, column: Int) -> VTermScreenCell? {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else { return nil }
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }

  // MARK: What the program asked for

  /// The modes that are on, such as `?1049` or `4`.
  package var modes: Set<String> { requests.modes }
  /// Sequences that libvterm does not know; a test of the drawing wants none.
  package var unknown: [String] { unhandled.sequences }
  /// How often the bell rang.
  package var bells: Int { requests.bells }
  /// Texts that were put on the clipboard, still in base 64.
  package var clipboard: [String] { requests.clipboard }
  /// The rows between which lines scroll.
  package var scrollRegion: Range<Int> { requests.scrollRegion ?? 0..<size.rows }
  /// Whether the other screen, of programs that take all of it, is shown.
  package var showsOtherScreen: Bool { modes.contains("?1049") }
  /// Whether the cursor is hidden.
  package var hidesCursor: Bool { requests.hidesCursor }
}

extension Style {
  fileprivate init(_ cell: VTermScreenCell) {
    self.init(
      foreground: Color(cell.fg, standard: VTERM_COLOR_DEFAULT_FG),
      background: Color(cell.bg, standard: VTERM_COLOR_DEFAULT_BG))
    let attributes: [(UInt32, Attributes)] = [
      (cell.attrs.bold, .bold), (cell.attrs.blink, .dim), (cell.attrs.italic, .italic),
      (cell.attrs.underline, .underline), (cell.attrs.reverse, .reverse),
    ]
    for (isOn, attribute) in attributes where isOn != 0 { self.attributes.insert(attribute) }
  }
}

extension Color {
  fileprivate init(_ color: VTermColor, standard: VTermColorType) {
    if UInt32(color.type) & standard.rawValue != 0 {
      self = .standard
    } else if UInt32(color.type) & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      self = .palette(color.indexed.idx)
    } else {
      self = .rgb(color.rgb.red, color.rgb.green, color.rgb.blue)
    }
  }
}
