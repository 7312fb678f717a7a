/// Sixteen bytes of a text that are looked at in one go, to pass quickly over what is not looked for.
struct ByteBlock {
  private let bytes: SIMD16<UInt8>

  /// How many bytes it has.
  static let width = 16

  /// The bytes at an address; the caller vouches for all sixteen.
  @inline(__always)
  init(at address: UnsafePointer<UInt8>) {
    bytes = UnsafeRawPointer(address).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// A block with one byte sixteen times.
  @inline(__always)
  init(repeating byte: UInt8) { bytes = Self.repeating(byte) }

  @inline(__always)
  private static func repeating(_ byte: UInt8) -> SIMD16<UInt8> {
    // The initialiser of the vector fills one place after the other.
    let half = ByteWord(repeating: byte).bits
    return unsafeBitCast(SIMD2(half, half), to: SIMD16<UInt8>.self)
  }

  /// Whether two blocks have the same byte at some place.
  @inline(__always)
  func meets(_ other: ByteBlock) -> Bool {
    Self.places(bytes .== other.bytes) != SIMD2(0, 0)
  }

  /// Where two blocks have the same bytes: in the first eight places, and in the others.
  @inline(__always)
  func matches(_ other: ByteBlock) -> (ByteWord.Matches, ByteWord.Matches) {
    let places = Self.places(bytes .== other.bytes)
    return (ByteWord.Matches(places: places[0]), ByteWord.Matches(places: places[1]))
  }

  /// Whether two blocks have the same byte at some place, and those behind them at that place, too.
  @inline(__always)
  func meets(_ other: ByteBlock, and next: ByteBlock, _ otherNext: ByteBlock) -> Bool {
    let difference = (bytes ^ other.bytes) | (next.bytes ^ otherNext.bytes)
    return Self.places(difference .== SIMD16()) != SIMD2(0, 0)
  }

  /// Whether all are hexadecimal digits, lower case as git and syzkaller print them.
  @inline(__always) var isHexadecimal: Bool {
    let digits = bytes &- Self.repeating(0x30) .< Self.repeating(10)
    let letters = bytes &- Self.repeating(0x61) .< Self.repeating(6)
    return Self.places(digits) | Self.places(letters) == SIMD2(.max, .max)
  }

  /// Where something is true all bits are set.
  @inline(__always)
  private static func places(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }
}
