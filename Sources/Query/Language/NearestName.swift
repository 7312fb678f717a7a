/// Finds the name that someone meant.
package enum NearestName {
  /// The name with the fewest slips to `word`, where they are few for its length; the first of equals.
  package static func among(_ names: [String], to word: String) -> String? {
    let word = Array(word.asciiLowered.utf8)
    guard word.count > 1, word.count < 64 else { return nil }
    let allowed = max(1, word.count / 3)
    let near = names.map { (name: $0, slips: slips(word, Array($0.asciiLowered.utf8))) }
      .filter { $0.slips <= allowed && $0.slips < $0.name.utf8.count }
    return near.min { $0.slips < $1.slips }?.name
  }

  /// How many letters are wrong, missing, too many, or swapped with their neighbour.
  private static func slips(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...other.count)
    for i in one.indices {
      var row = [i + 1]
      for j in other.indices {
        let replaced = above[j] + (one[i] == other[j] ? 0 : 1)
        var best = min(replaced, above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      before = above
      above = row
    }
    return above[other.count]
  }
}
