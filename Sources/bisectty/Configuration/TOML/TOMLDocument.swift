import CTOML

/// A TOML 1.0 text as its settings, in the order in which they are there; read by toml++.
///
/// Every key has its line, for messages.
struct TOMLDocument: Sendable {
  /// The settings.
  private(set) var settings: [TOMLSetting] = []
  /// The tables that have a header, with the line of each.
  private(set) var tables: [(path: [String], line: Int)] = []
  /// What could not be read; the rest of its line is left out.
  private(set) var problems: [ConfigurationProblem] = []

  /// How many lines are left out at most before the whole text is.
  private static let mostProblems = 20

  /// Reads a text.
  ///
  /// toml++ stops at the first failure. Its line is left out then, with what is below it where it
  /// is a table's header, and the rest is read again: a slip in one line costs no more than that.
  init(reading bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      problems = [
        ConfigurationProblem(line: 1, "this is not UTF-8; save the file in that encoding")
      ]
      return
    }
    var text = TOMLLines(bytes)
    while problems.count < Self.mostProblems {
      var nodes = TOMLNodes()
      guard let failure = nodes.read(text.bytes) else {
        take(nodes, of: text)
        return
      }
      problems.append(failure)
      text.leaveOut(failure.line)
    }
  }

  private mutating func take(_ nodes: TOMLNodes, of text: TOMLLines) {
    settings = nodes.settings.sorted { $0.line < $1.line }
    // Of `[theme.dark]` toml++ makes two tables on one line; the inner one is meant.
    var headers: [Int: [String]] = [:]
    for table in nodes.tables
    where text.isHeader(table.line) && table.path.count > headers[table.line]?.count ?? 0 {
      headers[table.line] = table.path
    }
    tables = headers.sorted { $0.key < $1.key }.map { (path: $0.value, line: $0.key) }
  }
}

/// The lines of a text, some of which can be left out without moving the others.
private struct TOMLLines {
  private(set) var bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  private func range(_ line: Int) -> Range<Int> {
    guard starts.indices.contains(line - 1) else { return bytes.count..<bytes.count }
    let end = starts.indices.contains(line) ? starts[line] - 1 : bytes.count
    return starts[line - 1]..<end
  }

  /// Whether a line (from 1) begins a table.
  func isHeader(_ line: Int) -> Bool {
    bytes[range(line)].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      == UInt8(ascii: "[")
  }

  /// Replaces a line (from 1) by blanks, a header with all the lines below it up to the next header.
  mutating func leaveOut(_ line: Int) {
    var line = min(max(line, 1), starts.count)
    // A failure at the end of a text or of a list is reported on an empty line.
    while line > 1, bytes[range(line)].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { line -= 1 }
    let isHeader = isHeader(line)
    repeat {
      for index in range(line) { bytes[index] = UInt8(ascii: " ") }
      line += 1
    } while isHeader && line <= starts.count && !self.isHeader(line)
  }
}
