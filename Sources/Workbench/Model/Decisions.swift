import Reviews

/// What was decided, who decides, and whether it is kept.
package struct Decisions: Sendable {
  /// Every decision.
  package var book: ReviewBook
  /// The person at the keys.
  package var reviewer: Reviewer
  /// Whether decisions are kept; else why not, in one line.
  package var storeProblem: String?
}
