extension JSONReader {
  /// Reads a string from its opening to its closing quotation mark.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    var text = ""
    var plainStart = offset
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += try plain(from: plainStart)
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        text += try plain(from: plainStart)
        offset += 1
        text.unicodeScalars.append(try escape())
        plainStart = offset
      case 0..<0x20: throw fault("a control character in a string")
      default: offset += 1
      }
    }
    throw fault("the text ends too early")
  }

  /// The characters from `start` up to the reading place, which are unescaped.
  private func plain(from start: Int) throws(JSONError) -> String {
    guard let text = String(validating: bytes[start..<offset], as: UTF8.self) else {
      throw JSONError(offset: start, what: "a string that is not UTF-8")
    }
    return text
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard let byte = next else { throw fault("the text ends too early") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default:
      offset -= 1
      throw fault("an unknown escape")
    }
  }

  /// Reads the digits of a `\u` escape, and the second half of a surrogate pair where they begin one.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let high = try unit()
    if let scalar = Unicode.Scalar(UInt32(high)) { return scalar }
    guard UTF16.isLeadSurrogate(high), bytes[offset...].starts(with: "\\u".utf8) else {
      throw fault("half a surrogate pair")
    }
    offset += 2
    let low = try unit()
    guard UTF16.isTrailSurrogate(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    else { throw fault("half a surrogate pair") }
    return scalar
  }

  private mutating func unit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("a hexadecimal digit is missing")
      }
      unit = unit << 4 | UInt16(truncatingIfNeeded: digit)
      offset += 1
    }
    return unit
  }
}
