/// A search made ready: the needle's bytes and two of them spread over a machine word.
///
/// Places are tried eight at a time: a word of text is compared with the rarest byte of the needle, one
/// with the second rarest, and only where both fit the needle is compared as a whole. Stretches of 32
/// places without any that fits are passed over first.
struct ByteFinder {
  private let needle: UnsafeRawBufferPointer
  private let exact: Bool
  private let rarest: Anchor
  private let second: Anchor

  /// A byte of the needle, looked for eight places at a time.
  private struct Anchor {
    /// Where it is in the needle.
    var place: Int
    /// The byte, eight times.
    var spread: UInt64
    /// The mask that folds the case of letters: 0x20 eight times, or nothing.
    var fold: UInt64

    init(_ needle: UnsafeRawBufferPointer, _ place: Int, exact: Bool) {
      let byte: UInt8 = place < needle.count ? needle[place] : 0
      self.place = place
      spread = UInt64(byte) &* 0x0101_0101_0101_0101
      fold = byte.isSmall && !exact ? 0x2020_2020_2020_2020 : 0
    }

    /// Zero in each byte that fits, of the eight bytes at `offset`.
    @inline(__always)
    func misfit(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
      let word = base.loadUnaligned(fromByteOffset: offset &+ place, as: UInt64.self)
      return (UInt64(littleEndian: word) | fold) ^ spread
    }

    /// All ones in each byte that fits, of the sixteen bytes at `offset`.
    @inline(__always)
    func fits(_ base: UnsafeRawPointer, _ offset: Int) -> SIMDMask<SIMD16<Int8>> {
      let bytes = base.loadUnaligned(fromByteOffset: offset &+ place, as: SIMD16<UInt8>.self)
      let folds = SIMD16(repeating: UInt8(truncatingIfNeeded: fold))
      return (bytes | folds) .== SIMD16(repeating: UInt8(truncatingIfNeeded: spread))
    }
  }

  init(needle: UnsafeRawBufferPointer, anchors: (rarest: Int, second: Int), exact: Bool) {
    self.needle = needle
    self.exact = exact
    rarest = Anchor(needle, anchors.rarest, exact: exact)
    second = Anchor(needle, anchors.second, exact: exact)
  }

  /// The first position of the needle between `start` and `end`, which lie within `text`.
  @inline(__always)
  func first(in text: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
    guard let base = text.baseAddress, !needle.isEmpty else { return nil }
    let last = end &- needle.count
    // A word may be read past `end`, though never past the text.
    let lastWide = min(last, text.count &- 8 &- max(rarest.place, second.place))
    let lastPassed = min(last, text.count &- 32 &- max(rarest.place, second.place))
    var place = start
    while place <= lastWide {
      while place <= lastPassed, !mayMatch(base, within32From: place) { place &+= 32 }
      guard place <= lastWide else { break }
      let misfit = rarest.misfit(base, place) | second.misfit(base, place)
      var hits = (misfit &- 0x0101_0101_0101_0101) & ~misfit & 0x8080_8080_8080_8080
      while hits != 0 {
        let hit = place &+ (hits.trailingZeroBitCount &>> 3)
        guard hit <= last else { return nil }
        if fits(base, at: hit) { return hit }
        hits &= hits &- 1
      }
      place &+= 8
    }
    while place <= last {
      if fits(base, at: place) { return place }
      place &+= 1
    }
    return nil
  }

  /// Whether both anchors fit at one of 32 places.
  @inline(__always)
  private func mayMatch(_ base: UnsafeRawPointer, within32From place: Int) -> Bool {
    let near = rarest.fits(base, place) .& second.fits(base, place)
    let far = rarest.fits(base, place &+ 16) .& second.fits(base, place &+ 16)
    let words = unsafeBitCast(near .| far, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// The last position of the needle before `end`, which lies within `text`.
  ///
  /// Goes back window by window and forward within each, since forward is eight places at a time.
  func last(in text: UnsafeRawBufferPointer, to end: Int) -> Int? {
    let window = max(1 << 16, 2 &* needle.count)
    var upper = end
    while upper >= needle.count, !needle.isEmpty {
      let lower = max(upper &- window, 0)
      var found = first(in: text, from: lower, to: upper)
      while let place = found, let later = first(in: text, from: place &+ 1, to: upper) {
        found = later
      }
      if found != nil || lower == 0 { return found }
      // A match may begin before the window and end in it.
      upper = lower &+ needle.count &- 1
    }
    return nil
  }

  /// Whether the needle is at `place`, where there is room for it.
  private func fits(_ base: UnsafeRawPointer, at place: Int) -> Bool {
    for index in 0..<needle.count {
      let wanted = needle[index]
      let found = base.load(fromByteOffset: place &+ index, as: UInt8.self)
      if found == wanted { continue }
      guard !exact, wanted.isSmall, found | 0x20 == wanted else { return false }
    }
    return true
  }
}
