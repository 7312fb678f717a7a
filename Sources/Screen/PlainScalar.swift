/// Scalars of one column that are safe to show.
///
/// ASCII, Latin letters, and what panes are drawn with: they are nearly everything, so they have a
/// way of their own.
enum PlainScalar {
  /// The plain scalar at a place of well-formed UTF-8 and how many bytes it has; nil for any other.
  @inline(__always)
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int)? {
    let first = UInt32(bytes[index])
    if first < 0x80 { return first >= 0x20 && first < 0x7f ? (first, 1) : nil }
    if first < 0xe0 {
      guard index + 1 < bytes.count else { return nil }
      let value = (first & 0x1f) << 6 | UInt32(bytes[index + 1]) & 0x3f
      return isPlain(value) ? (value, 2) : nil
    }
    guard first < 0xf0, index + 2 < bytes.count else { return nil }
    let value =
      (first & 0x0f) << 12 | (UInt32(bytes[index + 1]) & 0x3f) << 6
      | UInt32(bytes[index + 2]) & 0x3f
    return isPlain(value) ? (value, 3) : nil
  }

  /// How many plain scalars some well-formed UTF-8 is; nil if it holds anything else.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var count = 0
    while index < bytes.count {
      guard let (_, length) = read(bytes, at: index) else { return nil }
      index &+= length
      count &+= 1
    }
    return count
  }

  /// Whether a scalar beyond ASCII is plain.
  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0xa0..<0x300: value != 0xad
    // Dashes, quotation marks, dots; then arrows, lines, blocks and shapes.
    case 0x2010...0x2027, 0x2190..<0x2300, 0x2500..<0x25fd: true
    case 0x2600...0x27bf: !WideScalars.contains(value)
    default: false
    }
  }
}
