/// A text between quotation marks, with backslashes as JSON has them (RFC 8259).
///
/// It is read byte by byte where it stands: a value for each line's object would cost more than the log.
enum EscapedText {
  /// What is between the quotation mark at `place` and the one that closes it.
  static func text(in line: ByteView, at place: Int) -> ByteView {
    var end = place &+ 1
    while end < line.count, line[end] != Ascii.quote {
      end &+= line[end] == Ascii.backslash ? 2 : 1
    }
    return line.prefix(end).dropping(place &+ 1)
  }

  /// Whether quotation marks within the lines of a text are escaped, and none is written twice.
  static func escapesQuotes(in lines: Lines) -> Bool {
    var hasEscaped = false
    for index in 0..<lines.count {
      let line = lines[index]
      if line.contains("\"\"") { return false }
      hasEscaped = hasEscaped || line.contains("\\\"")
    }
    return hasEscaped
  }

  /// Adds what a text means.
  ///
  /// The line end that it closes with is left out, one within it is a blank: a line stays a line.
  static func append(_ text: ByteView, to bytes: inout [UInt8]) {
    let text = withoutLineEnd(text)
    var next = 0
    while next < text.count {
      guard text[next] == Ascii.backslash else {
        bytes.append(text[next])
        next &+= 1
        continue
      }
      switch text[next &+ 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): bytes.append(Ascii.space)
      case UInt8(ascii: "t"): bytes.append(Ascii.tab)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "u"):
        next &+= appendScalar(text.dropping(next), to: &bytes)
        continue
      case let byte: bytes.append(byte)
      }
      next &+= 2
    }
  }

  private static func withoutLineEnd(_ text: ByteView) -> ByteView {
    var text = text
    while let rest = text.before("\\n") ?? text.before("\\r"), !endsInEscape(rest) { text = rest }
    return text
  }

  /// Whether the last backslash of a text is not itself escaped.
  private static func endsInEscape(_ text: ByteView) -> Bool {
    var end = text.count
    while end > 0, text[end &- 1] == Ascii.backslash { end &-= 1 }
    return (text.count &- end) % 2 == 1
  }

  /// Adds the character that `\u001b` or two of them name; returns how many bytes name it.
  private static func appendScalar(_ text: ByteView, to bytes: inout [UInt8]) -> Int {
    guard let first = unit(text) else { return 2 }
    var value = UInt32(first)
    var length = 6
    if (0xD800..<0xDC00).contains(first), let second = unit(text.dropping(6)),
      (0xDC00..<0xE000).contains(second)
    {
      value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      length = 12
    }
    let isLineEnd = value == UInt32(Ascii.lineFeed)
    let scalar = isLineEnd ? " " : Unicode.Scalar(value) ?? "\u{FFFD}"
    bytes.append(contentsOf: Array(String(scalar).utf8))
    return length
  }

  private static func unit(_ text: ByteView) -> UInt16? {
    guard text.starts(with: "\\u"), text.count >= 6 else { return nil }
    return UInt16(String(decoding: text.prefix(6).dropping(2).bytes, as: UTF8.self), radix: 16)
  }
}
