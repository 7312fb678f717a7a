extension ByteView {
  /// The digits at its start as a number, with how many there are; nil if there is none.
  ///
  /// A number that does not fit in 64 bits becomes the largest that does.
  func leadingNumber() -> (value: Int, length: Int)? {
    var value = 0
    var length = 0
    while Ascii.isDigit(self[length]) {
      let digit = Int(self[length] &- 0x30)
      // Any eighteen digits fit.
      value = length < 18 ? value &* 10 &+ digit : Self.appended(digit, to: value)
      length &+= 1
    }
    return length == 0 ? nil : (value, length)
  }

  private static func appended(_ digit: Int, to value: Int) -> Int {
    let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(digit)
    return overflow || carry ? Int.max : sum
  }

  /// The whole piece as a number; nil if it is anything else.
  func number() -> Int? {
    guard let (value, length) = leadingNumber(), length == count else { return nil }
    return value
  }

  /// The digits at its start, with a fraction if there is one; nil if there is none.
  func leadingDecimal() -> (value: Double, length: Int)? {
    guard let (whole, wholeLength) = leadingNumber() else { return nil }
    guard self[wholeLength] == Ascii.dot else { return (Double(whole), wholeLength) }
    // One division of whole numbers rounds once, so that 0.35 is 0.35. Seventeen digits are all
    // that a fraction can show; the rest is skipped.
    var digits = Double(whole)
    var scale = 1.0
    var length = wholeLength &+ 1
    while Ascii.isDigit(self[length]) {
      if length < wholeLength &+ 18 {
        digits = digits * 10 + Double(self[length] &- 0x30)
        scale *= 10
      }
      length &+= 1
    }
    return (digits / scale, length)
  }

  /// The full hash it begins with, 40 digits of SHA-1 or 64 of SHA-256; nil if it begins otherwise.
  func leadingHash() -> ByteView? {
    guard Ascii.isHexDigit(self[0]) else { return nil }
    let length = hexPrefixLength()
    return length == 40 || length == 64 ? prefix(length) : nil
  }

  /// Whether it is a full hash and nothing else.
  var isHash: Bool { leadingHash()?.count == count }
}
