import Screen

/// Keys as text: `j`, `C-d`, `A-x`, `S-Tab`, `PageUp`, `F1`, `Space`.
public enum KeyName {
  private static let named: [(String, KeyCode)] = [
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Enter", .enter), ("Tab", .tab),
    ("Escape", .escape), ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert),
    ("Space", .character(" ")),
  ]

  /// The key a text names; nil where it names none.
  public static func key(named text: String) -> Key? {
    var rest = text[...]
    var modifiers: KeyModifiers = []
    while rest.count > 2, rest.dropFirst().first == "-" {
      switch rest.first {
      case "C": modifiers.insert(.control)
      case "A": modifiers.insert(.alt)
      case "S": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    if rest == "Tab", modifiers == .shift { return Key(.backTab) }
    if let code = named.first(where: { $0.0 == rest })?.1 { return Key(code, modifiers) }
    if rest.count == 1, let character = rest.first { return Key(.character(character), modifiers) }
    if rest.first == "F", let number = Int(rest.dropFirst()), (1...63).contains(number) {
      return Key(.function(number), modifiers)
    }
    return nil
  }

  /// How a key is written.
  public static func text(of key: Key) -> String {
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
