import Reviews

/// What was decided about a log.
public struct LogReviews: Sendable {
  /// The latest decision of each reviewer.
  public var reviews: [Review]
  /// Whether reviewers disagree.
  public var isContested: Bool
}
