extension TOMLScanner {
  /// Takes a text in single quotes, where nothing is special.
  mutating func literalString() throws(ConfigurationProblem) -> String {
    _ = take("'")
    let text = try takeText { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\n") }
    guard take("'") else { throw problem("the closing ' is missing") }
    try refuseTriple("'", after: text)
    return text
  }

  /// Takes a text in double quotes, where a backslash makes the next sign special.
  mutating func basicString() throws(ConfigurationProblem) -> String {
    _ = take("\"")
    var content: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
      _ = take()
      if byte == UInt8(ascii: "\\") {
        content += try escaped()
      } else {
        content.append(byte)
      }
    }
    guard take("\"") else { throw problem("the closing \" is missing") }
    let text = try text(content)
    try refuseTriple("\"", after: text)
    return text
  }

  private func refuseTriple(
    _ quote: Unicode.Scalar, after text: String
  ) throws(ConfigurationProblem) {
    if text.isEmpty, next == UInt8(ascii: quote) {
      throw problem("texts over several lines are not used here; write one line in quotes")
    }
  }

  private mutating func escaped() throws(ConfigurationProblem) -> [UInt8] {
    switch take() {
    case UInt8(ascii: "\""): return [UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): return [UInt8(ascii: "\\")]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "u"): return try scalar(digits: 4)
    case UInt8(ascii: "U"): return try scalar(digits: 8)
    default:
      throw problem("this backslash means nothing; write \\\\, or the text in single quotes")
    }
  }

  private mutating func scalar(digits count: Int) throws(ConfigurationProblem) -> [UInt8] {
    var digits: [UInt8] = []
    while digits.count < count, let byte = next, byte != UInt8(ascii: "\""),
      byte != UInt8(ascii: "\n")
    {
      _ = take()
      digits.append(byte)
    }
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    guard digits.count == count, let scalar = number.flatMap(Unicode.Scalar.init) else {
      throw problem("\(count) hexadecimal digits of a character must follow here")
    }
    return Array(String(scalar).utf8)
  }
}
