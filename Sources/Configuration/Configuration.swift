import Screen
import Workbench

/// What a person has set: options, keys and themes.
public struct Configuration: Hashable, Sendable {
  /// The options.
  public var options = Options()
  /// Which keys ask for what.
  public var keymap = Keymap.standard
  /// The themes that the person has made, by name.
  public var themes: [String: UserTheme] = [:]

  /// What holds where nothing is set.
  public init() {}

  /// The theme that was chosen, in the colours that a terminal with so many has.
  public func theme(for depth: ColorDepth) -> Theme {
    let depth = min(depth, options.colors ?? depth)
    if let made = themes[options.theme] { return made.theme(for: depth) }
    return (BuiltInTheme(rawValue: options.theme) ?? .terminal).theme(for: depth)
  }

  /// The signs beside colours, for a terminal that shows more than ASCII or does not.
  public func glyphs(unicode: Bool) -> Glyphs {
    options.glyphs.isUnicode(ifTerminalIs: unicode) ? .unicode : .ascii
  }
}
