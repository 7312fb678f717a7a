/// Where a log stands: what each reviewer holds of it now.
public struct Standing: Hashable, Sendable {
  /// The latest decision of each reviewer that is in force: those with a verdict before mere notes,
  /// the latest first; never empty.
  public let reviews: [Review]
  /// The one that speaks for the log: the first of ``reviews``.
  public let current: Review

  /// Nil where no reviewer holds anything.
  init?(_ reviews: [Review]) {
    guard let first = reviews.first else { return nil }
    self.reviews = reviews
    current = first
  }

  /// Whether some reviewer gave a verdict.
  public var isReviewed: Bool { current.verdict != nil }

  /// Whether two reviewers gave different verdicts.
  public var isConflicting: Bool { Set(reviews.compactMap(\.verdict)).count > 1 }
}

/// How far a team got with some logs.
public struct Progress: Hashable, Sendable {
  /// How many logs have a verdict.
  public private(set) var reviewed = 0
  /// How many have only notes.
  public private(set) var onlyNotes = 0
  /// How many have different verdicts by different reviewers; they count under the latest one, too.
  public private(set) var conflicts = 0
  /// How many have each verdict.
  public private(set) var byVerdict: [Verdict: Int] = [:]

  /// Nothing done yet.
  public init() {}

  /// Counts a log that stands so.
  public mutating func add(_ standing: Standing?) { count(standing, by: 1) }

  /// Counts a log no longer that stood so.
  public mutating func remove(_ standing: Standing?) { count(standing, by: -1) }

  private mutating func count(_ standing: Standing?, by step: Int) {
    guard let standing else { return }
    guard let verdict = standing.current.verdict else {
      onlyNotes += step
      return
    }
    reviewed += step
    if standing.isConflicting { conflicts += step }
    let number = byVerdict[verdict, default: 0] + step
    byVerdict[verdict] = number == 0 ? nil : number
  }
}
