import Screen

/// The meaning of the first bytes of a terminal's input, and their number.
enum EscapeSequence: Equatable {
  case key(Key, Int)
  case mouse(MouseEvent, Int)
  case pasteBegins(Int)
  /// Bytes that mean nothing here.
  case nothing(Int)
  /// More bytes are needed.
  case incomplete

  /// Reads what is at the start of some bytes, of which there is at least one.
  static func read(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard let first = bytes.first else { return .incomplete }
    return first == 0x1b ? readEscape(bytes) : readCharacter(bytes)
  }

  /// Reads an incomplete start, now that no more will come.
  static func readCutShort(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    guard bytes.first == 0x1b else { return .key(.character("\u{FFFD}"), bytes.count) }
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return .key(Key(.escape), 1) }
    if second == 0x1b { return .key(Key(.escape), 1) }
    if rest.count == 1, second >= 0x20, second < 0x7f {
      return .key(Key(.character(Character(Unicode.Scalar(second))), .alt), 2)
    }
    return .nothing(bytes.count)
  }

  private static func readEscape(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["):
      return ControlSequence.read(bytes)
    case UInt8(ascii: "O"):
      return readSingleShift(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return skipString(bytes)
    case 0x1b:
      // rxvt reports Alt by an Escape before the whole sequence; otherwise the first is a key of
      // its own.
      guard let third = rest.dropFirst().first else { return .incomplete }
      guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else {
        return .key(Key(.escape), 1)
      }
      return readEscape(rest).withAlt
    default:
      return readCharacter(rest).withAlt
    }
  }

  /// The same key with Alt and the byte of the Escape before it.
  private var withAlt: EscapeSequence {
    switch self {
    case .key(let key, let count):
      .key(Key(key.code, key.modifiers.union(.alt)), count + 1)
    case .mouse(let event, let count): .mouse(event, count + 1)
    case .pasteBegins(let count): .pasteBegins(count + 1)
    case .nothing(let count): .nothing(count + 1)
    case .incomplete: .incomplete
    }
  }

  /// `ESC O`, perhaps a digit for the modifiers, and a letter.
  private static func readSingleShift(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    var rest = bytes.dropFirst(2)
    var modifiers: KeyModifiers = []
    if let digit = rest.first, (0x30...0x39).contains(digit) {
      modifiers = KeyModifiers(parameter: Int(digit) - 0x30)
      rest = rest.dropFirst()
    }
    guard let letter = rest.first else { return .incomplete }
    let count = rest.startIndex - bytes.startIndex + 1
    // An Escape or a control character starts something new.
    guard letter >= 0x20, letter < 0x7f else { return .nothing(count - 1) }
    guard var key = FunctionKeys.singleShift[letter] else { return .nothing(count) }
    key.modifiers.formUnion(modifiers)
    return .key(key, count)
  }

  /// Strings that terminals send as answers; they end with BEL or `ESC \`.
  private static func skipString(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      if bytes[index] == 0x07 { return .nothing(index - bytes.startIndex + 1) }
      if bytes[index] == 0x1b {
        guard index + 1 < bytes.endIndex else { return .incomplete }
        let isEnd = bytes[index + 1] == UInt8(ascii: "\\")
        return .nothing(index - bytes.startIndex + (isEnd ? 2 : 0))
      }
      index += 1
    }
    return .incomplete
  }
}

extension KeyModifiers {
  /// The modifiers of a sequence's parameter, which is 1 more than their bits: 1 Shift, 2 Alt,
  /// 4 Control, 8 Meta (xterm's control sequences, "PC-Style Function Keys").
  init(parameter: Int) {
    let bits = parameter > 0 ? parameter - 1 : 0
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 2 != 0 || bits & 8 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}
