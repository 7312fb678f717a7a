import Screen
import Testing

/// How many columns texts take up, and what is shown of them.
@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", "", 0), ("bisect", "bisect", 6), ("中文", "中文", 4), ("e\u{301}", "e\u{301}", 1),
    ("ＡＢ", "ＡＢ", 4), ("한국", "한국", 4), ("\u{1112}\u{1161}\u{11ab}", "한", 2),
    ("🇩🇪", "🇩🇪", 2), ("🇩", "🇩", 1), ("🇩🇪🇫", "🇩🇪🇫", 3),
    // Joined pictures come apart, tones of skin go: terminals disagree about their widths.
    ("👨‍👩‍👧", "👨👩👧", 6), ("👍🏽", "👍", 2), ("❤\u{fe0f}", "❤", 1), ("🏽", "🏽", 2),
    // Control characters are shown by their pictures.
    ("\u{1b}[2J", "␛[2J", 4), ("a\0b", "a␀b", 3), ("\r\n", "␍␊", 2), ("\u{7f}", "␡", 1),
    ("\u{9b}2J", "\u{fffd}2J", 3), ("\u{85}", "\u{fffd}", 1),
    // What turns, hides or has nothing to be on is replaced.
    ("a\u{202e}b", "a\u{fffd}b", 3), ("\u{2066}x\u{2069}", "\u{fffd}x\u{fffd}", 3),
    ("\u{301}", "\u{fffd}", 1), ("\u{feff}", "\u{fffd}", 1), ("\u{ad}", "\u{fffd}", 1),
    ("\u{2028}", "\u{fffd}", 1), ("\u{ffff}", "\u{fffd}", 1), ("\u{200d}", "\u{fffd}", 1),
    // Tab stops are every 8 columns from the start of the text.
    ("\t", "        ", 8), ("ab\tc", "ab      c", 9), ("中\tc", "中      c", 9),
    ("12345678\tc", "12345678        c", 17),
  ])
  func isKnown(text: String, shown: String, width: Int) {
    #expect(text.displayWidth == width)
    #expect(text.shownSafely == shown)
  }

  @Test func keepsAtMostFourMarks() {
    let marks = String(repeating: "\u{301}", count: 20)
    #expect(("a" + marks + "b").shownSafely.unicodeScalars.count == 6)
    #expect(("a" + marks + "b").displayWidth == 2)
  }

  @Test func whatIsShownIsSafeAndStaysAsItIs() {
    var random = RandomText(seed: 1)
    for _ in 0..<2000 {
      let text = random.text()
      let shown = text.shownSafely
      #expect(shown.displayWidth == text.displayWidth)
      #expect(shown.shownSafely == shown)
      let isSafe = shown.unicodeScalars.allSatisfy { scalar in
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
      }
      #expect(isSafe, "\(text.debugDescription)")
    }
  }
}
