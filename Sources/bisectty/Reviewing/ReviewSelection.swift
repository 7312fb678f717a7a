import Reviews

/// Which decisions a list is about.
struct ReviewSelection {
  var verdict: Verdict?
  var reviewer: String?
  var since: EventTime?

  /// Whether one person's decision on a log meets every criterion.
  func contains(_ standing: Standing) -> Bool {
    standing.reviews.contains { review in
      // Times are written so that their texts have their order.
      (verdict == nil || review.verdict == verdict)
        && (reviewer == nil || review.reviewer == reviewer)
        && (since.map { $0.description <= review.at } ?? true)
    }
  }
}

extension ReviewEvent {
  /// The log that it decides on.
  var log: DecidedLog? {
    if case .decided(let log, _) = action { log } else { nil }
  }
}
