/// The best way to find a word's characters in a text, in order.
///
/// For each character of the word and each place of the text it keeps the best score of a match that ends
/// right there, as Smith and Waterman do for sequences, with gaps that cost more to open than to extend.
struct FuzzyAlignment {
  private let pattern: [UInt32]
  private let text: [UInt32]
  private let bonuses: [Int]
  /// Where the character before was matched, for each character and place; -1 is nowhere.
  private var before: [Int]

  /// A match of the characters so far that ends at a place.
  private struct Ending {
    var score: Int
    /// What the first character of the unbroken run was worth.
    var runBonus: Int
  }

  init(pattern: [UInt32], text: [UInt32], bonuses: [Int]) {
    self.pattern = pattern
    self.text = text
    self.bonuses = bonuses
    before = Array(repeating: -1, count: pattern.count * text.count)
  }

  /// The best score and the matched places, ascending; the text must have the characters in order.
  mutating func best() -> (score: Int, places: [Int]) {
    var endings: [Ending?] = []
    for row in pattern.indices {
      endings = row == 0 ? firstRow() : nextRow(row, after: endings)
    }
    var top: (place: Int, score: Int)?
    for (place, ending) in endings.enumerated() {
      if let ending, ending.score > top?.score ?? .min { top = (place, ending.score) }
    }
    guard let top else { return (0, []) }
    return (top.score, trace(from: top.place))
  }

  /// The first character counts twice: that is where the eye goes.
  private func firstRow() -> [Ending?] {
    text.indices.map { place in
      guard text[place] == pattern[0] else { return nil }
      let bonus = bonuses[place]
      return Ending(score: FuzzyScore.match + 2 * bonus, runBonus: bonus)
    }
  }

  private mutating func nextRow(_ row: Int, after last: [Ending?]) -> [Ending?] {
    var endings = [Ending?](repeating: nil, count: text.count)
    // The best match of the characters before that leaves a gap up to here.
    var gap: (place: Int, score: Int)?
    for place in text.indices.dropFirst() {
      if place >= 2 {
        if let open = gap { gap = (open.place, open.score - FuzzyScore.gapExtension) }
        if let ending = last[place - 2], ending.score - FuzzyScore.gapStart >= gap?.score ?? .min {
          gap = (place - 2, ending.score - FuzzyScore.gapStart)
        }
      }
      guard text[place] == pattern[row] else { continue }
      endings[place] = ending(at: place, row, adjacent: last[place - 1], gap: gap)
    }
    return endings
  }

  private mutating func ending(
    at place: Int, _ row: Int, adjacent: Ending?, gap: (place: Int, score: Int)?
  ) -> Ending? {
    let bonus = bonuses[place]
    var best: Ending?
    if let adjacent {
      let startsWord = bonus >= FuzzyScore.wordStart && bonus > adjacent.runBonus
      let run = startsWord ? bonus : adjacent.runBonus
      let earned = max(bonus, run, FuzzyScore.consecutive)
      best = Ending(score: adjacent.score + FuzzyScore.match + earned, runBonus: run)
      before[row * text.count + place] = place - 1
    }
    if let gap, gap.score + FuzzyScore.match + bonus > best?.score ?? .min {
      best = Ending(score: gap.score + FuzzyScore.match + bonus, runBonus: bonus)
      before[row * text.count + place] = gap.place
    }
    return best
  }

  private func trace(from last: Int) -> [Int] {
    var places = [last]
    var place = last
    for row in pattern.indices.dropFirst().reversed() {
      place = before[row * text.count + place]
      guard place >= 0 else { break }
      places.append(place)
    }
    return places.reversed()
  }
}
