/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: Color
  /// The colour behind it.
  public var background: Color
  /// Bold, dim and the like.
  public var attributes: Attributes

  /// A look; by default the terminal's own.
  public init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours.
  public static let plain = Style()

  /// The same look with more attributes.
  public func adding(_ more: Attributes) -> Style {
    Style(
      foreground: foreground, background: background, attributes: attributes.union(more))
  }
}

/// A colour of a cell.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// A colour of the palette; 0 to 7 are everywhere, 8 to 15 bright, up to 255 where there are as many.
  case palette(UInt8)
  /// Red, green and blue; the nearest of the palette where the terminal cannot.
  case rgb(UInt8, UInt8, UInt8)
}

/// Attributes of a cell.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Attributes by their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes, or brighter.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Slanted, where the terminal can.
  public static let italic = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 16)
}
