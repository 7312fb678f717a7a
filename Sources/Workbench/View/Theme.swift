import Screen

/// How each role looks.
///
/// The terminal's own colours are respected: only palette colours 0 to 7 and attributes are used, and no
/// role is told by colour alone; each has a glyph, a letter or a word beside it.
public struct Theme: Sendable {
  private var styles: [Style]

  /// A theme from a rule.
  public init(_ style: (Role) -> Style) {
    styles = Role.allCases.map(style)
  }

  /// How a role looks.
  public subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

  /// With the terminal's palette.
  public static let standard = Theme { role in
    switch role {
    case .text, .heading: role == .heading ? bold(.standard) : .plain
    case .dim, .inlined, .border, .broken, .paneTitle:
      Style(attributes: .dim)
    case .accent, .key, .culpritFile: Style(foreground: .palette(6))
    case .focusedBorder: Style(foreground: .palette(6))
    case .focusedPaneTitle: bold(.palette(6))
    case .selection: Style(attributes: .reverse)
    case .inactiveSelection: Style(attributes: [.bold, .underline])
    case .crashed, .bad, .against, .error, .removed: Style(foreground: .palette(1))
    case .foreign, .warning, .skip: Style(foreground: .palette(3))
    case .passed, .good, .supports, .added: Style(foreground: .palette(2))
    case .notice: Style(foreground: .palette(4))
    case .guilty: bold(.palette(1))
    case .match: Style(foreground: .palette(0), background: .palette(3))
    }
  }

  /// Without any colour.
  public static let monochrome = Theme { role in
    switch role {
    case .heading, .focusedBorder, .focusedPaneTitle, .crashed, .bad, .against, .error, .guilty,
      .key:
      bold(.standard)
    case .dim, .inlined, .border, .broken, .paneTitle: Style(attributes: .dim)
    case .selection, .match: Style(attributes: .reverse)
    case .inactiveSelection: Style(attributes: [.bold, .underline])
    case .foreign, .warning, .culpritFile: Style(attributes: .underline)
    default: .plain
    }
  }

  private static func bold(_ color: Color) -> Style {
    Style(foreground: color, attributes: .bold)
  }
}
