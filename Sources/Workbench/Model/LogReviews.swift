import Reviews

/// What was decided about a log.
package struct LogReviews: Sendable {
  /// The latest decision of each reviewer.
  package var reviews: [Review]
  /// Whether reviewers disagree.
  package var isContested: Bool

  /// The reviews of a log in a book.
  ///
  /// The list is given this for the book alone: a closure over the model would keep the list itself
  /// from being changed in place.
  init(of digest: ContentDigest, in book: ReviewBook) {
    let standing = book.standing(of: digest)
    reviews = standing?.reviews ?? []
    isContested = standing?.isConflicting ?? false
  }
}
