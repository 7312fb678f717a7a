import Query
import TestSupport
import Testing

@Suite("Fuzzy matching")
struct FuzzyTests {
  /// A pattern, texts, and the order they come in.
  static let rankings: [(String, [String], [String])] = [
    (
      "gf", ["go to the frame", "page forward", "goFrame", "flag"],
      ["goFrame", "go to the frame", "page forward"]
    ),
    (
      "undo", ["undo the review", "unmark and do", "redo", "sound on"],
      ["undo the review", "unmark and do", "sound on"]
    ),
    ("fb", ["fs/base.c", "foobar.c", "xfxb"], ["fs/base.c", "foobar.c", "xfxb"]),
    (
      "base", ["fs/proc/base.c", "b_a_s_e", "database"], ["fs/proc/base.c", "b_a_s_e", "database"]
    ),
    ("abc", ["abcdef", "abc", "xabc"], ["abc", "abcdef", "xabc"]),
    ("K", ["kasan", "KASAN"], ["KASAN"]), ("k", ["KASAN", "kasan"], ["KASAN", "kasan"]),
    ("frame next", ["next frame", "previous frame", "next step"], ["next frame"]),
    ("ÄND", ["ändern", "ÄNDERN"], ["ÄNDERN"]),
    ("änd", ["ändern", "ÄNDERN"], ["ändern", "ÄNDERN"]),
    ("zz", ["z"], []),
  ]

  @Test("ranks so", arguments: rankings)
  func ranks(pattern: String, texts: [String], order: [String]) {
    #expect(FuzzyPattern(pattern).ranked(texts).map { texts[$0.index] } == order)
  }

  /// A pattern, a text, and the characters that are marked, as offsets in bytes.
  static let marks: [(String, String, [Int])] = [
    ("gf", "go to frame", [0, 6]), ("frm", "xfr frame", [4, 5, 7]), ("ab", "a_ab", [2, 3]),
    ("fbc", "fs/base.c", [0, 3, 8]), ("ü", "Tür", [1]), ("r", "Tür", [3]), ("", "abc", []),
    ("b a", "ab", [0, 1]), ("gF", "goFrame get", [0, 2]),
  ]

  @Test("marks the best characters", arguments: marks)
  func marksBest(pattern: String, text: String, positions: [Int]) {
    #expect(FuzzyPattern(pattern).match(text)?.positions == positions)
  }

  @Test("an empty pattern keeps everything in its order")
  func empty() {
    #expect(FuzzyPattern("  ").ranked(["bb", "a"]).map(\.index) == [0, 1])
    #expect(FuzzyPattern("").ranked(["bb", "a"], limit: 1).map(\.index) == [0])
    #expect(FuzzyPattern("").ranked(["bb", "a"], limit: -1).isEmpty)
  }

  @Test("matches exactly the texts that have the letters in order, and marks just these")
  func marksAreTheLetters() {
    var generator = SeededGenerator(seed: 6)
    let letters = Array("abAB /_-é")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        })
      let pattern = String(
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          "abé".randomElement(using: &generator) ?? "a"
        })
      let bytes = Array(text.lowercased().utf8)
      var rest = Array(pattern.unicodeScalars)[...]
      for scalar in text.lowercased().unicodeScalars where scalar == rest.first {
        rest = rest.dropFirst()
      }
      let match = FuzzyPattern(pattern).match(text)
      #expect((match != nil) == rest.isEmpty, "\(pattern) in \(text)")
      guard let match else { continue }
      let marked = match.positions.flatMap { place in
        bytes[place...].prefix(bytes[place] < 0x80 ? 1 : 2)
      }
      #expect(String(decoding: marked, as: UTF8.self) == pattern, "\(pattern) in \(text)")
      #expect(match.positions == match.positions.sorted())
    }
  }

  @Test("survives long texts")
  func long() {
    let text = String(repeating: "ab", count: 5_000)
    #expect(FuzzyPattern(String(repeating: "b", count: 100)).match(text)?.positions.count == 64)
    #expect(FuzzyPattern("c").match(text + "c") == nil)
  }
}
