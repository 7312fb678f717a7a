import Query
import TestSupport
import Testing

@Suite("Searching text")
struct TextSearchTests {
  static let cases: [(String, String, [Range<Int>])] = [
    ("a", "banana", [1..<2, 3..<4, 5..<6]), ("ana", "banana", [1..<4]), ("ANA", "banana", []),
    ("kasan", "KASAN: Kasan kasan", [0..<5, 7..<12, 13..<18]), ("Kasan", "KASAN: Kasan", [7..<12]),
    ("", "abc", []), ("abcd", "abc", []), ("abc", "abc", [0..<3]), ("ü", "Tür TÜR", [1..<3]),
    ("@", "`@`", [1..<2]), ("[", "{[", [1..<2]), ("x{", "X[ X{", [3..<5]),
    ("aa", "aaaa", [0..<2, 2..<4]),
    ("run #7", "run #6: ok, run #7: crashed", [12..<18]),
  ]

  @Test("finds these places", arguments: cases)
  func finds(pattern: String, text: String, ranges: [Range<Int>]) {
    #expect(TextSearch(pattern).ranges(in: text) == ranges)
  }

  @Test("case counts where the caller wants it")
  func caseOnRequest() {
    #expect(TextSearch("kasan", caseMatters: true).ranges(in: "KASAN kasan") == [6..<11])
  }

  @Test("goes back over windows, also to what lies across two of them")
  func backwards() {
    for place in [0, 1, 99_990, 134_461, 134_463, 134_464, 134_466, 199_995] {
      var text = [UInt8](repeating: 0x2E, count: 200_000)
      text.replaceSubrange(place..<(place + 5), with: Array("KASAN".utf8))
      let search = TextSearch("kasan")
      #expect(search.last(in: text.span) == place..<(place + 5))
      #expect(search.last(in: text.span, before: place + 4) == nil)
      #expect(search.count(in: text.span) == 1)
    }
    #expect(TextSearch("").last(in: [1, 2].span) == nil)
    #expect(TextSearch("aa").count(in: Array("aaaaa".utf8).span) == 2)
    #expect(TextSearch("aa").ranges(in: Array("aaaaa".utf8).span, limit: 0).isEmpty)
  }

  @Test("finds what a plain comparison finds, wherever it looks")
  func agreesWithPlainSearch() {
    var generator = SeededGenerator(seed: 5)
    let letters = Array(
      "aAbBkK@`[{ 0\u{C3}\u{FF}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...160, using: &generator)
      let text = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
      let length = Int.random(in: 1...5, using: &generator)
      let pattern = String(
        decoding: (0..<length).map { _ in
          Array("aAbk@[ 0".utf8).randomElement(using: &generator) ?? 0
        },
        as: UTF8.self)
      let search = TextSearch(pattern, caseMatters: Bool.random(using: &generator))
      let start = Int.random(in: -2...(count + 2), using: &generator)
      let end = Int.random(in: -2...(count + 2), using: &generator)
      let places = Self.places(of: search, in: text)
      let first = places.first { $0.lowerBound >= max(start, 0) && $0.upperBound <= end }
      #expect(search.first(in: text.span, from: start, to: end) == first)
      #expect(search.last(in: text.span, before: end) == places.last { $0.upperBound <= end })
      #expect(search.ranges(in: text.span, limit: 1) == Array(places.prefix(1)))
    }
  }

  /// All places, overlapping ones too, found one by one.
  static func places(of search: TextSearch, in text: [UInt8]) -> [Range<Int>] {
    let pattern = Array(search.text.utf8)
    guard text.count >= pattern.count else { return [] }
    return (0...(text.count - pattern.count)).filter { place in
      pattern.indices.allSatisfy { index in
        let (wanted, found) = (pattern[index], text[place + index])
        let isLetter = (0x61...0x7A).contains(wanted)
        return wanted == found || !search.caseMatters && isLetter && found == wanted - 0x20
      }
    }.map { $0..<($0 + pattern.count) }
  }
}
