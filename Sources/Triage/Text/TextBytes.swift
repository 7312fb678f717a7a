import BisectionLog

extension SourceText {
  /// Provides the bytes of a range, without copying them; a range that leaves the text is cut.
  func withBytes<Result>(of range: TextRange, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(range.offsets.clamped(to: 0..<bytes.count)))
  }

  /// The bytes of a range; one that leaves the text is cut.
  func bytes(of range: TextRange) -> [UInt8] {
    Array(bytes[range.offsets.clamped(to: 0..<bytes.count)])
  }

  /// Whether a range holds just some words.
  func holds(_ range: TextRange, _ words: StaticString) -> Bool {
    withBytes(of: range) { $0.count == words.utf8CodeUnitCount && $0.starts(with: words) }
  }
}

extension Span where Element == UInt8 {
  /// Whether it begins with some words.
  func starts(with words: StaticString) -> Bool {
    guard count >= words.utf8CodeUnitCount else { return false }
    for offset in 0..<words.utf8CodeUnitCount where self[offset] != words.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether it begins with some bytes.
  func starts(with other: Span<UInt8>) -> Bool {
    guard count >= other.count else { return false }
    for offset in other.indices where self[offset] != other[offset] { return false }
    return true
  }

  /// Whether it ends with some bytes.
  func ends(with other: Span<UInt8>) -> Bool {
    count >= other.count && extracting(last: other.count).starts(with: other)
  }

  /// Whether it contains some words.
  func contains(_ words: StaticString) -> Bool {
    guard count >= words.utf8CodeUnitCount else { return false }
    for start in 0...count - words.utf8CodeUnitCount
    where extracting(start...).starts(with: words) {
      return true
    }
    return false
  }

  /// Whether it contains some bytes.
  func contains(_ other: Span<UInt8>) -> Bool {
    guard count >= other.count else { return false }
    for start in 0...count - other.count where extracting(start...).starts(with: other) {
      return true
    }
    return false
  }

  /// The position of the last occurrence of some words; nil if there is none.
  func lastIndex(of words: StaticString) -> Int? {
    var place = count - words.utf8CodeUnitCount
    while place >= 0 {
      if extracting(place...).starts(with: words) { return place }
      place -= 1
    }
    return nil
  }

  /// The position of the first occurrence of a byte; nil if there is none.
  func firstIndex(of byte: UInt8) -> Int? {
    for place in indices where self[place] == byte { return place }
    return nil
  }

  /// Whether, as a path, it may have a part that is empty, `.` or `..`, or a name that begins with a
  /// dot.
  var mayHaveDetours: Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var last = slash
    for place in indices {
      let byte = self[place]
      if last == slash, byte == slash || byte == dot { return true }
      last = byte
    }
    return last == slash
  }
}
