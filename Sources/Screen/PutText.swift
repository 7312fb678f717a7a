extension ScreenBuffer {
  /// Writes a text from a cell to the right and returns the column behind it.
  ///
  /// It stops before `limit`, never draws half a wide character, and makes control characters
  /// visible. A text may begin left of the screen; it is drawn from where it comes in.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    put(text[...], row: row, column: column, style: style, limit: limit)
  }

  /// Writes a piece of text from a cell to the right and returns the column behind it.
  @discardableResult
  public mutating func put(
    _ text: Substring, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let end = min(limit ?? clip.endColumn, clip.endColumn)
    let visible = row >= clip.row && row < clip.endRow && column < end
    guard visible else { return column }
    let packedStyle = style.packed
    let ascii = putPlain(text.utf8, row: row, column: column, end: end, style: packedStyle)
    guard let rest = ascii.rest else { return ascii.column }
    return putGlyphs(
      Glyphs(text[rest...], column: ascii.column - column), row: row, column: ascii.column,
      end: end,
      style: packedStyle)
  }

  /// Draws printable ASCII and stops at the first other byte, or one before: a mark may follow.
  private mutating func putPlain(
    _ bytes: Substring.UTF8View, row: Int, column: Int, end: Int, style: UInt64
  ) -> (column: Int, rest: Substring.Index?) {
    let left = clip.column
    let start = row * size.columns
    let width = size.columns
    let drawn: (Int, Int)? = bytes.withContiguousStorageIfAvailable { bytes in
      let count = min(bytes.count, end - column)
      var plain = 0
      while plain < count, bytes[plain] >= 0x20, bytes[plain] < 0x7f { plain += 1 }
      if plain < bytes.count, plain > 0, bytes[plain] >= 0x7f || bytes[plain] < 0x20 { plain -= 1 }
      let from = max(0, left - column)
      guard from < plain else { return (plain, bytes.count) }
      healEdges(row: row, columns: (column + from)..<(column + plain))
      cells.withUnsafeMutableBufferPointer { cells in
        for index in from..<plain where column + index < width {
          cells[start + column + index] = PackedCell(ascii: bytes[index], style: style)
        }
      }
      return (plain, bytes.count)
    }
    guard let (plain, count) = drawn else { return (column, bytes.startIndex) }
    if plain == count || column + plain >= end { return (column + plain, nil) }
    return (column + plain, bytes.index(bytes.startIndex, offsetBy: plain))
  }

  private mutating func putGlyphs(
    _ glyphs: Glyphs, row: Int, column: Int, end: Int, style: UInt64
  ) -> Int {
    var place = column
    for glyph in glyphs {
      guard place + glyph.columns <= end else { break }
      draw(glyph, row: row, column: place, style: style)
      place += glyph.columns
    }
    return place
  }

  /// Draws one glyph whose row is inside the clip and which ends before its right edge.
  private mutating func draw(_ glyph: Glyph, row: Int, column: Int, style: UInt64) {
    guard column + glyph.columns > clip.column else { return }
    let index = row * size.columns + column
    guard column >= clip.column else {
      // The left half of a wide character is outside: its right half shows as a blank.
      let inside = (column + glyph.columns - 1)..<(column + glyph.columns)
      healEdges(row: row, columns: inside)
      cells[row * size.columns + inside.lowerBound] = .blank(style: style)
      return
    }
    healEdges(row: row, columns: column..<(column + glyph.columns))
    cells[index] = packed(glyph, style: style)
    if glyph.columns == 2 { cells[index + 1] = .rightHalf(style: style) }
  }
}
