import Testing

@testable import Exports

@Suite struct TextTests {
  @Test(arguments: [
    ("plain ‘text’ 中", "plain ‘text’ 中"),
    ("a\u{1b}[31mb\u{7}\n\r\t\u{7f}", "a␛[31mb␇␊␍␉␡"),
    ("\u{9b}31m\u{202e}x\u{2066}\u{200b}\u{feff}", "\u{fffd}31m\u{fffd}x\u{fffd}\u{fffd}\u{fffd}"),
  ])
  func whatATerminalCouldObeyBecomesVisible(_ text: String, _ shown: String) {
    #expect(visible(text) == shown)
  }

  @Test(arguments: [
    (
      "2023-02-26 11:46:17.044173253 +0000 UTC m=+61924.038322504",
      "2023-02-26T11:46:17.044173253Z"
    ),
    ("2023-02-26 11:46:17 +0130 CET", "2023-02-26T11:46:17+01:30"),
    ("2023-02-26 11:46:17.5 -0700 PDT m=-0.1", "2023-02-26T11:46:17.5-07:00"),
    ("yesterday", nil), ("2023-02-26 11:46 +0000 UTC", nil), ("2023-02-26 11:46:17", nil),
    ("2023-02-26 11:46:17 UTC +0000", nil), ("", nil),
  ])
  func goTimesBecomeInternetTimes(_ text: String, _ time: String?) {
    #expect(internetTime(ofGoTime: text) == time)
  }

  @Test(arguments: [
    (#"a@b"#, "a@b"), (#"\"Q, R\" <q@r>"#, "\"Q, R\" <q@r>"), (#"\\ \n\t"#, "\\ \n\t"),
    (#"\u00e9\x41\U0001F600"#, "é\u{41}😀"), (#"\q\u12\"#, #"\q\u12\"#), (#"\ud800"#, #"\ud800"#),
  ])
  func goStringsAreFreedFromTheirQuoting(_ literal: String, _ text: String) {
    #expect(unquoted(goString: literal) == text)
  }

  @Test func textIsFittedToColumns() {
    #expect("abcdef".cut(to: 6) == "abcdef")
    #expect("abcdefg".cut(to: 6) == "abcde…")
    #expect("abcdefg".cut(to: 0) == "")
    #expect("abcdefg".cutInFront(to: 4) == "…efg")
    #expect("ab".filled(to: 4) == "ab  ")
    #expect("ab".aligned(to: 4) == "  ab")
  }

  @Test func textIsWrappedAtSpaces() {
    #expect(wrapped("one two three", width: 7) == ["one two", "three"])
    #expect(wrapped("averylongword x", width: 4) == ["averylongword", "x"])
    #expect(wrapped("  ", width: 4) == [])
  }

  @Test func noProbabilityIsCertain() {
    #expect([0, 0.004, 0.5, 0.996, 1].map(percentage) == ["1 %", "1 %", "50 %", "99 %", "99 %"])
  }

  @Test func durationsAreWords() {
    #expect(
      [0, 59, 60, 3_599, 15_112.2, 1e300].map(duration).prefix(5) == [
        "0 s", "59 s", "1 min", "59 min", "4 h 11 min",
      ])
  }
}
