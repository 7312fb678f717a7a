/// How a cell looks.
package struct Style: Hashable, Sendable {
  /// The colour of the text.
  package var foreground: Color
  /// The background colour.
  package var background: Color
  /// Bold, dim and the like.
  package var attributes: Attributes

  /// A look; by default the terminal's own.
  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours.
  package static let plain = Style()

  /// Whether a blank of this look is more than a blank: the colour of letters does not show where
  /// there is none.
  package var showsOnBlanks: Bool {
    background != .standard || !attributes.isDisjoint(with: [.underline, .reverse])
  }

  /// The same look with more attributes.
  package func adding(_ more: Attributes) -> Style {
    Style(
      foreground: foreground, background: background, attributes: attributes.union(more))
  }
}

/// A colour of a cell.
package enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// A colour of the palette; 0 to 7 are everywhere, 8 to 15 bright, up to 255 where there are as many.
  case palette(UInt8)
  /// Red, green and blue; the nearest of the palette where the terminal cannot.
  case rgb(UInt8, UInt8, UInt8)
}

/// Attributes of a cell.
package struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  package let rawValue: UInt8
  /// Attributes by their bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes, or brighter.
  package static let bold = Attributes(rawValue: 1)
  /// Fainter.
  package static let dim = Attributes(rawValue: 2)
  /// Slanted, where the terminal can.
  package static let italic = Attributes(rawValue: 4)
  /// Underlined.
  package static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  package static let reverse = Attributes(rawValue: 16)
}
