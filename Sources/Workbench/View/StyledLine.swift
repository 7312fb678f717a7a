import Screen

/// A row of text whose parts have roles; the theme defines their look.
package struct StyledLine: Hashable, Sendable {
  /// A part of the row.
  package struct Part: Hashable, Sendable {
    /// Its content.
    package var text: String
    /// What it is.
    package var role: Role
  }

  /// The parts from left to right.
  package private(set) var parts: [Part] = []
  /// How many columns they take.
  package private(set) var width = 0
  /// How many blanks precede the continuation of the line above; nil for a line of its own.
  var indent: Int?

  /// An empty row.
  package init() {}

  /// A row of one part.
  package init(_ text: String, _ role: Role = .text) { add(text, role) }

  /// Adds a part at the right end.
  package mutating func add(_ text: String, _ role: Role = .text) {
    guard !text.isEmpty else { return }
    let text = text.beginning
    parts.append(Part(text: text, role: role))
    width += text.displayWidth
  }

  /// Adds a part of exactly `columns` columns: cut with a sign or filled with blanks.
  ///
  /// Of a path the end should be kept, of other texts the beginning.
  package mutating func add(
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
  package mutating func add(_ other: StyledLine) {
    parts += other.parts
    width += other.width
  }

  /// Fills up with blanks to a column.
  package mutating func pad(to column: Int) {
    if width < column { add(String(repeating: " ", count: column - width)) }
  }

  /// The row's text alone.
  package var text: String { parts.map(\.text).joined() }
}

/// How a text is aligned in its column.
package enum Alignment: Sendable {
  case left, right
}

extension String {
  /// The text, or of one longer than anything that is read sideways the beginning.
  fileprivate var beginning: String {
    let most = 100_000
    return utf8.count > most ? String(unicodeScalars.prefix(most)) : self
  }
}
