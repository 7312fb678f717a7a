/// The standing of a log: what each reviewer's decision on it is now.
package struct Standing: Hashable, Sendable {
  /// The latest decision of each reviewer that is in force: those with a verdict before mere notes,
  /// the latest first; never empty.
  package let reviews: [Review]
  /// The one that speaks for the log: the first of ``reviews``.
  package let current: Review

  /// Nil where no reviewer holds anything.
  init?(_ reviews: [Review]) {
    guard let first = reviews.first else { return nil }
    self.reviews = reviews
    current = first
  }

  /// Whether some reviewer gave a verdict.
  package var isReviewed: Bool { current.verdict != nil }

  /// Whether two reviewers gave different verdicts.
  package var isConflicting: Bool { Set(reviews.compactMap(\.verdict)).count > 1 }
}

/// How far a team got with some logs.
package struct Progress: Hashable, Sendable {
  /// How many logs have a verdict.
  package private(set) var reviewed = 0
  /// How many have only notes.
  package private(set) var onlyNotes = 0
  /// How many have different verdicts by different reviewers; they also count under the latest one.
  package private(set) var conflicts = 0
  /// How many have each verdict.
  package private(set) var byVerdict: [Verdict: Int] = [:]

  /// Nothing done yet.
  package init() {}

  /// Counts a log with this standing.
  package mutating func add(_ standing: Standing?) { count(standing, by: 1) }

  /// No longer counts a log that had this standing.
  package mutating func remove(_ standing: Standing?) { count(standing, by: -1) }

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
