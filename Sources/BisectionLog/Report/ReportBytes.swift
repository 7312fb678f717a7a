extension Ascii {
  static let hash: UInt8 = 0x23
  static let star: UInt8 = 0x2A
  static let question: UInt8 = 0x3F
  static let smallX: UInt8 = 0x78

  /// Whether a byte is an ASCII letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a symbol may begin with a byte.
  @inline(__always)
  static func startsSymbol(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == 0x5F || byte == dot || byte == 0x24
  }

  /// Whether a symbol may continue with a byte.
  @inline(__always)
  static func continuesSymbol(_ byte: UInt8) -> Bool { startsSymbol(byte) || isDigit(byte) }

}

extension ByteView {
  /// How many blanks and tabs it begins with.
  @inline(__always)
  var leadingBlanks: Int {
    var length = 0
    while self[length] == Ascii.space || self[length] == Ascii.tab { length &+= 1 }
    return length
  }

  /// The hexadecimal number at a place and how many digits it has; nil if there is none.
  ///
  /// A number that does not fit in 64 bits becomes the largest that does.
  @inline(__always)
  func hexNumber(at place: Int) -> (UInt64, Int)? {
    var value: UInt64 = 0
    var length = 0
    while true {
      let byte = self[place &+ length]
      let digit: UInt8
      if Ascii.isDigit(byte) {
        digit = byte &- 0x30
      } else if (byte | 0x20) &- 0x61 < 6 {
        digit = (byte | 0x20) &- 0x61 &+ 10
      } else {
        break
      }
      value = value >> 60 == 0 ? value << 4 | UInt64(digit) : UInt64.max
      length &+= 1
    }
    return length == 0 ? nil : (value, length)
  }

  /// The offset from its start of the last occurrence of some ASCII text.
  func lastIndex(of text: StaticString) -> Int? {
    var found: Int?
    var from = 0
    while let next = firstIndex(of: text, from: from) {
      found = next
      from = next &+ 1
    }
    return found
  }
}
