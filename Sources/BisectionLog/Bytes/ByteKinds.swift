extension ByteWord {
  /// How many hexadecimal digits it begins with, lower case as git and syzkaller print them.
  @inline(__always) var leadingHexDigits: Int {
    let low = bits & Self.lowBits
    return leading(Self.within(0x30, 0x39, low) | Self.within(0x61, 0x66, low))
  }

  /// How many bytes it begins with that symbols of the kernel are made of.
  @inline(__always) var leadingSymbolBytes: Int {
    let low = bits & Self.lowBits
    return leading(
      Self.letters(low) | Self.within(0x30, 0x39, low) | Self.within(0x5F, 0x5F, low)
        | Self.within(0x2E, 0x2E, low) | Self.within(0x24, 0x24, low))
  }

  /// How many bytes it begins with that paths of the kernel's sources are made of.
  @inline(__always) var leadingPathBytes: Int {
    let low = bits & Self.lowBits
    // From the hyphen to `9` lie the full stop and the slash.
    return leading(
      Self.letters(low) | Self.within(0x2D, 0x39, low) | Self.within(0x5F, 0x5F, low)
        | Self.within(0x40, 0x40, low) | Self.within(0x2B, 0x2B, low))
  }

  /// Whether it holds `&`, `<`, an escape, a backspace, a carriage return, or anything beyond ASCII.
  @inline(__always) var holdsMarkupOrControls: Bool {
    let low = bits & Self.lowBits
    let found =
      Self.within(0x26, 0x26, low) | Self.within(0x3C, 0x3C, low) | Self.within(0x1B, 0x1B, low)
      | Self.within(0x08, 0x08, low) | Self.within(0x0D, 0x0D, low)
    return (found | bits) & ~Self.lowBits != 0
  }

  /// How many bytes it begins with whose high bit is set in `places`; none beyond ASCII counts.
  @inline(__always)
  private func leading(_ places: UInt64) -> Int {
    (~(places & ~bits) & ~Self.lowBits).trailingZeroBitCount / 8
  }

  @inline(__always)
  private static func letters(_ low: UInt64) -> UInt64 {
    // One bit distinguishes lower case from upper case.
    within(0x61, 0x7A, low | 0x2020_2020_2020_2020)
  }

  /// The high bit of each byte from `first` to `last`; `low` is without high bits.
  ///
  /// Adding brings the high bit out where a byte is at least as great as another.
  @inline(__always)
  static func within(_ first: UInt64, _ last: UInt64, _ low: UInt64) -> UInt64 {
    (low &+ reaching(first)) & ~(low &+ reaching(last &+ 1))
  }

  @inline(__always)
  private static func reaching(_ byte: UInt64) -> UInt64 {
    (0x80 &- byte) &* 0x0101_0101_0101_0101
  }

  /// All bits but the high one of each byte.
  static var lowBits: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }
}

extension ByteView {
  /// Whether it may hold something that a page's source or a terminal would act on.
  var mayHoldMarkupOrControls: Bool {
    var offset = 0
    while let block = block(at: offset) {
      if block.mayHoldMarkupOrControls { return true }
      offset &+= ByteBlock.width
    }
    while offset < count {
      if word(at: offset).holdsMarkupOrControls { return true }
      offset &+= 8
    }
    return false
  }

  /// How many bytes of symbols it begins with.
  @inline(__always) var leadingSymbolBytes: Int {
    var length = 0
    while true {
      let found = word(at: length).leadingSymbolBytes
      length &+= found
      if found < ByteWord.width { return length }
    }
  }

  /// How many bytes of source paths it begins with.
  @inline(__always) var leadingPathBytes: Int {
    var length = 0
    while true {
      let found = word(at: length).leadingPathBytes
      length &+= found
      if found < ByteWord.width { return length }
    }
  }

  /// How many hexadecimal digits it begins with, up to `limit`.
  @inline(__always)
  func hexPrefixLength(limit: Int = 65) -> Int {
    var length = 0
    while length < limit, let block = block(at: length), block.isHexadecimal {
      length &+= ByteBlock.width
    }
    while length < limit {
      let found = word(at: length).leadingHexDigits
      length &+= found
      if found < ByteWord.width { break }
    }
    return min(length, limit)
  }
}
