/// What can come in from a terminal.
package enum InputEvent: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// Pasted text, as it came; it is data, never commands.
  case paste(String)
  /// Something the mouse did.
  case mouse(MouseEvent)
  /// The window has a new size.
  case resize(ScreenSize)
  /// A signal asks the program to end (SIGTERM, SIGHUP, SIGINT from outside).
  case terminate(signal: Int32)
  /// The terminal is gone.
  case hangUp
  /// A worker has a message.
  case wake
  /// The time asked for is over.
  case timeout
}

/// A key with its modifiers.
package struct Key: Hashable, Sendable {
  /// Which key.
  package var code: KeyCode
  /// What was held.
  package var modifiers: KeyModifiers

  /// A key.
  package init(_ code: KeyCode, _ modifiers: KeyModifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The key of a character; capitals are characters of their own, not Shift.
  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  /// A character with Control held, such as `z`; always the small letter.
  package static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }
}

/// Which key was pressed.
package enum KeyCode: Hashable, Sendable {
  /// A character, also the space.
  case character(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, tab, backTab, escape, backspace, delete, insert
  /// F1 is 1.
  case function(Int)
}

/// Keys held beside a key.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
  /// The bits.
  package let rawValue: UInt8
  /// Modifiers by their bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Control.
  package static let control = KeyModifiers(rawValue: 1)
  /// Alt, or Escape pressed just before.
  package static let alt = KeyModifiers(rawValue: 2)
  /// Shift, of keys that are not characters.
  package static let shift = KeyModifiers(rawValue: 4)
}

/// Something the mouse did, at a cell counted from 0.
package struct MouseEvent: Hashable, Sendable {
  /// The row.
  package var row: Int
  /// The column.
  package var column: Int
  /// What it did.
  package var action: Action

  /// What a mouse does.
  package enum Action: Hashable, Sendable {
    case press, release, drag, wheelUp, wheelDown, doublePress
  }

  /// Something at a cell.
  package init(row: Int, column: Int, action: Action) {
    self.row = row
    self.column = column
    self.action = action
  }
}
