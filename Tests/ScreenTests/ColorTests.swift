import Screen
import Testing

/// Colours on terminals that have fewer.
@Suite struct ColorTests {
  @Test(arguments: [
    (Color.rgb(255, 95, 0), ColorDepth.palette256, Color.palette(202)),
    (.rgb(255, 255, 255), .palette256, .palette(231)), (.rgb(0, 0, 0), .palette256, .palette(16)),
    (.rgb(128, 128, 128), .palette256, .palette(244)), (.rgb(250, 10, 10), .palette16, .palette(9)),
    (.rgb(250, 10, 10), .palette8, .palette(1)), (.palette(202), .palette256, .palette(202)),
    (.palette(202), .direct, .rgb(255, 95, 0)), (.palette(240), .direct, .rgb(88, 88, 88)),
    (.palette(3), .direct, .palette(3)), (.palette(9), .palette8, .palette(1)),
    (.palette(9), .palette16, .palette(9)), (.rgb(1, 2, 3), .direct, .rgb(1, 2, 3)),
    (.palette(202), .none, .standard), (.standard, .palette8, .standard),
  ])
  func nearest(color: Color, depth: ColorDepth, expected: Color) {
    #expect(color.reduced(to: depth) == expected)
  }

  @Test func noTerminalGetsMoreThanItHas() {
    for index in UInt8.min...UInt8.max {
      for (depth, count) in [(ColorDepth.palette8, 8), (.palette16, 16)] {
        guard case .palette(let result) = Color.palette(index).reduced(to: depth) else {
          Issue.record("\(index) is no colour of the palette any more")
          continue
        }
        #expect(result < count)
      }
    }
  }

  @Test(arguments: [
    ("─", "-"), ("│", "|"), ("┌", "+"), ("█", "#"), ("…", "~"), ("✓", "y"), ("中", "??"),
    ("é", "?"), ("🇩🇪", "??"), ("a", "a"), ("e\u{301}", "?"), ("\u{fffd}", "?"),
  ])
  func asciiStandIns(character: Character, expected: String) {
    #expect(character.asciiReplacement == expected)
    #expect(character.asciiReplacement.displayWidth == String(character).displayWidth)
  }
}
