import Query

/// Ranks the commands of the palette.
enum PaletteSearch {
  /// The choices that fit a query, the best first: a command whose name begins so is meant before one
  /// that has the letters somewhere in its description.
  static func ranked(_ choices: [Menu.Choice], query: String) -> [Menu.Choice] {
    let fitting = FuzzyPattern(query).ranked(choices.map(\.text)).map { choices[$0.index] }
    let wanted = query.lowercased()
    return (0...2).flatMap { rank in fitting.filter { self.rank(of: $0, for: wanted) == rank } }
  }

  /// 0 where the name begins with a query, 1 where one of the name's words does, else 2.
  private static func rank(of choice: Menu.Choice, for query: String) -> Int {
    let name = choice.text.prefix { $0 != ":" }
    if name.hasPrefix(query) { return 0 }
    return name.split(separator: "-").contains { $0.hasPrefix(query) } ? 1 : 2
  }
}
