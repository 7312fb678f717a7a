import Screen

/// The themes that come with the program.
package enum BuiltInTheme: String, CaseIterable, Sendable {
  /// The terminal's own palette, for dark and light ones alike.
  case terminal
  /// Soft colours that stand out on a dark background.
  case dark
  /// Deep colours that stand out on a light background.
  case light
  /// Plain text in the terminal's own colours, marked by blocks of certain contrast.
  case highContrast = "high-contrast"
  /// No colours.
  case monochrome

  /// What it is, in one sentence without a full stop.
  package var sentence: String {
    switch self {
    case .terminal: "the terminal's own palette, for dark and light backgrounds alike"
    case .dark: "soft colours for dark backgrounds"
    case .light: "deep colours for light backgrounds"
    case .highContrast: "nothing faint, marks of certain contrast on any background"
    case .monochrome: "no colours, only bold, faint, underlined and reversed"
    }
  }

  /// The theme in the colours that a terminal with so many has.
  package func theme(for depth: ColorDepth) -> Theme {
    guard depth != .none else { return .monochrome }
    return switch self {
    case .terminal: .standard
    case .dark: Theme(depth < .palette256 ? .terminal : .dark)
    case .light: Theme(depth < .palette256 ? .lightPalette : .light)
    case .highContrast: depth < .palette256 ? .highContrastPalette : .highContrast
    case .monochrome: .monochrome
    }
  }
}

extension Theme {
  /// With the terminal's palette.
  package static let standard = Theme(.terminal)

  /// The theme with the nearest of so many colours.
  package func reduced(to depth: ColorDepth) -> Theme {
    Theme { role in
      Style(
        foreground: self[role].foreground.reduced(to: depth),
        background: self[role].background.reduced(to: depth), attributes: self[role].attributes)
    }
  }
}
