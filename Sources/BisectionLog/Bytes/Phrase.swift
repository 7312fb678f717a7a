/// Some ASCII text that is looked for in many lines.
struct Phrase {
  /// The text.
  let text: StaticString
  /// Which bytes it has.
  let bytes: ByteSet
  /// Which bytes it has before colons.
  let beforeColons: ByteSet

  /// A text to look for.
  @inline(__always)
  init(_ text: StaticString) {
    self.text = text
    var (bytes, beforeColons) = (ByteSet(), ByteSet())
    for offset in 0..<text.utf8CodeUnitCount {
      bytes.insert(text.utf8Start[offset])
      if offset > 0, text.utf8Start[offset] == Ascii.colon {
        beforeColons.insert(text.utf8Start[offset &- 1])
      }
    }
    self.bytes = bytes
    self.beforeColons = beforeColons
  }
}

/// Phrases that are looked for one after the other, with what each of them means.
struct PhraseTable<Meaning: Sendable>: Sendable {
  typealias Entry = (words: Phrase, meaning: Meaning)

  private let all: [Entry]
  /// Those that a line without capital letters may hold, as most lines of drivers are.
  private let small: [Entry]

  /// Phrases in the order in which they are looked for.
  init(_ entries: [Entry]) {
    all = entries
    small = entries.filter { !$0.words.bytes.hasCapital }
  }

  /// The entries that may be in a line.
  @inline(__always)
  func entries(for line: SearchedLine) -> [Entry] { line.hasCapital ? all : small }
}

/// Which letters and brackets occur: the bytes from `@` on.
///
/// Digits, blanks and most signs occur in nearly every line and distinguish nothing; they share one
/// bit, so that one word holds the set.
struct ByteSet {
  private var bits: UInt64 = 0

  /// No bytes.
  init() {}

  /// Some bytes.
  @inline(__always)
  init(_ bytes: UInt8...) { for byte in bytes { insert(byte) } }

  /// The bytes of a piece of text.
  @inline(__always)
  init(of view: ByteView) {
    var bits: UInt64 = 0
    view.forEachWord { bits |= $0.byteSet }
    self.bits = bits
  }

  /// Adds a byte.
  @inline(__always)
  mutating func insert(_ byte: UInt8) {
    bits |= 1 &<< UInt64(byte & 0x40 == 0 ? 0 : byte)
  }

  /// Whether all bytes of another set are in this one.
  @inline(__always)
  func holds(_ other: ByteSet) -> Bool { bits & other.bits == other.bits }

  /// Whether a capital letter is in it.
  @inline(__always) var hasCapital: Bool {
    // The bits from `A` to `Z`.
    bits & 0x7FF_FFFE != 0
  }

  /// Whether a byte of another set is in this one.
  @inline(__always)
  func meets(_ other: ByteSet) -> Bool { bits & other.bits != 0 }
}

/// A line in which several phrases are looked for; most are ruled out by the bytes they would need.
struct SearchedLine {
  /// The line.
  let view: ByteView
  private let bytes: ByteSet
  private let beforeColons: ByteSet

  /// Looks which bytes a line has.
  @inline(__always)
  init(_ view: ByteView) {
    self.view = view
    bytes = ByteSet(of: view)
    var beforeColons = ByteSet()
    view.forEachIndex(of: Ascii.colon) { beforeColons.insert(view[$0 &- 1]) }
    self.beforeColons = beforeColons
  }

  /// Whether it holds a capital letter.
  @inline(__always) var hasCapital: Bool { bytes.hasCapital }

  /// The offset of the first occurrence of a phrase at or after `offset`; nil if there is none.
  @inline(__always)
  func firstIndex(of phrase: Phrase, from offset: Int = 0) -> Int? {
    bytes.holds(phrase.bytes) && beforeColons.holds(phrase.beforeColons)
      ? view.firstIndex(of: phrase.text, from: offset) : nil
  }

  /// Whether the line contains a phrase.
  @inline(__always)
  func contains(_ phrase: Phrase) -> Bool { firstIndex(of: phrase) != nil }

  /// Whether a colon may follow one of some bytes.
  @inline(__always)
  func mayHaveColon(after bytes: ByteSet) -> Bool { beforeColons.meets(bytes) }
}
