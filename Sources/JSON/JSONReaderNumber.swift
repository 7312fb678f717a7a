extension JSONReader {
  /// Reads a number by the grammar of RFC 8259 section 6; one beyond a double's range is a fault.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = offset
    var isInteger = true
    if next == UInt8(ascii: "-") { offset += 1 }
    let first = next
    guard skipDigits() > 0 else {
      offset = start
      throw fault("no JSON value")
    }
    if first == UInt8(ascii: "0"), offset - start > (bytes[start] == first ? 1 : 2) {
      throw JSONError(offset: start, what: "a number with a leading zero")
    }
    if next == UInt8(ascii: ".") {
      offset += 1
      isInteger = false
      guard skipDigits() > 0 else { throw fault("a digit is missing") }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      isInteger = false
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() > 0 else { throw fault("a digit is missing") }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isInteger, let number = Int(text), text != "-0" { return .integer(number) }
    guard let number = Double(text), number.isFinite else {
      throw JSONError(offset: start, what: "a number too large")
    }
    return .number(number)
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }
}
