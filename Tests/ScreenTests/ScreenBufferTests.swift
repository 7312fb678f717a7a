import Testing

@testable import Screen

/// Drawing into cells.
@Suite struct ScreenBufferTests {
  private func screen(_ rows: Int, _ columns: Int) -> ScreenBuffer {
    ScreenBuffer(size: ScreenSize(rows: rows, columns: columns))
  }

  @Test func textStopsAtTheLimitAndTheEdge() {
    var screen = screen(2, 10)
    #expect(screen.put("abcdef", row: 0, column: 0, limit: 4) == 4)
    #expect(screen.put("abcdef", row: 1, column: 7) == 10)
    #expect(screen.text == "abcd\n       abc\n")
  }

  @Test func wideCharactersNeedRoomForBothHalves() {
    var screen = screen(1, 4)
    #expect(screen.put("a中文", row: 0, column: 0) == 3)
    #expect(screen.text == "a中\n")
    #expect(screen[0, 1].width == 2 && screen[0, 2].width == 0)
  }

  @Test func overwritingOneHalfBlanksTheOther() {
    var screen = screen(1, 6)
    screen.put("中文字", row: 0, column: 0)
    screen.put("x", row: 0, column: 1)
    #expect(screen.text == " x文字\n")
    screen.put("y", row: 0, column: 2)
    #expect(screen.text == " xy 字\n")
    screen.fill(Rect(row: 0, column: 5, height: 1, width: 1), style: .plain)
    #expect(screen.text == " xy\n")
  }

  @Test func textMayBeginLeftOfTheScreen() {
    var screen = screen(1, 5)
    #expect(screen.put("abcdef", row: 0, column: -2) == 4)
    #expect(screen.text == "cdef\n")
    screen.put("中b", row: 0, column: -1)
    #expect(screen.text == " bef\n")
  }

  @Test func tabsDoNotDependOnWhereTheTextStands() {
    var screen = screen(2, 20)
    screen.put("ab\tc", row: 0, column: 3)
    #expect(screen.line(0) == "   ab      c")
    screen.put("abé\tc", row: 1, column: 3)
    #expect(screen.line(1) == "   abé     c")
  }

  @Test func marksJoinTheirCharacterAlsoAtTheEdge() {
    var screen = screen(1, 3)
    screen.put("abe\u{301}d", row: 0, column: 0)
    #expect(screen.text == "abe\u{301}\n")
    #expect(screen[0, 2].character == "e\u{301}")
  }

  @Test func clippingCutsEverything() {
    var screen = screen(3, 10)
    screen.clipped(to: Rect(row: 1, column: 2, height: 1, width: 4)) { screen in
      screen.put("no", row: 0, column: 2)
      #expect(screen.put("abcdefgh", row: 1, column: 0) == 6)
      screen.clipped(to: Rect(row: 0, column: 4, height: 3, width: 9)) { inner in
        inner.fill(inner.bounds, with: "#", style: .plain)
      }
    }
    #expect(screen.text == "\n  cd##\n\n")
  }

  @Test func cellsOutsideAreBlankAndUnwritable() {
    var screen = screen(1, 2)
    screen[5, 5] = Cell(character: "x", width: 1, style: .plain)
    screen[-1, 0] = Cell(character: "x", width: 1, style: .plain)
    screen[0, 1] = Cell(character: "中", width: 2, style: .plain)
    #expect(screen[9, 9] == .blank && screen.text == "\n")
    screen[0, 0] = Cell(character: "e\u{301}", width: 1, style: Style(foreground: .palette(3)))
    #expect(screen[0, 0].character == "e\u{301}")
    #expect(screen[0, 0].style == Style(foreground: .palette(3)))
  }

  @Test func stylesComeBackAsTheyWentIn() {
    var screen = screen(1, 40)
    let colors: [Color] = [.standard, .palette(0), .palette(255), .rgb(0, 0, 0), .rgb(255, 1, 254)]
    var column = 0
    for foreground in colors {
      for background in colors {
        let style = Style(
          foreground: foreground, background: background, attributes: [.bold, .reverse])
        screen.put("x", row: 0, column: column, style: style)
        #expect(screen[0, column].style == style)
        column += 1
      }
    }
    screen.restyle(Rect(row: 0, column: 0, height: 1, width: 1)) { $0.adding(.dim) }
    #expect(screen[0, 0].style == Style(attributes: [.bold, .reverse, .dim]))
    #expect(screen[0, 0].character == "x")
  }

  @Test func dumpTellsTheLooks() {
    var screen = screen(2, 6)
    screen.put("ab", row: 0, column: 1, style: Style(foreground: .palette(1), attributes: .bold))
    screen.put("c", row: 1, column: 0, style: Style(background: .palette(12)))
    screen.put("d", row: 1, column: 1, style: Style(foreground: .rgb(1, 2, 3)))
    let expected = """
      .aa
      bc
      a = bold red
      b = on bright blue
      c = rgb(1,2,3)

      """
    #expect(screen.styleMap == expected)
  }

  /// Every size and place: no trap, no half character, and the width that was promised.
  @Test func anythingAnywhere() {
    var random = RandomText(seed: 3)
    for round in 0..<4000 {
      var screen = screen(round % 4, random.number(0...24))
      let text = random.text()
      let row = random.number(-2...5)
      let column = random.number(-12...26)
      let end = screen.put(text, row: row, column: column)
      let room = screen.size.columns - column
      if row >= 0, row < screen.size.rows, room > 0 {
        #expect(end - column <= text.displayWidth && end <= screen.size.columns)
        if text.displayWidth <= room { #expect(end - column == text.displayWidth) }
      } else {
        #expect(end == column)
      }
      let second = random.text(pieces: 3)
      screen.put(second, row: row, column: random.number(-3...20), limit: random.number(-3...30))
      screen.fill(
        Rect(row: row, column: random.number(-3...20), height: 2, width: random.number(0...5)),
        style: .plain)
      expectWhole(screen)
    }
  }

  /// Texts of plain characters are drawn by a shorter way: cell by cell it comes to the same.
  @Test func drawnAtOnceOrOneByOne() {
    var random = RandomText(seed: 6)
    for _ in 0..<2000 {
      let before = random.text(pieces: 4)
      let text = random.text()
      let column = random.number(-6...12)
      var once = screen(1, 20)
      once.put(before, row: 0, column: 0)
      var single = once
      let end = once.put(text, row: 0, column: column)
      var place = column
      for glyph in Glyphs(text[...]) {
        guard place + glyph.columns <= 20 else { break }
        single.put(String(glyph.character), row: 0, column: place)
        place += glyph.columns
      }
      #expect(end == place)
      #expect(once == single, "\(before.debugDescription) \(text.debugDescription) \(column)")
    }
  }

  private func expectWhole(_ screen: ScreenBuffer) {
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns {
        let cell = screen[row, column]
        let isPaired =
          switch cell.width {
          case 0: column > 0 && screen[row, column - 1].width == 2
          case 2: column + 1 < screen.size.columns && screen[row, column + 1].width == 0
          default: true
          }
        #expect(isPaired)
        if cell.width > 0 { #expect(String(cell.character).displayWidth == Int(cell.width)) }
      }
    }
  }
}
