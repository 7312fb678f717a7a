/// One cell of a screen.
package struct Cell: Hashable, Sendable {
  /// What it shows.
  package var character: Character
  /// 1 or 2 columns; 0 for the right half of a wide character.
  package var width: UInt8
  /// How it looks.
  package var style: Style

  /// A cell.
  package init(character: Character, width: UInt8, style: Style) {
    self.character = character
    self.width = width
    self.style = style
  }

  /// A blank in the terminal's own colours.
  package static let blank = Cell(character: " ", width: 1, style: .plain)
}
