/// A character as a screen shows it: safe to send, and of a width known beforehand.
struct Glyph: Equatable {
  /// The character that has a width.
  var base: Unicode.Scalar
  /// Marks on it, or the second half of a flag.
  var marks: [Unicode.Scalar] = []
  /// 1 or 2.
  var columns: Int

  /// The replacement for what must not be shown.
  static let replacement = Glyph(base: "\u{FFFD}", columns: 1)
  static let blank = Glyph(base: " ", columns: 1)

  /// The glyph as one character.
  var character: Character {
    if marks.isEmpty { return Character(base) }
    var text = String.UnicodeScalarView([base])
    text.append(contentsOf: marks)
    // Marks stay with their base, and flags are pairs: one character each.
    return String(text).first ?? Character(base)
  }
}

/// The glyphs of a text, from left to right.
///
/// Everything that measures, cuts or draws text goes through here, so that they always agree. Tab
/// stops are every 8 columns from the start of the text; control characters are shown as their
/// pictures (U+2400 and on); what could drive the terminal or turn the text around is replaced by
/// U+FFFD.
struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: Substring.UnicodeScalarView.Iterator
  private var peeked: Unicode.Scalar?
  private var column: Int
  private var blanksOfTab = 0

  /// How far tab stops are apart.
  static let tabWidth = 8
  /// How many marks a glyph keeps: ncurses has room for as many.
  static let mostMarks = 4

  /// The glyphs of a text, or of the rest of one from a column on.
  init(_ text: Substring, column: Int = 0) {
    self.column = column
    scalars = text.unicodeScalars.makeIterator()
    peeked = scalars.next()
  }

  mutating func next() -> Glyph? {
    if blanksOfTab > 0 {
      blanksOfTab -= 1
      return advance(.blank)
    }
    guard let scalar = peeked else { return nil }
    peeked = scalars.next()
    if scalar == "\t" {
      blanksOfTab = Self.tabWidth - column % Self.tabWidth - 1
      return advance(.blank)
    }
    guard let columns = scalar.columns, columns > 0 else {
      return advance(Self.replacement(for: scalar))
    }
    var glyph = Glyph(base: scalar, columns: columns)
    if scalar.isRegionalIndicator, let second = peeked, second.isRegionalIndicator {
      glyph.marks = [second]
      glyph.columns = 2
      peeked = scalars.next()
    }
    takeMarks(of: &glyph)
    return advance(glyph)
  }

  private mutating func takeMarks(of glyph: inout Glyph) {
    while let mark = peeked, mark.value >= 0x300 {
      if mark.changesOnlyTheLook {
        // A tone of skin alone is a picture of its own.
        if mark.columns == 2, glyph.columns == 1 { return }
      } else {
        guard mark.columns == 0 else { return }
        if glyph.marks.count < Self.mostMarks { glyph.marks.append(mark) }
      }
      peeked = scalars.next()
    }
  }

  private mutating func advance(_ glyph: Glyph) -> Glyph {
    column += glyph.columns
    return glyph
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Glyph {
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      return Glyph(base: picture, columns: 1)
    }
    return scalar.value == 0x7f ? Glyph(base: "\u{2421}", columns: 1) : .replacement
  }
}
