/// How a text matches a pattern whose letters it has in order.
package struct FuzzyMatch: Hashable, Sendable {
  /// How well; more is better, and only comparable for one pattern.
  package let score: Int
  /// The matched characters, each as the offset of its first byte in the text's UTF-8, ascending.
  package let positions: [Int]

  /// A match with a score and the places of the matched characters.
  package init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }
}

/// A text among others that match a pattern.
package struct FuzzyResult: Hashable, Sendable {
  /// Its place among the texts, from 0.
  package let index: Int
  /// How it matches.
  package let match: FuzzyMatch
}
