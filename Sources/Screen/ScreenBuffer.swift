/// A screen as cells: what views draw into and what terminals show.
public struct ScreenBuffer: Sendable {
  /// How large it is.
  public let size: ScreenSize
  /// Where the cursor stands; nil where it is hidden.
  public var cursor: (row: Int, column: Int)?
  private var cells: [Cell]

  /// An empty screen.
  public init(size: ScreenSize) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cell at a place that is on the screen.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// Writes a text from a cell to the right and returns the column behind it.
  ///
  /// It stops before `limit`, never draws half a wide character, and makes control characters visible.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    var place = column
    let end = min(limit ?? size.columns, size.columns)
    guard row >= 0, row < size.rows else { return place }
    for character in text {
      guard place < end else { break }
      if place >= 0 { self[row, place] = Cell(character: character, width: 1, style: style) }
      place += 1
    }
    return place
  }

  /// Fills a rectangle, cut to the screen, with blanks of a style.
  public mutating func fill(_ rect: Rect, style: Style) {
    for row in max(0, rect.row)..<max(0, min(rect.endRow, size.rows)) {
      for column in max(0, rect.column)..<max(0, min(rect.endColumn, size.columns)) {
        self[row, column] = Cell(character: " ", width: 1, style: style)
      }
    }
  }

  /// The rows as text without trailing blanks, each ended by a newline.
  public var text: String {
    var lines = ""
    for row in 0..<size.rows {
      var line = ""
      for column in 0..<size.columns where self[row, column].width > 0 {
        line.append(self[row, column].character)
      }
      while line.last == " " { line.removeLast() }
      lines += line + "\n"
    }
    return lines
  }
}

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
