import Screen

/// The keys of the standard sequences.
enum FunctionKeys {
  /// `ESC O` and a letter: the application mode of cursor keys, F1 to F4, the number pad, and what
  /// rxvt sends for Control with an arrow.
  static let singleShift: [UInt8: Key] = {
    var keys: [UInt8: Key] = [
      UInt8(ascii: "M"): Key(.enter),
      UInt8(ascii: "I"): Key(.tab),
      UInt8(ascii: "a"): Key(.up, .control),
      UInt8(ascii: "b"): Key(.down, .control),
      UInt8(ascii: "c"): Key(.right, .control),
      UInt8(ascii: "d"): Key(.left, .control),
    ]
    for (letter, code) in cursor { keys[letter] = Key(code) }
    // The number pad's characters, moved up by 0x40.
    for character in UInt8(ascii: "*")...UInt8(ascii: "9") {
      keys[character + 0x40] = .character(Character(Unicode.Scalar(character)))
    }
    return keys
  }()

  /// The letters of cursor keys and of F1 to F4 after `ESC O` and `ESC [`.
  static let cursor: [UInt8: KeyCode] = [
    UInt8(ascii: "A"): .up,
    UInt8(ascii: "B"): .down,
    UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home,
    UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  /// The numbers of `ESC [ number ~`.
  static let numbered: [Int: KeyCode] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]

  /// The key of a Unicode value, as kitty's protocol and xterm's modifyOtherKeys report it.
  static func key(unicode value: Int, modifiers: KeyModifiers) -> Key? {
    switch value {
    case 8, 127: return Key(.backspace, modifiers)
    case 9: return modifiers == .shift ? Key(.backTab) : Key(.tab, modifiers)
    case 13, 57414: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    // Control characters, and the private range where kitty keeps keys that are not characters.
    case ..<32, 128..<160, 57344...63743: return nil
    default: break
    }
    guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else { return nil }
    let character = Character(scalar)
    if modifiers.contains(.control) { return Key(.character(character), modifiers) }
    guard modifiers.contains(.shift) else { return Key(.character(character), modifiers) }
    let capital = character.uppercased().first ?? character
    return Key(.character(capital), modifiers.subtracting(.shift))
  }
}
