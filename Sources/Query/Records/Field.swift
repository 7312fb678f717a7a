/// Something a query can ask of a record, such as its outcome.
package struct Field: Hashable, Sendable {
  /// What the values of a field are.
  package enum Kind: Hashable, Sendable {
    /// Free text, several texts where a record has several.
    case text
    /// One of some words, such as `culprit` and `timeout`.
    case enumeration([String])
    /// A number, such as how many steps a log has.
    case number
    /// A time that sorts as text, such as `2026-01-31T09:30:00Z`.
    case date
  }

  /// The word before the colon, of ASCII letters.
  package var name: String
  /// Other words for it.
  package var aliases: [String]
  /// What it is, in a line.
  package var summary: String
  /// What its values are.
  package var kind: Kind
  /// Whether a word without a field is also searched for in it; only texts can be.
  package var isSearchedByWords: Bool

  /// Declares a field.
  package init(
    _ name: String, aliases: [String] = [], _ summary: String, kind: Kind,
    isSearchedByWords: Bool = true
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.kind = kind
    self.isSearchedByWords = isSearchedByWords && kind == .text
  }
}
