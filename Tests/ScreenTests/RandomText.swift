import TestSupport

/// Texts as hostile as logs can be.
struct RandomText {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let pieces: [String] = [
    "a", "Z", " ", "\t", "\n", "\r\n", "\0", "\u{1b}", "\u{1b}[31m", "\u{7f}", "\u{85}", "\u{9b}2J",
    "é", "e\u{301}", "\u{301}", "a\u{308}\u{331}\u{301}\u{302}\u{303}\u{304}", "中", "文\u{301}",
    "🇩🇪", "🇩", "👨‍👩‍👧", "👍🏽", "🏽", "❤️", "\u{202e}", "\u{2066}", "\u{200d}", "\u{feff}",
    "\u{ad}", "─", "…", "한", "\u{1112}\u{1161}\u{11ab}", "\u{ffff}", "\u{e000}", "\u{2028}", "ＡＢ",
    "\u{fffd}", "unregister_netdevice", "\u{e0061}", "ﷺ", "\u{3000}",
  ]

  mutating func text(pieces: Int = 12) -> String {
    let count = Int.random(in: 0...pieces, using: &generator)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
