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
  init(repeating byte: UInt8) {
    let half = ByteWord(repeating: byte).bits
    bytes = unsafeBitCast(SIMD2(half, half), to: SIMD16<UInt8>.self)
  }

  /// Whether two blocks have the same byte at some place.
  @inline(__always)
  func meets(_ other: ByteBlock) -> Bool { places(of: other) != SIMD2(0, 0) }

  /// Whether two blocks have the same byte at some place, and those behind them at that place, too.
  @inline(__always)
  func meets(_ other: ByteBlock, and next: ByteBlock, _ otherNext: ByteBlock) -> Bool {
    places(of: other) & next.places(of: otherNext) != SIMD2(0, 0)
  }

  /// Where the bytes are the same all bits are set.
  @inline(__always)
  private func places(of other: ByteBlock) -> SIMD2<UInt64> {
    unsafeBitCast(bytes .== other.bytes, to: SIMD2<UInt64>.self)
  }
}
