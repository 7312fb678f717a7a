import Screen

extension Model {
  /// The screen for this state.
  package func render() -> ScreenBuffer {
    if let drawn = draw(after: nil) { return drawn.screen }
    var screen = ScreenBuffer(size: size)
    TooSmallView.draw(size, into: &screen)
    return screen
  }
}

/// Draws styled rows with a theme.
struct Canvas {
  let theme: Theme
  let glyphs: Glyphs

  /// Draws a row from a column up to `limit` and returns the column after it.
  ///
  /// The row is shifted left by some columns; a sign at either end says that more was cut there.
  @discardableResult
  func draw(
    _ line: StyledLine, row: Int, column: Int, limit: Int, left: Int = 0, over: Style? = nil,
    matches: [Range<Int>] = [], into screen: inout ScreenBuffer
  ) -> Int {
    var place = column - left
    var offset = 0
    for part in line.parts {
      var style = over ?? theme[part.role]
      if over != nil, theme[part.role].attributes.contains(.bold) { style = style.adding(.bold) }
      let end: Int
      if matches.isEmpty, let width = part.text.plainWidth {
        end = place + width
        drawPlain(part.text, row: row, at: place, from: column, limit: limit, style, &screen)
      } else {
        end = drawCharacters(
          part.text, row: row, at: place, from: column, limit: limit, style,
          matches: matches, offset: offset, &screen)
      }
      place = end
      offset += part.text.utf8.count
    }
    let sign = over ?? theme[.dim]
    if left > 0, line.width > 0 {
      screen.put(glyphs.cutLeft, row: row, column: column, style: sign, limit: limit)
    }
    if place > limit, limit > column {
      screen.put(glyphs.ellipsis, row: row, column: limit - 1, style: sign, limit: limit)
    }
    return min(place, limit)
  }

  /// Draws a text whose scalars are its columns, which is nearly every text.
  private func drawPlain(
    _ text: String, row: Int, at place: Int, from column: Int, limit: Int, _ style: Style,
    _ screen: inout ScreenBuffer
  ) {
    guard place < limit else { return }
    guard place < column else {
      screen.put(text, row: row, column: place, style: style, limit: limit)
      return
    }
    let shown = text.unicodeScalars.dropFirst(column - place)
    screen.put(Substring(shown), row: row, column: column, style: style, limit: limit)
  }

  /// Draws a text character by character, those found by a search in their own style, and returns
  /// the column after it.
  private func drawCharacters(
    _ text: String, row: Int, at start: Int, from column: Int, limit: Int, _ style: Style,
    matches: [Range<Int>], offset startOffset: Int, _ screen: inout ScreenBuffer
  ) -> Int {
    var place = start
    var offset = startOffset
    for character in text {
      // Beyond the limit only the fact that there is more is shown.
      guard place <= limit else { break }
      let text = String(character)
      let width = text.displayWidth
      let size = text.utf8.count
      defer {
        place += width
        offset += size
      }
      guard place + width > column || width == 0 else { continue }
      guard place + width <= limit, place >= column else { continue }
      let isMatch = matches.contains { $0.contains(offset) }
      screen.put(
        text, row: row, column: place, style: isMatch ? theme[.match] : style, limit: limit)
    }
    return place
  }
}

/// What is shown where the screen is too small.
enum TooSmallView {
  static func draw(_ size: ScreenSize, into screen: inout ScreenBuffer) {
    let minimum = Layout.minimum
    let lines = [
      "bisectty needs \(minimum.columns)x\(minimum.rows),", "has \(size.columns)x\(size.rows).",
      "Enlarge the window;", "q quits.",
    ]
    let top = max(0, (size.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let column = max(0, (size.columns - line.count) / 2)
      screen.put(line, row: top + index, column: column)
    }
  }
}
