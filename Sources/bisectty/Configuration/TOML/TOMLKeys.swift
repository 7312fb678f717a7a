extension TOMLScanner {
  /// Takes `[table.name]`.
  mutating func header() throws(ConfigurationProblem) -> [String] {
    _ = take("[")
    guard next != UInt8(ascii: "[") else {
      throw problem("arrays of tables such as [[this]] are not used here; write [name]")
    }
    skipBlanks()
    let path = try keyPath()
    skipBlanks()
    guard take("]") else { throw problem("']' is missing after the table's name") }
    return path
  }

  /// Takes a key, or several joined by dots.
  mutating func keyPath() throws(ConfigurationProblem) -> [String] {
    var path = [try key()]
    skipBlanks()
    while take(".") {
      skipBlanks()
      path.append(try key())
      skipBlanks()
    }
    return path
  }

  private mutating func key() throws(ConfigurationProblem) -> String {
    switch next {
    case UInt8(ascii: "\""): return try basicString()
    case UInt8(ascii: "'"): return try literalString()
    default:
      let key = try takeText(while: \.isBareKey)
      guard !key.isEmpty else { throw problem("'\(rest)' is no key; write name = value") }
      return key
    }
  }
}

extension UInt8 {
  fileprivate var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
