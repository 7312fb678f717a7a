/// What the prefixes of a wrapping have in common: the kinds of their words, and the signs between.
///
/// `Jan 15 18:51:07 host42 kernel: ` and `Feb  1 00:00:00 box7 kernel: ` have one shape.
struct PrefixShape: Hashable {
  /// A part of a prefix, as one byte.
  private enum Part {
    /// A word with a letter in it.
    static let word: UInt8 = 1
    /// Digits.
    static let number: UInt8 = 2
    /// One or more blanks.
    static let blanks: UInt8 = 3
  }

  /// The parts; other characters represent themselves.
  private let parts: [UInt8]

  /// The shape of a prefix, regardless of the blanks at its end.
  init(of prefix: ByteView) {
    var text = prefix
    while text.last == Ascii.space { text = text.droppingLast(1) }
    var parts: [UInt8] = []
    var next = 0
    while next < text.count {
      let (part, end) = Self.part(of: text, at: next)
      parts.append(part)
      next = end
    }
    self.parts = parts
  }

  private init(parts: [UInt8]) { self.parts = parts }

  /// Whether there is nothing but blanks.
  var isEmpty: Bool { parts.isEmpty }

  /// Whether it is the quoting of a mail, at any depth.
  var isQuoting: Bool {
    !parts.isEmpty && parts.allSatisfy { $0 == Ascii.greater || $0 == Part.blanks }
  }

  /// Whether a prefix may look so: it has nothing but signs, or ends in a sign, a number or a stamp,
  /// not within words.
  var isLikely: Bool {
    guard let last = parts.last else { return false }
    if parts.allSatisfy({ $0 > Part.blanks }) { return true }
    switch last {
    case Part.word:
      // `12.345s`, `@4000000065f0c1a2`
      return parts.count == 1 || parts.contains(Ascii.colon) || parts[0] == Part.number
        || parts[0] == UInt8(ascii: "@")
    case Part.number, Ascii.colon, Ascii.closeBracket, Ascii.closeParenthesis, Ascii.greater,
      Ascii.bar, Ascii.minus,
      UInt8(ascii: ";"), UInt8(ascii: "#"), Ascii.quote, UInt8(ascii: "*"), Ascii.tab:
      return true
    default: return last > 0x7F
    }
  }

  /// The quoting or the frame that it begins with, before something else; nil if there is none.
  var outerSigns: PrefixShape? {
    let signs = parts.prefix { $0 == Ascii.greater || $0 == Ascii.bar || $0 == Part.blanks }
    guard signs.contains(where: { $0 != Part.blanks }), signs.count < parts.count else {
      return nil
    }
    let end = signs.lastIndex { $0 != Part.blanks } ?? 0
    return PrefixShape(parts: Array(signs[...end]))
  }

  /// Whether a single line suffices to know it: it has no word, or two numbers at least, as stamps have.
  var isUnmistakable: Bool {
    !parts.contains(Part.word) || parts.count { $0 == Part.number } > 1
  }

  /// Whether nothing but a program that keeps logs begins lines so: it has the numbers of a date or a
  /// time, and much besides.
  var isStamp: Bool { parts.count > 8 && parts.count { $0 == Part.number } > 2 }

  /// Whether it is more than a word with a sign, as plain lines begin; signs alone are enough.
  var isLong: Bool { parts.count > 2 || !parts.contains(Part.word) }

  /// Whether two shapes differ only in the sign after a number, as `grep -n -A` prints them for
  /// lines that match and for those below.
  func isVariant(of other: PrefixShape) -> Bool {
    parts.count == other.parts.count
      && zip(parts, other.parts).allSatisfy { $0 == $1 || Self.isSign($0) && Self.isSign($1) }
  }

  /// Whether it continues where another shape ends: the other precedes something else.
  func extends(_ other: PrefixShape) -> Bool {
    parts.count > other.parts.count && parts.starts(with: other.parts)
  }

  private static func isSign(_ part: UInt8) -> Bool { part == Ascii.colon || part == Ascii.minus }

  /// Where the prefix of a line ends that has this shape, blanks after it not counted; nil for
  /// others.
  func end(in line: ByteView) -> Int? {
    var next = 0
    for index in parts.indices {
      let part = parts[index]
      // Numbers may be padded at the start of a line.
      if index == 0, part != Part.blanks { next = line.leadingBlanks }
      if index == 0, part == Part.blanks, line[0] != Ascii.space { continue }
      // A mailer cuts the blanks at the end of a line.
      if next == line.count, index > 0, part == Part.blanks || part == Ascii.tab { continue }
      let (found, end) = Self.part(of: line, at: next)
      guard next < line.count, found == part else { return nil }
      next = end
    }
    return next
  }

  private static func part(of text: ByteView, at start: Int) -> (part: UInt8, end: Int) {
    let byte = text[start]
    var next = start &+ 1
    if byte == Ascii.space {
      while text[next] == Ascii.space { next &+= 1 }
      return (Part.blanks, next)
    }
    guard isOfWord(byte) else { return (byte, next) }
    var hasLetter = !Ascii.isDigit(byte)
    while isOfWord(text[next]) {
      hasLetter = hasLetter || !Ascii.isDigit(text[next])
      next &+= 1
    }
    return (hasLetter ? Part.word : Part.number, next)
  }

  /// Whether a byte is a letter, a digit or an underscore.
  @inline(__always)
  static func isOfWord(_ byte: UInt8) -> Bool {
    // A bit for each byte: digits; letters and underscore.
    let bits: UInt64 = byte < 64 ? 0x3FF000000000000 : byte < 128 ? 0x7FFFFFE87FFFFFE : 0
    return bits >> UInt64(byte & 63) & 1 == 1
  }
}
