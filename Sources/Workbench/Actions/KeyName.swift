import Screen

/// Keys as text: `j`, `C-d`, `A-x`, `S-Tab`, `PageUp`, `F1`, `Space`.
///
/// `Ctrl-`, `Alt-` and `Shift-` are also read, and so are other common names of keys.
package enum KeyName {
  private static let named: [(String, KeyCode)] = [
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Enter", .enter), ("Tab", .tab),
    ("Escape", .escape), ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert),
    ("Space", .character(" ")),
  ]

  /// Other names that are read but not written.
  private static let otherNames: [(String, KeyCode)] = [
    ("Esc", .escape), ("Return", .enter), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Del", .delete), ("Ins", .insert),
  ]

  private static let modifiers: [(String, KeyModifiers)] = [
    ("C-", .control), ("Ctrl-", .control), ("A-", .alt), ("Alt-", .alt), ("M-", .alt),
    ("S-", .shift), ("Shift-", .shift),
  ]

  /// The key a text names; nil if it names none.
  package static func key(named text: String) -> Key? {
    var rest = text[...]
    var held: KeyModifiers = []
    while let (prefix, modifier) = modifiers.first(where: {
      rest.hasPrefix($0.0) && rest.count > $0.0.count
    }) {
      held.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    if rest == "Tab", held == .shift { return Key(.backTab) }
    if let code = (named + otherNames).first(where: { $0.0 == rest })?.1 { return Key(code, held) }
    if rest.count == 1, let character = rest.first { return key(of: character, held) }
    if rest.first == "F", let number = Int(rest.dropFirst()), (1...63).contains(number) {
      return Key(.function(number), held)
    }
    return nil
  }

  /// A terminal sends no Shift beside a character, but its capital, and Control only with small letters.
  private static func key(of character: Character, _ held: KeyModifiers) -> Key? {
    var (character, held) = (character, held)
    if held.contains(.shift) {
      let capital = character.uppercased()
      guard capital != String(character), capital.count == 1, let first = capital.first else {
        return nil
      }
      character = first
      held.remove(.shift)
    }
    if held.contains(.control), character.lowercased().count == 1 {
      character = character.lowercased().first ?? character
    }
    return Key(.character(character), held)
  }

  /// How a key is written.
  package static func text(of key: Key) -> String {
    var prefix = ""
    if key.modifiers.contains(.control) { prefix += "C-" }
    if key.modifiers.contains(.alt) { prefix += "A-" }
    if key.modifiers.contains(.shift) { prefix += "S-" }
    if key.code == .backTab { return "S-Tab" }
    if let name = named.first(where: { $0.1 == key.code })?.0 { return prefix + name }
    switch key.code {
    case .character(let character): return prefix + String(character)
    case .function(let number): return prefix + "F\(number)"
    default: return prefix
    }
  }
}
