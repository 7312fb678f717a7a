import Screen
import Testing

/// Texts that have to fit.
@Suite struct CutTextTests {
  @Test(arguments: [
    (KeptPart.start, 15, "net/ipv4/addr.c"), (.start, 14, "net/ipv4/addr…"), (.start, 7, "net/ip…"),
    (.end, 7, "…addr.c"), (.bothEnds, 7, "net…r.c"), (.bothEnds, 8, "net/…r.c"),
    (.start, 1, "…"), (.end, 1, "…"), (.bothEnds, 1, "…"), (.bothEnds, 2, "n…"),
    (.start, 0, ""), (.end, -3, ""),
  ])
  func asciiIsCut(part: KeptPart, width: Int, result: String) {
    #expect("net/ipv4/addr.c".cut(toWidth: width, keeping: part) == result)
  }

  @Test func wideCharactersAreNeverHalved() {
    #expect("中文字".cut(toWidth: 6) == "中文字")
    #expect("中文字".cut(toWidth: 5) == "中文…")
    #expect("中文字".cut(toWidth: 4) == "中…")
    #expect("中文字".cut(toWidth: 4, keeping: .end) == "…字")
    #expect("a中文字".cut(toWidth: 5, keeping: .bothEnds) == "a…字")
    #expect("long".cut(toWidth: 3, mark: "~") == "lo~")
  }

  @Test(arguments: [KeptPart.start, .end, .bothEnds])
  func aVeryLongTextIsCutAsALongOne(part: KeptPart) {
    let long = "a" + String(repeating: "中", count: 20) + "z"
    let veryLong = "a" + String(repeating: "中", count: 200_000) + "z"
    for width in 0..<30 {
      let expected = long.cut(toWidth: width, keeping: part)
      #expect(veryLong.cut(toWidth: width, keeping: part) == expected)
    }
  }

  @Test func paddingFillsUp() {
    #expect("ab".padded(toWidth: 5) == "ab   ")
    #expect("ab".padded(toWidth: 5, alignment: .right) == "   ab")
    #expect("ab".padded(toWidth: 5, alignment: .center) == " ab  ")
    #expect("中".padded(toWidth: 3) == "中 ")
    #expect("long".padded(toWidth: 2) == "long")
  }

  @Test func neverWiderThanAsked() {
    var random = RandomText(seed: 2)
    for _ in 0..<1000 {
      let text = random.text()
      let width = random.number(0...30)
      for part in [KeptPart.start, .end, .bothEnds] {
        let cut = text.cut(toWidth: width, keeping: part)
        #expect(cut.displayWidth <= width)
        if text.displayWidth <= width { #expect(cut == text.shownSafely) }
        #expect(text.fitted(toWidth: width, keeping: part).displayWidth == width)
      }
    }
  }
}
