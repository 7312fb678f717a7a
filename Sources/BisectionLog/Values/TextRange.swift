/// A piece of a log's text, by its place in the bytes.
///
/// Values of a parse hold ranges, not strings: a log of 256 MB is read without copying its text, and
/// ``BisectionLog/string(_:)->String`` makes a `String` of the few pieces that are shown.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first byte, from 0.
  public let start: UInt32
  /// How many bytes.
  public let count: UInt32

  /// Names the `count` bytes from `start` on.
  public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// Names the bytes of a half-open range; `offsets` is clamped to 32 bits.
  public init(_ offsets: Range<Int>) {
    self.init(
      start: UInt32(clamping: offsets.lowerBound), count: UInt32(clamping: offsets.count))
  }

  /// The range as offsets for subscripts.
  public var offsets: Range<Int> { Int(start)..<Int(start) + Int(count) }

  /// Whether it contains no bytes.
  public var isEmpty: Bool { count == 0 }
}
