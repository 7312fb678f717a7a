/// Letters to find in order, as typed into a palette.
///
/// Blanks part the pattern into words that must all be there, in any order. Case matters for a word that
/// has a capital. Of all ways to match a text the best is taken, so the positions are the ones to mark.
package struct FuzzyPattern: Hashable, Sendable {
  private let words: [Word]

  private struct Word: Hashable {
    var characters: [UInt32]
    var caseMatters: Bool
  }

  /// A pattern; more than 64 characters of a word are not looked at.
  package init(_ text: String) {
    words = text.unicodeScalars.split { $0.value <= 0x20 }.map { word in
      let caseMatters = word.contains { $0.value != $0.foldedValue }
      let characters = word.prefix(64).map { caseMatters ? $0.value : $0.foldedValue }
      return Word(characters: characters, caseMatters: caseMatters)
    }
  }

  /// Whether it has no letters, so that everything matches.
  package var isEmpty: Bool { words.isEmpty }

  /// How a text matches; nil if it does not.
  package func match(_ text: String) -> FuzzyMatch? {
    let text = FuzzyText(text)
    var score = 0
    var marked: Set<Int> = []
    for word in words {
      let characters = text.characters(caseMatters: word.caseMatters)
      guard word.characters.isSubsequence(of: characters) else { return nil }
      var alignment = FuzzyAlignment(
        pattern: word.characters, text: characters, bonuses: text.bonuses)
      let best = alignment.best()
      score += best.score
      marked.formUnion(best.places)
    }
    return FuzzyMatch(score: score, positions: marked.sorted().map { text.offsets[$0] })
  }

  /// The texts that match, the best first; of equals the shorter one, then the earlier one.
  package func ranked(_ texts: [String], limit: Int = .max) -> [FuzzyResult] {
    let found = texts.enumerated().compactMap { index, text in
      match(text).map {
        (result: FuzzyResult(index: index, match: $0), length: isEmpty ? 0 : text.utf8.count)
      }
    }
    let ordered = found.sorted { one, other in
      if one.result.match.score != other.result.match.score {
        return one.result.match.score > other.result.match.score
      }
      return (one.length, one.result.index) < (other.length, other.result.index)
    }
    return ordered.prefix(max(limit, 0)).map(\.result)
  }
}

extension Array where Element: Equatable {
  /// Whether the elements are in another array in this order.
  fileprivate func isSubsequence(of other: [Element]) -> Bool {
    var next = startIndex
    for element in other where next < endIndex && element == self[next] { next += 1 }
    return next == endIndex
  }
}
