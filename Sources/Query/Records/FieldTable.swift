/// The fields a query can name, in the order that help shows them.
///
/// Queries, records, completion and help are all made from one table. A field is known by its place in
/// it, from 0.
package struct FieldTable: Hashable, Sendable {
  /// The fields.
  package let fields: [Field]
  /// Where a record keeps the value of each field.
  let places: [StoredPlace]
  /// How many texts a record has; the first ``searchedTexts`` of them are searched by bare words.
  let texts: Int
  let searchedTexts: Int
  /// How many numbers and words of enumerations a record has.
  let numbers: Int
  let words: Int
  private let indexByName: [String: Int]

  /// Where a record keeps a value.
  enum StoredPlace: Hashable, Sendable {
    case text(Int)
    case number(Int)
    case word(Int)
  }

  /// A table of fields; where two share a name, the first has it.
  package init(_ fields: [Field]) {
    self.fields = fields
    var names: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      for name in [field.name] + field.aliases where names[name.asciiLowered] == nil {
        names[name.asciiLowered] = index
      }
    }
    indexByName = names
    searchedTexts = fields.count { $0.isSearchedByWords }
    var next = (searched: 0, unsearched: searchedTexts, number: 0, word: 0)
    places = fields.map { field in
      switch field.kind {
      case .text where field.isSearchedByWords: .text(next.searched.postIncrement())
      case .text, .date: .text(next.unsearched.postIncrement())
      case .number: .number(next.number.postIncrement())
      case .enumeration: .word(next.word.postIncrement())
      }
    }
    texts = next.unsearched
    numbers = next.number
    words = next.word
  }

  /// The place of the field with this name or alias; case does not matter.
  package func index(named name: String) -> Int? { indexByName[name.asciiLowered] }

  /// The field at a place; nil if there is none.
  package subscript(index: Int) -> Field? { fields.indices.contains(index) ? fields[index] : nil }

  /// The words a field of an enumeration can have, `none` first; their places are their codes.
  func vocabulary(of index: Int) -> [String] {
    guard case .enumeration(let values)? = self[index]?.kind else { return [] }
    return ["none"] + values.filter { $0.asciiLowered != "none" }
  }

  /// The words a field can be called, names before aliases.
  var allNames: [String] { fields.map(\.name) + fields.flatMap(\.aliases) }
}

extension Int {
  /// Counts on, and gives the count before.
  fileprivate mutating func postIncrement() -> Int {
    defer { self += 1 }
    return self
  }
}

extension String {
  /// The text with its capitals A to Z made small.
  var asciiLowered: String { String(decoding: utf8.map(\.lowered), as: UTF8.self) }
}
