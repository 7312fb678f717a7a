extension JSONValue {
  /// How the text of a value is laid out.
  package enum Layout: Sendable {
    /// Without any white space: one line.
    case compact
    /// A member or element a line, indented by two spaces.
    case indented
  }

  /// The value as UTF-8, without a line end after it.
  ///
  /// Control characters and characters that reorder text are written as `\u` escapes, so that a
  /// terminal shows the text and never obeys it.
  package func text(_ layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return writer.bytes
  }

  /// Adds the value's compact text to `bytes`.
  package func write(to bytes: inout [UInt8]) {
    var writer = JSONWriter(layout: .compact)
    swap(&writer.bytes, &bytes)
    writer.write(self)
    swap(&writer.bytes, &bytes)
  }
}

/// Turns values into text.
struct JSONWriter {
  let layout: JSONValue.Layout
  var bytes: [UInt8] = []
  private var depth = 0

  init(layout: JSONValue.Layout) {
    self.layout = layout
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): bytes += (number.isFinite ? number.description : "null").utf8
    case .string(let text): write(text)
    case .array(let elements):
      list(elements, open: UInt8(ascii: "["), close: UInt8(ascii: "]")) { $0.write($1) }
    case .object(let members):
      list(members, open: UInt8(ascii: "{"), close: UInt8(ascii: "}")) { writer, member in
        writer.write(member.name)
        writer.bytes.append(UInt8(ascii: ":"))
        if writer.layout == .indented { writer.bytes.append(UInt8(ascii: " ")) }
        writer.write(member.value)
      }
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], open: UInt8, close: UInt8,
    element: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(open)
    depth += 1
    for (index, value) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine()
      element(&self, value)
    }
    depth -= 1
    if !elements.isEmpty { startLine() }
    bytes.append(close)
  }

  private mutating func startLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if isPlain(text.utf8.span) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether no byte of a text needs an escape.
  private func isPlain(_ text: Span<UInt8>) -> Bool {
    // No early end, so that the processor looks at many at a time.
    var special: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      let isPlain =
        byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      special |= isPlain ? 0 : 1
    }
    return special == 0
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      if isHazard(scalar) {
        for unit in UTF16.encode(scalar) ?? .init() { escape(unit) }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// Whether a terminal could act on a character: controls, direction marks, line separators, tags.
  private func isHazard(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += "\\u".utf8
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift) & 15)]) }
  }
}
