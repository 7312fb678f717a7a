import CNcurses
import Screen

/// Draws cells into a window of ncurses.
@MainActor
struct CellPainter {
  private var pairs: ColorPairs
  private let unicode: Bool
  private var line: [cchar_t] = []
  private var wide: [wchar_t] = []
  /// What the style met last comes to: neighbours mostly share theirs.
  private var known: (style: Style, attributes: attr_t, pair: Int32) = (.plain, 0, 0)

  /// A painter for the terminal just opened.
  init(pairs: ColorPairs, unicode: Bool) {
    self.pairs = pairs
    self.unicode = unicode
  }

  /// How many colours are used.
  var depth: ColorDepth { pairs.depth }

  /// Draws some cells of a screen, as far as the window has room.
  mutating func paint(
    _ run: CellRun, of screen: ScreenBuffer, room: Int, on window: UnsafeMutablePointer<WINDOW>
  ) {
    line.removeAll(keepingCapacity: true)
    for column in run.columns.clamped(to: 0..<room) {
      let cell = screen[run.row, column]
      if cell.width > 0, column + Int(cell.width) <= room { append(cell) }
    }
    // Unlike the calls for one character, this one neither moves on nor wraps in the last cell.
    wmove(window, Int32(clamping: run.row), Int32(clamping: run.columns.lowerBound))
    wadd_wchnstr(window, line, Int32(clamping: line.count))
  }

  private mutating func append(_ cell: Cell) {
    if cell.style != known.style {
      known = (cell.style, attributes(of: cell.style), pairs.number(of: cell.style))
    }
    let attributes = known.attributes
    var pair = known.pair
    if let ascii = cell.character.asciiValue, ascii >= 0x20, ascii < 0x7f {
      appendPlain(ascii, attributes, &pair)
      return
    }
    var columns = 0
    for scalars in Self.drawable(cell, unicode: unicode) {
      wide.removeAll(keepingCapacity: true)
      for scalar in scalars { wide.append(wchar_t(bitPattern: scalar.value)) }
      wide.append(0)
      var drawn = cchar_t()
      guard setcchar(&drawn, wide, attributes, 0, &pair) == OK else { continue }
      line.append(drawn)
      columns += max(1, Int(wcwidth(wide[0])))
    }
    for _ in columns..<max(columns, Int(cell.width)) { appendPlain(0x20, attributes, &pair) }
  }

  private mutating func appendPlain(_ ascii: UInt8, _ attributes: attr_t, _ pair: inout Int32) {
    wide.removeAll(keepingCapacity: true)
    wide.append(wchar_t(ascii))
    wide.append(0)
    var drawn = cchar_t()
    if setcchar(&drawn, wide, attributes, 0, &pair) == OK { line.append(drawn) }
  }

  /// What ncurses can draw in a cell: a character with a width and marks on it.
  ///
  /// A flag is two such characters. What the C library takes to be wider or narrower than the cell
  /// becomes a question mark, as everything after it would be in the wrong column.
  static func drawable(_ cell: Cell, unicode: Bool) -> [[Unicode.Scalar]] {
    guard unicode else {
      return cell.character.asciiReplacement.unicodeScalars.map { [$0] }
    }
    var groups: [[Unicode.Scalar]] = []
    var columns = 0
    for scalar in cell.character.unicodeScalars {
      let isASCII = (0x20..<0x7f).contains(scalar.value)
      let width = isASCII ? 1 : Int(wcwidth(wchar_t(bitPattern: scalar.value)))
      if width < 0 { return [["?"]] }
      if width == 0, let last = groups.indices.last {
        if groups[last].count < Int(CCHARW_MAX) { groups[last].append(scalar) }
      } else {
        groups.append([scalar])
        columns += width
      }
    }
    return columns == Int(cell.width) ? groups : [["?"]]
  }

  private func attributes(of style: Style) -> attr_t {
    var bits: attr_t = 0
    if style.attributes.contains(.bold) { bits |= cn_A_BOLD }
    if style.attributes.contains(.dim) { bits |= cn_A_DIM }
    if style.attributes.contains(.italic) { bits |= cn_A_ITALIC }
    if style.attributes.contains(.underline) { bits |= cn_A_UNDERLINE }
    if style.attributes.contains(.reverse) { bits |= cn_A_REVERSE }
    return bits
  }
}
