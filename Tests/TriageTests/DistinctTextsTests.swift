import BisectionLog
import Testing

@testable import Triage

/// How pieces that a text holds many times are told apart.
@Suite struct DistinctTextsTests {
  /// The ranges of the words of a text.
  private func words(_ text: SourceText) -> [TextRange] {
    var ranges: [TextRange] = []
    var start = 0
    for (place, byte) in text.bytes.enumerated() where byte == UInt8(ascii: " ") {
      ranges.append(TextRange(start..<place))
      start = place + 1
    }
    return ranges + [TextRange(start..<text.bytes.count)]
  }

  @Test func equalPiecesHaveOneNumber() {
    let text = SourceText(Array("on off on offline off on".utf8))
    var distinct = DistinctTexts(in: text)
    let numbers = words(text).map { distinct.number(of: $0).number }
    #expect(numbers == [0, 1, 0, 2, 1, 0])
    #expect(distinct.ranges.map(text.string) == ["on", "off", "offline"])
  }

  @Test func thousandsAreFoundAgain() {
    let text = SourceText(Array((0..<5000).map { "lamp\($0 % 2500)" }.joined(separator: " ").utf8))
    var distinct = DistinctTexts(in: text)
    let found = words(text).map { distinct.number(of: $0) }
    #expect(found.map(\.number) == (0..<5000).map { $0 % 2500 })
    #expect(found.map(\.isNew) == (0..<5000).map { $0 < 2500 })
  }

  @Test func piecesAreFoundByTheirWords() {
    let text = SourceText(Array("on off on lämpchen".utf8))
    var distinct = DistinctTexts(in: text)
    for range in words(text) { _ = distinct.number(of: range) }
    #expect(["on", "off", "lämpchen"].map { distinct.number(of: $0) } == [0, 1, 2])
    #expect(["o", "of", "offline", ""].allSatisfy { distinct.number(of: $0) == nil })
  }

  @Test func aPieceThatLeavesTheTextIsCut() {
    let text = SourceText(Array("lamp".utf8))
    var distinct = DistinctTexts(in: text)
    #expect(distinct.number(of: TextRange(start: 2, count: 2)) == (0, true))
    #expect(distinct.number(of: TextRange(start: 2, count: 90)) == (0, false))
    #expect(distinct.number(of: TextRange(start: 9, count: 1)) == (1, true))
  }
}

/// What can be asked of borrowed bytes.
@Suite struct TextBytesTests {
  private let text = SourceText(Array("lamp_on".utf8))

  private func ask(_ question: (Span<UInt8>) -> Bool) -> Bool {
    text.withBytes(of: TextRange(0..<7), question)
  }

  @Test func beginnings() {
    #expect(ask { $0.starts(with: "lamp") })
    #expect(!ask { $0.starts(with: "amp") })
    #expect(!ask { $0.starts(with: "lamp_on_") })
    #expect(text.holds(TextRange(0..<4), "lamp"))
    #expect(!text.holds(TextRange(0..<5), "lamp"))
  }

  @Test(arguments: [("_on", true), ("lamp_on", true), ("a_lamp_on", false), ("_o", false)])
  func ends(words: String, expected: Bool) {
    #expect(ask { $0.ends(with: words.utf8.span) } == expected)
  }

  @Test(arguments: [("p_o", true), ("on", true), ("pon", false), ("lamp_on_", false), ("", true)])
  func pieces(words: String, expected: Bool) {
    #expect(ask { $0.contains(words.utf8.span) } == expected)
  }

  @Test func places() {
    #expect(ask { $0.contains("p_o") })
    #expect(ask { $0.firstIndex(of: UInt8(ascii: "_")) == 4 })
    #expect(ask { $0.firstIndex(of: UInt8(ascii: "x")) == nil })
  }
}
