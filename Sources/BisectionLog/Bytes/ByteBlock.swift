/// Sixteen bytes of a text, compared at once, to skip quickly what is not searched for.
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

  /// Where the bytes of two blocks are the same.
  @inline(__always)
  func matches(_ other: ByteBlock) -> Matches {
    Matches(places: Self.places(bytes .== other.bytes))
  }

  /// Where the bytes of two blocks are equal, and also those of the blocks after them.
  @inline(__always)
  func matches(_ other: ByteBlock, and next: ByteBlock, _ otherNext: ByteBlock) -> Matches {
    let difference = (bytes ^ other.bytes) | (next.bytes ^ otherNext.bytes)
    return Matches(places: Self.places(difference .== SIMD16()))
  }

  /// Whether all are hexadecimal digits, lower case as git and syzkaller print them.
  @inline(__always) var isHexadecimal: Bool {
    let digits = bytes &- Self.repeating(0x30) .< Self.repeating(10)
    let letters = bytes &- Self.repeating(0x61) .< Self.repeating(6)
    return Self.places(digits) | Self.places(letters) == SIMD2(.max, .max)
  }

  /// Whether it holds `&` or `<`, or anything but the printable characters of ASCII.
  @inline(__always) var mayHoldMarkupOrControls: Bool {
    let marks = (bytes .== Self.repeating(0x26)) .| (bytes .== Self.repeating(0x3C))
    let others = bytes &- Self.repeating(0x20) .>= Self.repeating(0x60)
    return Self.places(marks .| others) != SIMD2()
  }

  /// Where something is true all bits are set.
  @inline(__always)
  private static func places(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  /// Places in a block.
  struct Matches {
    private var front: ByteWord.Matches
    private var back: ByteWord.Matches

    /// The places whose bytes have their high bit set.
    @inline(__always)
    fileprivate init(places: SIMD2<UInt64>) {
      front = ByteWord.Matches(places: places[0])
      back = ByteWord.Matches(places: places[1])
    }

    /// The first place, from 0; nil if there is none.
    @inline(__always) var first: Int? {
      if !front.isEmpty { return front.first }
      return back.isEmpty ? nil : ByteWord.width &+ back.first
    }

    /// Removes the first place.
    @inline(__always)
    mutating func removeFirst() {
      if front.isEmpty { back.removeFirst() } else { front.removeFirst() }
    }

    /// Passes the places to `body` in order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
      front.forEach(body)
      back.forEach { body(ByteWord.width &+ $0) }
    }
  }
}
