extension TOMLScanner {
  /// Takes a value.
  mutating func value(depth: Int = 0) throws(ConfigurationProblem) -> TOMLValue {
    guard depth < Self.depthLimit else { throw problem("this stands too deep in lists") }
    let start = line
    let kind: TOMLValue.Kind =
      switch next {
      case UInt8(ascii: "\""): .string(try basicString())
      case UInt8(ascii: "'"): .string(try literalString())
      case UInt8(ascii: "["): .array(try array(depth: depth))
      case UInt8(ascii: "{"): .table(try inlineTable(depth: depth))
      default: try word()
      }
    return TOMLValue(kind: kind, line: start)
  }

  /// Takes a number, or true or false.
  private mutating func word() throws(ConfigurationProblem) -> TOMLValue.Kind {
    let shown = rest
    let word = try takeText { !"\n\r\t ,]}#=".utf8.contains($0) }
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "": throw problem("a value is missing; texts stand in quotes")
    default:
      guard let number = Self.number(word) else {
        throw problem("'\(shown)' is no value; texts stand in quotes")
      }
      return .integer(number)
    }
  }

  private static func number(_ word: String) -> Int? {
    let digits = word.filter { $0 != "_" }
    if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16) }
    return Int(digits)
  }

  private mutating func array(depth: Int) throws(ConfigurationProblem) -> [TOMLValue] {
    let start = line
    var values: [TOMLValue] = []
    _ = take("[")
    skipBlankLines()
    while !take("]") {
      guard !isAtEnd else {
        throw ConfigurationProblem(line: start, "']' is missing at the end of this list")
      }
      values.append(try value(depth: depth + 1))
      skipBlankLines()
      guard take(",") || next == UInt8(ascii: "]") else {
        throw problem("',' or ']' is missing in the list that begins on line \(start)")
      }
      skipBlankLines()
    }
    return values
  }

  private mutating func inlineTable(depth: Int) throws(ConfigurationProblem) -> [TOMLSetting] {
    var settings: [TOMLSetting] = []
    _ = take("{")
    skipBlanks()
    while !take("}") {
      let line = line
      let path = try keyPath()
      try expect("=", after: "the key '\(path.joined(separator: "."))'")
      let value = try value(depth: depth + 1)
      guard !settings.contains(where: { $0.path == path }) else {
        throw problem("'\(path.joined(separator: "."))' stands twice in this table")
      }
      settings.append(TOMLSetting(path: path, line: line, value: value))
      skipBlanks()
      guard take(",") || next == UInt8(ascii: "}") else {
        throw problem("',' or '}' is missing in this table, which ends on its line")
      }
      skipBlanks()
    }
    return settings
  }
}
