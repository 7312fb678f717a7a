/// A screen as cells: what views draw into and what terminals show.
///
/// Nothing can leave half a wide character in it: what overwrites one half makes the other a blank.
package struct ScreenBuffer: Sendable {
  /// How large it is.
  package let size: ScreenSize
  /// The cursor's position; nil if it is hidden.
  package var cursor: (row: Int, column: Int)?
  /// The rectangle that drawing is cut to.
  package private(set) var clip: Rect
  var cells: [PackedCell]
  /// Characters of more than one scalar, which cells name by number.
  private(set) var clusters: [Character] = []
  /// How many characters of more than one scalar were ever drawn into it.
  package var clusterCount: Int { clusters.count }
  private var clusterNumbers: [Character: Int] = [:]

  /// An empty screen.
  package init(size: ScreenSize) {
    self.size = size
    clip = Rect(row: 0, column: 0, height: size.rows, width: size.columns)
    cells = Array(repeating: .blank(style: 0), count: size.rows * size.columns)
  }

  /// The whole screen as a rectangle.
  package var bounds: Rect { Rect(row: 0, column: 0, height: size.rows, width: size.columns) }

  /// The cell at a place; outside the screen reading gives a blank and writing does nothing.
  ///
  /// What is written is made safe as text is. A wide character needs room for both its halves.
  package subscript(row: Int, column: Int) -> Cell {
    get {
      guard bounds.contains(row: row, column: column) else { return .blank }
      let packed = cells[row * size.columns + column]
      return Cell(
        character: character(of: packed), width: packed.width, style: Style(packed: packed.style))
    }
    set {
      guard bounds.contains(row: row, column: column), newValue.width > 0 else { return }
      put(String(newValue.character)[...], row: row, column: column, style: newValue.style)
    }
  }

  /// Draws only inside a rectangle, as everything drawn inside `body` then is.
  package mutating func clipped<Result>(
    to rect: Rect, _ body: (inout ScreenBuffer) throws -> Result
  ) rethrows -> Result {
    let before = clip
    clip = clip.intersection(rect)
    defer { clip = before }
    return try body(&self)
  }

  /// Fills a rectangle, cut to the screen, with blanks of a style.
  package mutating func fill(_ rect: Rect, style: Style) {
    fill(rect, with: " ", style: style)
  }

  /// Fills a rectangle, cut to the screen, with a character one column wide.
  package mutating func fill(_ rect: Rect, with character: Character, style: Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    var glyphs = Glyphs(String(character)[...])
    guard let glyph = glyphs.next(), glyph.columns == 1 else { return }
    let cell = packed(glyph, style: style.packed)
    for row in area.row..<area.endRow {
      healEdges(row: row, columns: area.column..<area.endColumn)
      let start = row * size.columns
      for index in (start + area.column)..<(start + area.endColumn) { cells[index] = cell }
    }
  }

  /// Gives the cells of a rectangle a new style and keeps what they show.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * size.columns
      for index in (start + area.column)..<(start + area.endColumn) {
        cells[index].style = change(Style(packed: cells[index].style)).packed
      }
    }
  }

  func character(of cell: PackedCell) -> Character {
    guard let number = cell.cluster else { return Character(cell.scalar) }
    return clusters.indices.contains(number) ? clusters[number] : "\u{FFFD}"
  }

  /// The cell of a glyph, whose character gets a number in the table where it needs one.
  mutating func packed(_ glyph: Glyph, style: UInt64) -> PackedCell {
    let width = UInt8(truncatingIfNeeded: glyph.columns)
    guard !glyph.marks.isEmpty else {
      return PackedCell(scalar: glyph.base, width: width, style: style)
    }
    let character = glyph.character
    if let number = clusterNumbers[character] {
      return PackedCell(cluster: number, width: width, style: style)
    }
    clusterNumbers[character] = clusters.count
    clusters.append(character)
    return PackedCell(cluster: clusters.count - 1, width: width, style: style)
  }

  /// Blanks the halves that stay where the cells of `columns` are about to be overwritten.
  mutating func healEdges(row: Int, columns: Range<Int>) {
    healLeft(row: row, of: columns.lowerBound)
    healRight(row: row, of: columns.upperBound)
  }

  /// Blanks the left half of a wide character whose right half, at `column`, is overwritten.
  mutating func healLeft(row: Int, of column: Int) {
    let index = row * size.columns + column
    guard column > 0, column < size.columns, cells[index].width == 0 else { return }
    cells[index - 1] = .blank(style: cells[index - 1].style)
  }

  /// Blanks the right half of a wide character, at `column`, whose left half is overwritten.
  mutating func healRight(row: Int, of column: Int) {
    let index = row * size.columns + column
    guard column < size.columns, cells[index].width == 0 else { return }
    cells[index] = .blank(style: cells[index].style)
  }
}

extension ScreenBuffer: Equatable {
  /// Whether both show the same.
  package static func == (left: ScreenBuffer, right: ScreenBuffer) -> Bool {
    left.size == right.size && left.cursor?.row == right.cursor?.row
      && left.cursor?.column == right.cursor?.column && left.changes(since: right).isEmpty
  }
}
