import Screen

/// The few colours that a theme of coloured text is made of.
struct ThemeTones: Sendable {
  /// A crash, evidence against the culprit, an error.
  var alarm: Color
  /// Another bug's crash, a skip, a warning.
  var caution: Color
  /// A pass, evidence for the culprit.
  var calm: Color
  /// Keys, marks and the focused pane.
  var accent: Color
  /// What is worth a look.
  var notice: Color
  /// What matters least.
  var faint: Style
  /// What a search found.
  var match: Style

  /// Only the colours that every palette has, as the person has set them.
  static let terminal = ThemeTones(
    alarm: .palette(1), caution: .palette(3), calm: .palette(2), accent: .palette(6),
    notice: .palette(4), faint: Style(attributes: .dim),
    match: Style(foreground: .palette(0), background: .palette(3)))

  /// For dark backgrounds, where more colours can be had.
  static let dark = ThemeTones(
    alarm: .rgb(255, 135, 135), caution: .rgb(255, 215, 95), calm: .rgb(135, 215, 135),
    accent: .rgb(135, 215, 255), notice: .rgb(175, 175, 255),
    faint: Style(foreground: .rgb(168, 168, 168)),
    match: Style(foreground: .rgb(0, 0, 0), background: .rgb(255, 215, 95)))

  /// For light backgrounds, where more colours can be had.
  static let light = ThemeTones(
    alarm: .rgb(175, 0, 0), caution: .rgb(120, 65, 0), calm: .rgb(0, 95, 0),
    accent: .rgb(0, 75, 135), notice: .rgb(75, 0, 135),
    faint: Style(foreground: .rgb(88, 88, 88)),
    match: Style(foreground: .rgb(0, 0, 0), background: .rgb(255, 215, 95)))

  /// For light backgrounds on a small palette, whose yellow and cyan would be too pale.
  static let lightPalette = ThemeTones(
    alarm: .palette(1), caution: .palette(5), calm: .palette(2), accent: .palette(4),
    notice: .palette(4), faint: Style(attributes: .dim),
    match: Style(foreground: .palette(0), background: .palette(3)))
}

extension Theme {
  /// A theme of coloured text.
  init(_ tones: ThemeTones) {
    self.init { role in
      switch role {
      case .text: .plain
      case .heading: Style(attributes: .bold)
      case .dim, .inlined, .border, .broken, .paneTitle: tones.faint
      case .accent, .key, .culpritFile, .focusedBorder: Style(foreground: tones.accent)
      case .focusedPaneTitle: Style(foreground: tones.accent, attributes: .bold)
      case .selection: Style(attributes: .reverse)
      case .inactiveSelection: Style(attributes: [.bold, .underline])
      case .crashed, .bad, .against, .error, .removed: Style(foreground: tones.alarm)
      case .foreign, .warning, .skip: Style(foreground: tones.caution)
      case .passed, .good, .supports, .added: Style(foreground: tones.calm)
      case .notice: Style(foreground: tones.notice)
      case .guilty: Style(foreground: tones.alarm, attributes: .bold)
      case .match: tones.match
      }
    }
  }
}
