/// A piece of a text that is being read.
///
/// It never reads outside its piece: a place beyond the end holds the byte 0. It must not outlive
/// the call that lends the text's bytes, and so it stays inside this module.
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

  /// Whether there is no byte in it.
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
    while let word = word(at: offset), let otherWord = other.word(at: offset) {
      guard word.equals(otherWord) else { return false }
      offset &+= ByteWord.width
    }
    while offset < count {
      guard self[offset] == other[offset] else { return false }
      offset &+= 1
    }
    return true
  }

  /// What follows an ASCII prefix; nil where it begins otherwise.
  @inline(__always)
  func after(_ prefix: StaticString) -> ByteView? {
    starts(with: prefix) ? dropping(prefix.utf8CodeUnitCount) : nil
  }

  /// What precedes an ASCII suffix; nil where it ends otherwise.
  func before(_ suffix: StaticString) -> ByteView? {
    ends(with: suffix) ? droppingLast(suffix.utf8CodeUnitCount) : nil
  }

  /// The offset from its start of the first `byte` at or after `offset`.
  @inline(__always)
  func firstIndex(of byte: UInt8, from offset: Int = 0) -> Int? {
    var index = max(offset, 0)
    let wanted = ByteWord(repeating: byte)
    while index &+ ByteWord.width <= count {
      let found = ByteWord(at: base + (start &+ index)).matches(wanted)
      if !found.isEmpty { return index &+ found.first }
      index &+= ByteWord.width
    }
    while index < count {
      if base[start &+ index] == byte { return index }
      index &+= 1
    }
    return nil
  }

  /// Hands over the offset of every `byte`, in order.
  @inline(__always)
  func forEachIndex(of byte: UInt8, _ body: (Int) -> Void) {
    var index = 0
    let wanted = ByteWord(repeating: byte)
    while index &+ ByteWord.width <= count {
      var found = ByteWord(at: base + (start &+ index)).matches(wanted)
      while !found.isEmpty {
        body(index &+ found.first)
        found.removeFirst()
      }
      index &+= ByteWord.width
    }
    while index < count {
      if base[start &+ index] == byte { body(index) }
      index &+= 1
    }
  }

  /// Hands over all bytes in order: word by word, then the few that fill no word.
  @inline(__always)
  func forEachWord(_ body: (ByteWord) -> Void, rest: (UInt8) -> Void) {
    var index = 0
    while index &+ ByteWord.width <= count {
      body(ByteWord(at: base + (start &+ index)))
      index &+= ByteWord.width
    }
    while index < count {
      rest(base[start &+ index])
      index &+= 1
    }
  }

  /// The eight bytes at an offset; nil where they leave the piece.
  @inline(__always)
  func word(at offset: Int) -> ByteWord? {
    offset >= 0 && offset &+ ByteWord.width <= count
      ? ByteWord(at: base + (start &+ offset)) : nil
  }

  /// The offset from its start of the last `byte`.
  func lastIndex(of byte: UInt8) -> Int? {
    var index = count &- 1
    while index >= 0 {
      if base[start &+ index] == byte { return index }
      index &-= 1
    }
    return nil
  }

  /// The offset from its start of the first occurrence of some ASCII text at or after `offset`.
  ///
  /// Places where its first two bytes stand are found eight at a time.
  func firstIndex(of text: StaticString, from offset: Int = 0) -> Int? {
    let length = text.utf8CodeUnitCount
    let last = count &- length
    var index = max(offset, 0)
    if length > 1 {
      let (first, second) = (
        ByteWord(repeating: text.utf8Start[0]), ByteWord(repeating: text.utf8Start[1])
      )
      while index &+ ByteWord.width < count {
        let here = base + (start &+ index)
        var found = ByteWord(at: here).matches(first, and: ByteWord(at: here + 1), second)
        while !found.isEmpty {
          let place = index &+ found.first
          if dropping(place).starts(with: text) { return place }
          found.removeFirst()
        }
        index &+= ByteWord.width
      }
    }
    while index <= last {
      if dropping(index).starts(with: text) { return index }
      index &+= 1
    }
    return nil
  }

  /// Whether some ASCII text stands in it.
  func contains(_ text: StaticString) -> Bool { firstIndex(of: text) != nil }

  /// The two sides of the first `byte`; nil where there is none.
  func split(at byte: UInt8) -> (head: ByteView, tail: ByteView)? {
    firstIndex(of: byte).map { (prefix($0), dropping($0 &+ 1)) }
  }

  /// The two sides of the first occurrence of some ASCII text; nil where there is none.
  func split(at text: StaticString) -> (head: ByteView, tail: ByteView)? {
    firstIndex(of: text).map { (prefix($0), dropping($0 &+ text.utf8CodeUnitCount)) }
  }

  /// The two sides of the last occurrence of some ASCII text; nil where there is none.
  func lastSplit(at text: StaticString) -> (head: ByteView, tail: ByteView)? {
    var offset = count &- text.utf8CodeUnitCount
    while offset >= 0 {
      if dropping(offset).starts(with: text) {
        return (prefix(offset), dropping(offset &+ text.utf8CodeUnitCount))
      }
      offset &-= 1
    }
    return nil
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

  /// Its place in the text, or nil where it is empty.
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
