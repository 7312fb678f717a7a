import Screen
import Workbench

/// What a person has set: options, keys and themes.
struct Configuration: Hashable, Sendable {
  /// The options.
  var options = Options()
  /// Which keys ask for what.
  var keymap = Keymap.standard
  /// The themes that the person has made, by name.
  var themes: [String: UserTheme] = [:]

  /// What holds where nothing is set.
  init() {}

  /// The theme that was chosen, in the colours that a terminal with so many has.
  func theme(for depth: ColorDepth) -> Theme {
    let wanted = min(depth, options.colors ?? depth)
    let theme =
      themes[options.theme]?.theme(for: wanted)
      ?? (BuiltInTheme(rawValue: options.theme) ?? .terminal).theme(for: wanted)
    // A terminal reduces colours to what it has, not to what was requested.
    return wanted < depth ? theme.reduced(to: wanted) : theme
  }

  /// The signs beside colours, for a terminal that shows more than ASCII or does not.
  func glyphs(unicode: Bool) -> Glyphs {
    options.glyphs.isUnicode(ifTerminalIs: unicode) ? .unicode : .ascii
  }
}
