/// Blank lines that something put after every line.
struct BlankLines {
  /// Which lines are blank because every line is followed by as many; empty if not nearly all are.
  private(set) var added: [Bool] = []

  /// How many are put after a line at most.
  private static let most = 3

  /// The lines that belong to the text, by index, and those of them that are blank.
  private let kept: [Int]
  private let isBlank: [Bool]

  /// Examines the lines of a text but those that are `absorbed` already.
  @inline(never)
  init(in lines: Lines, besides absorbed: [Bool]) {
    // Where they were put, every other line is blank; the absorbed ones are blank as well.
    let blank = (0..<lines.count).count { lines[$0].isEmpty }
    guard blank * 3 >= lines.count else {
      (kept, isBlank) = ([], [])
      return
    }
    kept = (0..<lines.count).filter { absorbed.isEmpty || !absorbed[$0] }
    isBlank = kept.map { lines[$0].isEmpty }
    guard kept.count >= 8 else { return }
    for count in 1...Self.most {
      guard let places = places(of: count) else { break }
      added = Array(repeating: false, count: lines.count)
      for place in places { added[kept[place]] = true }
    }
  }

  /// Where blank lines were put if `count` of them follow nearly every line; nil if they do not.
  private func places(of count: Int) -> [Int]? {
    var places: [Int] = []
    var followed = 0
    var filled = 0
    var index = 0
    while index < kept.count {
      let next = index + 1..<min(index + 1 + count, kept.count)
      let isFollowed = !next.isEmpty && next.allSatisfy { isBlank[$0] }
      if !isBlank[index], !next.isEmpty {
        filled += 1
        followed += isFollowed ? 1 : 0
      }
      if isFollowed { places += next }
      index = isFollowed ? next.upperBound : index + 1
    }
    return filled >= 4 && followed * 10 >= filled * 9 ? places : nil
  }
}
