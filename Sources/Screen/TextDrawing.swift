extension ScreenBuffer {
  /// Writes a text from a cell to the right and returns the column after it.
  ///
  /// It stops before `limit`, never draws half a wide character, and makes control characters
  /// visible. A text may begin left of the screen; it is drawn from where it comes in.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    put(text[...], row: row, column: column, style: style, limit: limit)
  }

  /// Writes a piece of text from a cell to the right and returns the column after it.
  @discardableResult
  package mutating func put(
    _ text: Substring, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let end = min(limit ?? clip.endColumn, clip.endColumn)
    let visible = row >= clip.row && row < clip.endRow && column < end
    guard visible else { return column }
    let packedStyle = style.packed
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      putPlain(bytes, row: row, column: column, end: end, style: packedStyle)
    }
    let (place, offset) = plain ?? (column, 0)
    guard offset < text.utf8.count, place < end else { return place }
    let rest = text[text.utf8.index(text.startIndex, offsetBy: offset)...]
    return putGlyphs(
      Glyphs(rest, column: place - column), row: row, column: place, end: end, style: packedStyle)
  }

  /// Draws plain scalars until something else comes, and returns the column and the byte offset at
  /// which that begins.
  ///
  /// It stops one character before, since what comes may be a mark on that.
  private mutating func putPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, row: Int, column: Int, end: Int, style: UInt64
  ) -> (place: Int, offset: Int) {
    let (left, start) = (clip.column, row * size.columns)
    var (place, offset) = (column, 0)
    var before = (place: column, offset: 0)
    while offset < bytes.count {
      guard let (scalar, length) = PlainScalar.read(bytes, at: offset) else {
        (place, offset) = before
        break
      }
      guard place < end else { break }
      before = (place, offset)
      if place >= left {
        if place == max(left, column) { healLeft(row: row, of: place) }
        cells[start + place] = PackedCell(plain: scalar, style: style)
      }
      place += 1
      offset += length
    }
    if place > max(left, column) { healRight(row: row, of: place) }
    return (place, offset)
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
