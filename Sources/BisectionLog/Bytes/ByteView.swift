/// A piece of a text that is being read.
///
/// It never reads outside its piece: a place beyond the end holds the byte 0. It must not outlive
/// the call that provides the text's bytes, and so it stays inside this module.
struct ByteView {
  private let base: UnsafePointer<UInt8>
  /// The offset of its first byte in the text.
  let start: Int
  /// How many bytes.
  let count: Int

  /// A piece of the bytes at `base`; the caller vouches for `start` and `count`.
  @inline(__always)
  init(base: UnsafePointer<UInt8>, start: Int, count: Int) {
    self.base = base
    self.start = start
    self.count = count
  }

  /// The offset after its last byte in the text.
  @inline(__always) var end: Int { start &+ count }

  /// Its place in the text.
  @inline(__always) var range: TextRange { TextRange(start..<end) }

  /// Whether it contains no bytes.
  @inline(__always) var isEmpty: Bool { count == 0 }

  /// The byte at an offset from its start; 0 outside.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    UInt(bitPattern: offset) < UInt(bitPattern: count) ? base[start &+ offset] : 0
  }

  /// The last byte; 0 where there is none.
  @inline(__always) var last: UInt8 { self[count &- 1] }

  /// What follows the first `length` bytes.
  @inline(__always)
  func dropping(_ length: Int) -> ByteView {
    let dropped = min(max(length, 0), count)
    return ByteView(base: base, start: start &+ dropped, count: count &- dropped)
  }

  /// The first `length` bytes.
  @inline(__always)
  func prefix(_ length: Int) -> ByteView {
    ByteView(base: base, start: start, count: min(max(length, 0), count))
  }

  /// Without the last `length` bytes.
  @inline(__always)
  func droppingLast(_ length: Int) -> ByteView { prefix(count &- max(length, 0)) }

  /// Whether it begins with some ASCII text.
  @inline(__always)
  func starts(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    let expected = text.utf8Start
    var offset = 0
    while offset < length {
      guard base[start &+ offset] == expected[offset] else { return false }
      offset &+= 1
    }
    return true
  }

  /// Whether it ends with some ASCII text.
  func ends(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && dropping(count &- text.utf8CodeUnitCount).starts(with: text)
  }

  /// Whether it is exactly some ASCII text.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && starts(with: text)
  }

  /// Whether two pieces hold the same bytes.
  func hasSameBytes(as other: ByteView) -> Bool {
    guard count == other.count else { return false }
    var offset = 0
    while offset < count {
      guard word(at: offset).equals(other.word(at: offset)) else { return false }
      offset &+= ByteWord.width
    }
    return true
  }

  /// What follows an ASCII prefix; nil if it begins otherwise.
  @inline(__always)
  func after(_ prefix: StaticString) -> ByteView? {
    starts(with: prefix) ? dropping(prefix.utf8CodeUnitCount) : nil
  }

  /// What precedes an ASCII suffix; nil if it ends otherwise.
  func before(_ suffix: StaticString) -> ByteView? {
    ends(with: suffix) ? droppingLast(suffix.utf8CodeUnitCount) : nil
  }

  /// Passes all bytes to `body` word by word; the last word is padded with zeros.
  @inline(__always)
  func forEachWord(_ body: (ByteWord) -> Void) {
    var index = 0
    while index < count {
      body(word(at: index))
      index &+= ByteWord.width
    }
  }

  /// The eight bytes at an offset, which is not negative; zeros beyond the end.
  @inline(__always)
  func word(at offset: Int) -> ByteWord {
    let rest = count &- offset
    if rest >= ByteWord.width { return ByteWord(at: base + (start &+ offset)) }
    guard rest > 0 else { return ByteWord(repeating: 0) }
    // The bytes before the end can be read, even if they belong to another piece of the text.
    guard end >= ByteWord.width else { return shortWord(at: offset) }
    return ByteWord(at: base + (end &- ByteWord.width)).dropping(ByteWord.width &- rest)
  }

  /// The same at the very start of a text, where fewer than eight bytes lie before the end.
  private func shortWord(at offset: Int) -> ByteWord {
    ByteWord(bytes: (0..<ByteWord.width).map { self[offset &+ $0] })
  }

  /// The sixteen bytes at an offset; nil if they leave the piece.
  @inline(__always)
  func block(at offset: Int) -> ByteBlock? {
    offset &+ ByteBlock.width <= count ? ByteBlock(at: base + (start &+ offset)) : nil
  }

  /// Copies as many bytes as the buffer has room for, and returns their number.
  func copy(to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeBufferPointer(start: base + start, count: min(count, room.count))
    return room.update(fromContentsOf: bytes)
  }

  /// Adds the bytes to others.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: count))
  }

  /// How many characters it has, by the bytes that begin one in UTF-8.
  var columns: Int {
    var columns = 0
    for index in 0..<count where self[index] & 0xC0 != 0x80 { columns &+= 1 }
    return columns
  }

  /// Without blanks and tabs at both ends.
  var trimmed: ByteView {
    var view = self
    while view[0] == Ascii.space || view[0] == Ascii.tab { view = view.dropping(1) }
    return view.trimmedAtEnd
  }

  /// Without blanks and tabs at the end.
  var trimmedAtEnd: ByteView {
    var view = self
    while view.last == Ascii.space || view.last == Ascii.tab { view = view.droppingLast(1) }
    return view
  }

  /// Its place in the text, or nil if it is empty.
  var rangeIfAny: TextRange? { isEmpty ? nil : range }

  /// The pieces between runs of blanks.
  var words: [ByteView] {
    var words: [ByteView] = []
    var rest = trimmed
    while !rest.isEmpty {
      let length = rest.firstIndex(of: Ascii.space) ?? rest.count
      words.append(rest.prefix(length))
      rest = rest.dropping(length).trimmed
    }
    return words
  }
}
