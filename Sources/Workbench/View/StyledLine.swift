import Screen

/// A row of text whose parts say what they are; the theme says how that looks.
public struct StyledLine: Hashable, Sendable {
  /// A part of the row.
  public struct Part: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// What it is.
    public var role: Role
  }

  /// The parts from left to right.
  public private(set) var parts: [Part] = []
  /// How many columns they take.
  public private(set) var width = 0
  /// How many blanks stand in front of what goes on from the line above; nil for a line of its own.
  var indent: Int?

  /// An empty row.
  public init() {}

  /// A row of one part.
  public init(_ text: String, _ role: Role = .text) { add(text, role) }

  /// Adds a part at the right end.
  public mutating func add(_ text: String, _ role: Role = .text) {
    guard !text.isEmpty else { return }
    let text = text.beginning
    parts.append(Part(text: text, role: role))
    width += text.displayWidth
  }

  /// Adds a part of exactly `columns` columns: cut with a sign or filled with blanks.
  ///
  /// Of a path the end should be kept, of other texts the beginning.
  public mutating func add(
    _ text: String, _ role: Role = .text, columns: Int, alignment: Alignment = .left,
    keeping part: KeptPart = .start
  ) {
    guard columns > 0 else { return }
    let cut = text.cut(toWidth: columns, keeping: part)
    let gap = String(repeating: " ", count: max(0, columns - cut.displayWidth))
    switch alignment {
    case .left: add(cut, role); add(gap, role)
    case .right: add(gap, role); add(cut, role)
    }
  }

  /// Adds the parts of another row.
  public mutating func add(_ other: StyledLine) {
    parts += other.parts
    width += other.width
  }

  /// Fills up with blanks to a column.
  public mutating func pad(to column: Int) {
    if width < column { add(String(repeating: " ", count: column - width)) }
  }

  /// The row's text alone.
  public var text: String { parts.map(\.text).joined() }
}

/// Where a text stands in its column.
public enum Alignment: Sendable {
  case left, right
}

extension String {
  /// The text, or of one longer than anything that is read sideways the beginning.
  fileprivate var beginning: String {
    let most = 100_000
    return utf8.count > most ? String(unicodeScalars.prefix(most)) : self
  }
}
