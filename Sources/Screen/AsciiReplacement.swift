extension Character {
  /// The replacement for this character where only ASCII can be shown, of the same width.
  package var asciiReplacement: String {
    if isASCII { return self == "\r\n" ? " " : String(self) }
    guard let scalar = unicodeScalars.first else { return "?" }
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d, 0x2550, 0x2574, 0x2576:
      return "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250a, 0x250b, 0x254e, 0x254f, 0x2551, 0x2575, 0x2577:
      return "|"
    case 0x2500...0x257f: return "+"
    case 0x2581...0x2588, 0x2590, 0x2593: return "#"
    case 0x2589...0x258f, 0x2591, 0x2592: return ":"
    default:
      return Self.asciiReplacements[self]
        ?? String(repeating: "?", count: Glyphs(String(self)[...]).columns)
    }
  }

  private static let asciiReplacements: [Character: String] = [
    "…": "~", "·": ".", "•": "*", "●": "*", "○": "o", "◐": "o", "◆": "*", "◇": "o", "■": "#",
    "□": ".", "▪": "*", "▶": ">", "▸": ">", "►": ">", "◀": "<", "◂": "<", "▼": "v", "▾": "v",
    "▲": "^", "▴": "^", "→": ">", "←": "<", "↑": "^", "↓": "v", "↵": "/", "↩": "/", "⏎": "/",
    "✓": "y", "✔": "y", "✗": "x", "✘": "x", "×": "x", "⚠": "!", "★": "*", "☆": "*", "–": "-",
    "—": "-", "‑": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "≈": "~", "≤": "<", "≥": ">",
    "±": "+", "«": "<", "»": ">", "❯": ">", "❮": "<", "⟳": "@", "↻": "@", "\u{a0}": " ",
    "∎": "#", "⋮": ":", "⋯": "~", "✎": "n", "⚑": "!", "⊘": "o", "⊗": "x", "⊕": "+", "◌": "o",
    "◉": "*", "◎": "o", "△": "^", "▽": "v", "▷": ">", "◁": "<", "⇒": ">", "⇐": "<", "⇧": "^",
  ]
}
