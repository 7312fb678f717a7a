import Screen

/// The cells of the emulated terminal and its cursor.
struct Grid {
  private struct Place {
    var text: String
    /// 1 or 2; 0 for the right half of a wide character.
    var width: Int
    var style: Style

    static func blank(_ style: Style = .plain) -> Place {
      Place(text: " ", width: 1, style: Style(background: style.background))
    }
  }

  private var size: ScreenSize
  private var places: [[Place]]
  private var savedPlaces: [[Place]]?
  private var savedCursor = (row: 0, column: 0)
  private var last: Unicode.Scalar = " "
  private(set) var row = 0
  private(set) var column = 0
  /// Whether the last column was written, so that the next character wraps.
  private var isBehindLast = false
  /// The rows that scroll.
  var region: Range<Int>
  var style = Style.plain

  init(size: ScreenSize) {
    self.size = size
    region = 0..<max(1, size.rows)
    places = Array(
      repeating: Array(repeating: .blank(), count: size.columns), count: size.rows)
  }

  mutating func resize(to newSize: ScreenSize) {
    let old = places
    places = (0..<newSize.rows).map { row in
      (0..<newSize.columns).map { column in
        row < old.count && column < old[row].count ? old[row][column] : .blank()
      }
    }
    size = newSize
    region = 0..<max(1, size.rows)
    moveTo(row: row, column: column)
  }

  func line(_ row: Int) -> String {
    guard places.indices.contains(row) else { return "" }
    var text = places[row].filter { $0.width > 0 }.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  func style(row: Int, column: Int) -> Style {
    guard places.indices.contains(row), places[row].indices.contains(column) else { return .plain }
    return places[row][column].style
  }

  func isBlank(row: Int, column: Int) -> Bool {
    guard places.indices.contains(row), places[row].indices.contains(column) else { return true }
    return places[row][column].text == " "
  }

  mutating func moveTo(row newRow: Int? = nil, column newColumn: Int? = nil) {
    row = max(0, min(newRow ?? row, size.rows - 1))
    column = max(0, min(newColumn ?? column, size.columns - 1))
    isBehindLast = false
  }

  // MARK: Characters

  mutating func print(_ scalar: Unicode.Scalar) {
    let text = String(scalar)
    // A scalar that takes no column of its own is shown by its stand-in when it comes alone.
    if "x\(text)".displayWidth == 1 {
      join(text)
      return
    }
    last = scalar
    let width = text.displayWidth
    guard width <= size.columns, size.rows > 0 else { return }
    if isBehindLast || column + width > size.columns {
      column = 0
      lineFeed()
    }
    cutWide(at: column)
    cutWide(at: column + width - 1)
    places[row][column] = Place(text: text, width: width, style: style)
    if width == 2 { places[row][column + 1] = Place(text: "", width: 0, style: style) }
    column += width
    if column >= size.columns {
      column = size.columns - 1
      isBehindLast = true
    }
  }

  mutating func repeatLast() { print(last) }

  private mutating func join(_ mark: String) {
    var before = isBehindLast ? column : column - 1
    guard places.indices.contains(row), places[row].indices.contains(before) else { return }
    if places[row][before].width == 0, before > 0 { before -= 1 }
    places[row][before].text += mark
  }

  /// Blanks the other half of a wide character of which one half is about to be overwritten.
  private mutating func cutWide(at column: Int) {
    guard places[row].indices.contains(column) else { return }
    if places[row][column].width == 0, column > 0 { places[row][column - 1] = .blank() }
    if places[row][column].width == 2, column + 1 < size.columns {
      places[row][column + 1] = .blank()
    }
  }

  // MARK: Lines

  mutating func lineFeed() {
    isBehindLast = false
    if row == region.upperBound - 1 { scroll(up: 1) } else { row = min(row + 1, size.rows - 1) }
  }

  mutating func reverseLineFeed() {
    isBehindLast = false
    if row == region.lowerBound { scroll(up: -1) } else { row = max(0, row - 1) }
  }

  mutating func scroll(up count: Int) { scroll(up: count, in: region) }

  mutating func insertLines(_ count: Int) {
    if region.contains(row) { scroll(up: -count, in: row..<region.upperBound) }
  }

  mutating func deleteLines(_ count: Int) {
    if region.contains(row) { scroll(up: count, in: row..<region.upperBound) }
  }

  private mutating func scroll(up count: Int, in rows: Range<Int>) {
    let empty = Array(repeating: Place.blank(style), count: size.columns)
    for _ in 0..<min(abs(count), rows.count) {
      places.remove(at: count > 0 ? rows.lowerBound : rows.upperBound - 1)
      places.insert(empty, at: count > 0 ? rows.upperBound - 1 : rows.lowerBound)
    }
  }

  // MARK: Erasing

  mutating func erase(row: Int, _ columns: Range<Int>) {
    for column in columns.clamped(to: 0..<size.columns) { places[row][column] = .blank(style) }
  }

  mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: erase(row: row, column..<size.columns)
    case 1: erase(row: row, 0..<(column + 1))
    default: erase(row: row, 0..<size.columns)
    }
  }

  mutating func eraseScreen(_ part: Int) {
    let others =
      part == 0 ? (row + 1)..<max(row + 1, size.rows) : part == 1 ? 0..<row : 0..<size.rows
    for row in others { erase(row: row, 0..<size.columns) }
    if part < 2 { eraseLine(part) }
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, size.columns - column)
    places[row].removeSubrange(column..<(column + count))
    places[row] += Array(repeating: .blank(style), count: count)
  }

  mutating func insertCells(_ count: Int) {
    let count = min(count, size.columns - column)
    places[row].removeLast(count)
    places[row].insert(contentsOf: Array(repeating: .blank(style), count: count), at: column)
  }

  // MARK: The cursor and the other screen

  mutating func saveCursor() { savedCursor = (row, column) }

  mutating func restoreCursor() { moveTo(row: savedCursor.row, column: savedCursor.column) }

  mutating func enterOtherScreen() {
    saveCursor()
    savedPlaces = places
    for row in 0..<size.rows { erase(row: row, 0..<size.columns) }
  }

  mutating func leaveOtherScreen() {
    guard let saved = savedPlaces else { return }
    savedPlaces = nil
    places = saved
    resize(to: size)
    restoreCursor()
  }
}
