/// Some ASCII text that is looked for in many lines.
struct Phrase {
  /// The text.
  let text: StaticString
  /// Which bytes it has.
  let bytes: ByteSet

  /// A text to look for.
  init(_ text: StaticString) {
    self.text = text
    var bytes = ByteSet()
    for offset in 0..<text.utf8CodeUnitCount { bytes.insert(text.utf8Start[offset]) }
    self.bytes = bytes
  }
}

/// Which letters, colons and brackets stand somewhere: the bytes from `:` to `y`.
///
/// Digits, blanks and most signs are in nearly every line and tell nothing; they are left out, so that
/// one word holds the rest.
struct ByteSet {
  private var bits: UInt64 = 0

  /// No bytes.
  init() {}

  /// A set by its word: the place of a byte is its distance from the colon.
  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  /// The bytes of a piece of text.
  @inline(__always)
  init(of view: ByteView) {
    var bytes: UInt64 = 0
    view.forEachWord { bytes |= $0.byteSet.bits }
    bits = bytes
  }

  /// Adds a byte.
  @inline(__always)
  mutating func insert(_ byte: UInt8) {
    // A place beyond the word shifts the bit out.
    bits |= 1 << UInt64(byte &- Ascii.colon)
  }

  /// Whether all bytes of another set are in this one.
  @inline(__always)
  func holds(_ other: ByteSet) -> Bool { bits & other.bits == other.bits }
}

/// A line in which several phrases are looked for; most are ruled out by the bytes they would need.
struct SearchedLine {
  /// The line.
  let view: ByteView
  private let bytes: ByteSet

  /// Looks which bytes a line has.
  @inline(__always)
  init(_ view: ByteView) {
    self.view = view
    bytes = ByteSet(of: view)
  }

  /// The offset of the first occurrence of a phrase at or after `offset`; nil where there is none.
  @inline(__always)
  func firstIndex(of phrase: Phrase, from offset: Int = 0) -> Int? {
    bytes.holds(phrase.bytes) ? view.firstIndex(of: phrase.text, from: offset) : nil
  }

  /// Whether a phrase stands in the line.
  @inline(__always)
  func contains(_ phrase: Phrase) -> Bool { firstIndex(of: phrase) != nil }
}
