import Screen

extension Theme {
  /// Without any colour.
  package static let monochrome = Theme { role in
    switch role {
    case .heading, .focusedBorder, .focusedPaneTitle, .crashed, .bad, .against, .error, .guilty,
      .key, .accent, .removed:
      Style(attributes: .bold)
    case .dim, .inlined, .border, .broken, .paneTitle: Style(attributes: .dim)
    case .selection: Style(attributes: .reverse)
    case .match: Style(attributes: [.reverse, .bold])
    case .inactiveSelection: Style(attributes: [.bold, .underline])
    case .foreign, .warning, .skip, .culpritFile, .notice: Style(attributes: .underline)
    case .text, .passed, .good, .supports, .added: .plain
    }
  }

  /// Text as the terminal shows it, and blocks whose two colours contrast by at least 7 to 1.
  static let highContrast = Theme.blocks(
    alarm: Style(foreground: .rgb(255, 255, 255), background: .rgb(135, 0, 0)),
    caution: Style(foreground: .rgb(0, 0, 0), background: .rgb(255, 215, 0)),
    calm: Style(foreground: .rgb(255, 255, 255), background: .rgb(0, 75, 0)),
    notice: Style(foreground: .rgb(255, 255, 255), background: .rgb(0, 0, 135)))

  /// The same where there are but 8 or 16 colours.
  static let highContrastPalette = Theme.blocks(
    alarm: Style(foreground: .palette(7), background: .palette(1)),
    caution: Style(foreground: .palette(0), background: .palette(3)),
    calm: Style(foreground: .palette(0), background: .palette(2)),
    notice: Style(foreground: .palette(7), background: .palette(4)))

  private static func blocks(alarm: Style, caution: Style, calm: Style, notice: Style) -> Theme {
    Theme { role in
      switch role {
      case .text, .dim, .inlined, .border, .paneTitle, .broken: .plain
      case .heading, .accent, .key, .culpritFile, .focusedBorder: Style(attributes: .bold)
      case .focusedPaneTitle, .selection: Style(attributes: [.bold, .reverse])
      case .inactiveSelection: Style(attributes: [.bold, .underline])
      case .crashed, .bad, .against, .error, .removed: alarm
      case .guilty: alarm.adding(.bold)
      case .foreign, .warning, .skip: caution
      case .passed, .good, .supports, .added: calm
      case .notice: notice
      case .match: Style(attributes: [.bold, .underline, .reverse])
      }
    }
  }
}
