import Screen

extension EscapeSequence {
  /// Reads a control character or one character of UTF-8.
  static func readCharacter(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x00: return .key(.control(" "), 1)
    case 0x08, 0x7f: return .key(Key(.backspace), 1)
    case 0x09: return .key(Key(.tab), 1)
    case 0x0a, 0x0d: return .key(Key(.enter), 1)
    case 0x1b: return .key(Key(.escape), 1)
    case 0x01...0x1a:
      return .key(.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x1c...0x1f:
      return .key(.control(Character(Unicode.Scalar(first + 0x40))), 1)
    case 0x20...0x7e:
      return .key(.character(Character(Unicode.Scalar(first))), 1)
    default:
      return readUTF8(bytes, first: first)
    }
  }

  private static func readUTF8(_ bytes: ArraySlice<UInt8>, first: UInt8) -> EscapeSequence {
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    let isLead = (0xc2...0xf4).contains(first)
    let tail = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xc0 == 0x80 }
    guard isLead, tail.count == length - 1 else {
      let mayGrow = isLead && 1 + tail.count == bytes.count
      return mayGrow ? .incomplete : .key(.character("\u{FFFD}"), 1)
    }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let character = text.first, text.unicodeScalars.count == 1 else {
      return .key(.character("\u{FFFD}"), 1)
    }
    // U+0080 to U+009F are control characters that no key types.
    if let scalar = text.unicodeScalars.first, scalar.value < 0xa0 { return .nothing(length) }
    return .key(.character(character), length)
  }
}
