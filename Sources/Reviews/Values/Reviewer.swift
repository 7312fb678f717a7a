/// Who decides: a name or an address, as the person wants to be known to the team.
package struct Reviewer: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name.
  package let name: String

  /// The longest name, in bytes of UTF-8.
  package static let nameLimit = 200

  /// Names a reviewer; nil if the name is empty, too long, or holds control characters.
  package init?(_ name: String) {
    let isSpace: (Character) -> Bool = { $0 == " " }
    let trimmed = name.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    let text = String(trimmed)
    let hasControls = text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    guard !text.isEmpty, text.utf8.count <= Self.nameLimit, !hasControls else { return nil }
    self.name = text
  }

  /// The reviewer if no name is known.
  package static let somebody = Reviewer(knownName: "somebody")

  private init(knownName: String) { name = knownName }

  /// The name.
  package var description: String { name }

  /// Orders reviewers by the bytes of their names.
  package static func < (left: Reviewer, right: Reviewer) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  /// Whether the bytes of the names are the same.
  package static func == (left: Reviewer, right: Reviewer) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
  }

  /// Hashes the bytes of the name.
  package func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
  }
}
