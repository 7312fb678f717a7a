import BisectionLog

/// The conclusions from a report alone: the title, the guilty function, and whether to rely on
/// them.
struct Verdict {
  private let trail: ReportTrail
  /// The headline that gives the title.
  private let headline: Headline
  /// Whether the headline is one of a known kind.
  private let isKnown: Bool
  private let match: Match?

  /// Judges a report; nil if it announces nothing.
  init?(_ trail: ReportTrail) {
    guard let first = trail.report.headlines.first else { return nil }
    let telling = Self.telling(in: trail, first: first)
    self.trail = trail
    headline = telling ?? first
    isKnown = telling != nil
    match = telling.flatMap { Self.match($0, trail) }
  }

  /// The title, after syzkaller's rules.
  var title: String { TitleNormaliser.normalised(written) }

  /// The guilty function; nil if none was found or the kind has none.
  var function: FoundFunction? { match?.function }

  /// Why the report cannot be relied on.
  var corruption: Guilt.Corruption? {
    guard let match else {
      let isExpected = isKnown || headline.needsBody(in: trail.text)
      return isExpected ? .bodyMissing : broken
    }
    if !match.isComplete { return .noFrame }
    if match.recipe.isDamaged { return .headlineDamaged }
    if TitleNormaliser.holdsTime(written) { return .mixedTitle }
    if match.recipe.needsStack, let stack = StackCheck(trail).corruption { return stack }
    return broken
  }

  private var broken: Guilt.Corruption? {
    trail.report.marks.contains { $0.kind == .disconnected } ? .disconnected : nil
  }

  /// The title before dynamic parts are replaced.
  private var written: String {
    guard let match else { return trail.text.string(headline.text) }
    return TitleWriter(headline: headline, trail: trail, function: match.function?.name)
      .title(match)
  }

  /// A headline with the recipe that fits it and where that led.
  struct Match {
    var headline: Headline
    var recipe: Recipe
    var function: FoundFunction?
    var isComplete: Bool
    /// `Read` or `Write`.
    var access: String?
    /// Whether memory was freed wrongly.
    var isFree = false
  }

  /// The headline that gives the title: the first of the family whose kind is known.
  private static func telling(in trail: ReportTrail, first: Headline) -> Headline? {
    let known = trail.clues[..<trail.ownCount].compactMap { clue -> Headline? in
      guard case .headline(let index) = clue.kind else { return nil }
      let headline = trail.report.headlines[index]
      return headline.family == first.family && headline.kind != .unknown ? headline : nil
    }
    guard let telling = known.first else { return nil }
    // Symbolised headlines are repeated for each inlined function; the last one is the machine's.
    let repeated = known.first {
      $0.kind == .kasan && $0.line > telling.line
        && $0.precedingLines - telling.precedingLines < 10
    }
    return telling.kind == .kasanOther ? repeated ?? telling : telling
  }

  private static func match(_ headline: Headline, _ trail: ReportTrail) -> Match? {
    let start = trail.clues.firstIndex { $0.line >= headline.line } ?? 0
    let access = Self.access(in: trail, from: start)
    let isFree = headline.kind == .kasan && headline.isFree(in: trail.text)
    let recipes = Recipe.all(for: headline)
    guard let recipe = chosen(recipes, headline, access: access, isFree: isFree) else { return nil }
    guard hasBody(headline, trail, from: start) else { return nil }
    var match = Match(headline: headline, recipe: recipe, isComplete: true, access: access)
    match.isFree = isFree && recipe.skips == "kasanFree"
    guard !recipe.parts.isEmpty else { return match }
    let result = RecipeRun.follow(recipe, along: trail, from: start)
    // A headline whose function is named in the body is not a report without the body.
    if recipe.isLiteral, result.function == nil { return nil }
    match.function = result.function
    match.isComplete = result.isComplete
    return match
  }

  /// The recipe among those of a headline; KASAN's depend on what follows.
  private static func chosen(
    _ recipes: [Recipe], _ headline: Headline, access: String?, isFree: Bool
  ) -> Recipe? {
    switch headline.kind {
    case .kasan:
      access != nil && !isFree ? recipes.first : isFree ? recipes[safely: 1] : recipes.last
    case .kasanOnAddress: access != nil ? recipes.first : recipes.last
    default: recipes.first
    }
  }

  private static func access(in trail: ReportTrail, from start: Int) -> String? {
    for clue in trail.clues[start..<max(start, trail.ownCount)] {
      if case .mark(.readAccess) = clue.kind { return "Read" }
      if case .mark(.writeAccess) = clue.kind { return "Write" }
    }
    return nil
  }

  /// Whether what a headline promises follows it.
  private static func hasBody(_ headline: Headline, _ trail: ReportTrail, from start: Int) -> Bool {
    let clues = trail.clues[start..<max(start, trail.ownCount)]
    switch headline.kind {
    case .circularLocking: return clues.contains { $0.isMark(.tryingToAcquire) }
    case .inconsistentLock:
      guard let takes = clues.firstIndex(where: { $0.isMark(.takes) }) else { return false }
      return clues[takes...].contains { $0.isLock }
    case .suspiciousRCU:
      return trail.report.sources.contains { $0.line > headline.line && $0.line < trail.ownEnd }
        || clues.contains { $0.hasSource }
    case .busyDentry:
      return headline.detail.map(trail.text.string)?.utf8.contains(UInt8(ascii: "[")) ?? false
    case .workqueueLeakedLock: return headline.function != nil
    default: return true
    }
  }
}

extension Headline {
  /// Whether KASAN reports a wrong release rather than an access.
  func isFree(in text: SourceText) -> Bool {
    guard let detail else { return false }
    return ["double-free or invalid-free", "double-free", "invalid-free"]
      .contains(text.string(detail))
  }

  /// Whether a headline of no known kind is a known one that is damaged.
  func needsBody(in text: SourceText) -> Bool {
    let words = text.string(self.text)
    return family == .ubsan || words.hasPrefix("BUG: KMSAN:")
  }
}

extension Clue {
  func isMark(_ wanted: ReportMark.Kind) -> Bool {
    guard case .mark(let mark) = kind else { return false }
    return mark == wanted
  }

  /// Whether it is a lock with its function.
  var isLock: Bool {
    guard case .frame(let frame, _, _) = kind else { return false }
    return frame.form == .lock && frame.offset != nil
  }

  /// Whether it names a source file.
  var hasSource: Bool {
    guard case .frame(let frame, _, _) = kind else { return false }
    return frame.file != nil
  }
}

extension Array {
  /// The element at a place; nil outside.
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
