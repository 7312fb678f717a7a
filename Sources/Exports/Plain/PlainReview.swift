import Reviews

extension PlainPage {
  /// What a person decided.
  mutating func addReview(of log: AnalysedLog) {
    guard let review = log.review, review.verdict != nil || !review.note.isEmpty else { return }
    var words = review.verdict.map(\.rawValue) ?? "note"
    if let reason = review.reason { words += ", \(reason.words)" }
    if let original = review.duplicateOf { words += " of \(visible(original))" }
    if let commit = review.rightCommit { words += "; the right commit is \(commit)" }
    entry("Review", "\(words) (\(visible(review.reviewer)), \(review.at.prefix(10)))")
    if !review.note.isEmpty { entry("", visible(review.note)) }
  }
}
