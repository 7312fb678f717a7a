/// Eight bytes of a text that are looked at in one go.
///
/// Reading a log is mostly looking for bytes; eight at a time that is several times as fast as one by
/// one, without help from the system.
struct ByteWord {
  private let bits: UInt64

  /// How many bytes it has.
  static let width = 8

  /// The bytes at an address; the caller vouches for all eight.
  @inline(__always)
  init(at address: UnsafePointer<UInt8>) {
    bits = UInt64(
      littleEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
  }

  /// A word with one byte eight times.
  @inline(__always)
  init(repeating byte: UInt8) { bits = UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// How many hexadecimal digits it begins with, lower case as git and syzkaller print them.
  @inline(__always) var leadingHexDigits: Int {
    let low = bits & Self.lowBits
    // Adding brings a byte's high bit out where the byte is at least `0`, more than `9`, and so on.
    let digits = (low &+ Self.reaching(0x30)) & ~(low &+ Self.reaching(0x3A))
    let letters = (low &+ Self.reaching(0x61)) & ~(low &+ Self.reaching(0x67))
    return (~((digits | letters) & ~bits) & ~Self.lowBits).trailingZeroBitCount / 8
  }

  @inline(__always)
  private static func reaching(_ byte: UInt64) -> UInt64 {
    (0x80 &- byte) &* 0x0101_0101_0101_0101
  }

  private static var lowBits: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

  /// Whether two words are the same.
  @inline(__always)
  func equals(_ other: ByteWord) -> Bool { bits == other.bits }

  /// Which letters, colons and brackets it holds.
  @inline(__always) var byteSet: ByteSet {
    // Bytes outside of `:` to `y` become semicolons, which no phrase has.
    let low = bits & Self.lowBits
    let inside =
      (low &+ Self.reaching(0x3A)) & ~(low &+ Self.reaching(0x7A)) & ~bits & ~Self.lowBits
    let mask = (inside >> 7) &* 0xFF
    var places = (bits & mask) | (0x3B3B_3B3B_3B3B_3B3B & ~mask)
    places &-= 0x3A3A_3A3A_3A3A_3A3A
    var set: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { set |= 1 &<< (places >> shift) }
    return ByteSet(bits: set)
  }

  /// Where the bytes of two words are the same.
  @inline(__always)
  func matches(_ other: ByteWord) -> Matches { Self.zeroBytes(bits ^ other.bits) }

  /// Where the bytes of two words are the same, and those of the words behind them, too.
  @inline(__always)
  func matches(_ other: ByteWord, and next: ByteWord, _ otherNext: ByteWord) -> Matches {
    Self.zeroBytes((bits ^ other.bits) | (next.bits ^ otherNext.bits))
  }

  @inline(__always)
  private static func zeroBytes(_ difference: UInt64) -> Matches {
    let low = lowBits
    // The high bit of each byte stays 0 only where the whole byte is 0; no byte carries into another.
    return Matches(bits: ~(((difference & low) &+ low) | difference | low))
  }

  /// Places in a word.
  struct Matches {
    fileprivate var bits: UInt64

    /// Whether there is none.
    @inline(__always) var isEmpty: Bool { bits == 0 }

    /// The first place, from 0; 8 where there is none.
    @inline(__always) var first: Int { bits.trailingZeroBitCount / 8 }

    /// Takes the first place away.
    @inline(__always) mutating func removeFirst() { bits &= bits &- 1 }
  }
}
