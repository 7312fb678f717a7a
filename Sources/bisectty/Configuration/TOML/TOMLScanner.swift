/// Reads the parts of a TOML text one after another.
struct TOMLScanner {
  private let bytes: [UInt8]
  private(set) var index = 0
  /// The line that is read, from 1.
  private(set) var line = 1

  /// How deep lists and tables may stand in each other.
  static let depthLimit = 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  /// The byte that is read next; nil at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Takes a byte.
  mutating func take() -> UInt8? {
    guard let byte = next else { return nil }
    index += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    return byte
  }

  /// Takes a sign if it is next, and says whether it was.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    _ = take()
    return true
  }

  func problem(_ message: String) -> ConfigurationProblem {
    ConfigurationProblem(line: line, message)
  }

  mutating func skipBlanks() {
    while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { index += 1 }
  }

  /// Skips blanks, comments and ends of lines.
  mutating func skipBlankLines() {
    skipBlanks()
    while let byte = next {
      switch byte {
      case UInt8(ascii: "#"): skipToLineEnd()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): _ = take()
      default: return
      }
      skipBlanks()
    }
  }

  private mutating func skipToLineEnd() {
    while let byte = next, byte != UInt8(ascii: "\n") { index += 1 }
  }

  /// Advances to the start of the next line.
  mutating func skipLine() {
    skipToLineEnd()
    _ = take()
  }

  /// Takes the end of a line, with a comment before it.
  mutating func endLine() throws(ConfigurationProblem) {
    skipBlanks()
    if next == UInt8(ascii: "#") { skipToLineEnd() }
    _ = take("\r")
    guard isAtEnd || next == UInt8(ascii: "\n") else {
      throw problem("'\(rest)' does not belong here; begin a new line, or a comment with #")
    }
    _ = take()
  }

  /// Takes a sign that must come, with blanks around it.
  mutating func expect(_ sign: Unicode.Scalar, after what: String) throws(ConfigurationProblem) {
    skipBlanks()
    guard take(sign) else { throw problem("'\(sign)' is missing after \(what)") }
    skipBlanks()
  }

  /// What is left of the line, cut short, for messages.
  var rest: String {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    let shown = text.unicodeScalars.prefix(20).map { scalar in
      scalar.properties.generalCategory == .control ? "?" : String(scalar)
    }
    return shown.joined() + (text.unicodeScalars.count > 20 ? "…" : "")
  }

  /// Takes the bytes that fit, as text.
  mutating func takeText(
    while fits: (UInt8) -> Bool
  ) throws(ConfigurationProblem) -> String {
    let start = index
    while let byte = next, fits(byte) { index += 1 }
    return try text(start..<index)
  }

  /// Some bytes as text.
  func text(_ range: Range<Int>) throws(ConfigurationProblem) -> String {
    try text(bytes[range])
  }

  /// Some bytes as text.
  func text(_ bytes: some Collection<UInt8>) throws(ConfigurationProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw problem("this is not UTF-8; save the file in that encoding")
    }
    return text
  }
}
