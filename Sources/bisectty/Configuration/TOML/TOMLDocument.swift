/// A TOML text as its settings, in the order in which they stand there.
///
/// This is the part of TOML 1.0 that configuration needs: tables, dotted and quoted keys, texts on one
/// line, whole numbers, true and false, lists and inline tables. Fractions, dates, texts over several
/// lines and arrays of tables are refused by name. Every key knows its line, which a message needs.
struct TOMLDocument: Sendable {
  /// The settings.
  private(set) var settings: [TOMLSetting] = []
  /// The tables that were begun with a header, with the line of each.
  private(set) var tables: [(path: [String], line: Int)] = []
  /// What could not be read; the rest of its line is left out.
  private(set) var problems: [ConfigurationProblem] = []

  /// Reads a text.
  init(reading bytes: [UInt8]) {
    var scanner = TOMLScanner(bytes)
    var table: [String] = []
    while !scanner.isAtEnd {
      do throws(ConfigurationProblem) {
        try readLine(with: &scanner, table: &table)
      } catch {
        problems.append(error)
        scanner.skipLine()
      }
    }
  }

  private mutating func readLine(
    with scanner: inout TOMLScanner, table: inout [String]
  ) throws(ConfigurationProblem) {
    scanner.skipBlanks()
    switch scanner.next {
    case nil, UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
    case UInt8(ascii: "["):
      // The keys below a header that cannot be read must not land in the table before it.
      table = ["?"]
      let line = scanner.line
      let path = try scanner.header()
      try begin(path, line: line)
      table = path
    default:
      let line = scanner.line
      let path = try scanner.keyPath()
      try scanner.expect("=", after: "the key '\(path.joined(separator: "."))'")
      let value = try scanner.value()
      try add(TOMLSetting(path: table + path, line: line, value: value))
    }
    try scanner.endLine()
  }

  private mutating func begin(_ path: [String], line: Int) throws(ConfigurationProblem) {
    if let before = tables.first(where: { $0.path == path }) {
      throw ConfigurationProblem(
        line: line,
        "table [\(path.joined(separator: "."))] began before, on line \(before.line); join the two")
    }
    tables.append((path, line))
  }

  private mutating func add(_ setting: TOMLSetting) throws(ConfigurationProblem) {
    guard setting.path.first != "?" else { return }
    if let before = settings.first(where: { $0.path == setting.path }) {
      let key = setting.path.joined(separator: ".")
      throw ConfigurationProblem(
        line: setting.line, "'\(key)' was set before, on line \(before.line); remove one of them")
    }
    settings.append(setting)
  }
}
