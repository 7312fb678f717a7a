/// One cell of a screen.
public struct Cell: Hashable, Sendable {
  /// What it shows.
  public var character: Character
  /// 1 or 2 columns; 0 for the right half of a wide character.
  public var width: UInt8
  /// How it looks.
  public var style: Style

  /// A cell.
  public init(character: Character, width: UInt8, style: Style) {
    self.character = character
    self.width = width
    self.style = style
  }

  /// A blank in the terminal's own colours.
  public static let blank = Cell(character: " ", width: 1, style: .plain)
}
