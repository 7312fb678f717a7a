import Exports
import JSON
import Reviews

/// A log's line in the list of what was decided.
struct StandingLine {
  var digest: ContentDigest
  var log: DecidedLog?
  var standing: Standing

  /// Digest, day, name, and what each person holds, safe to print.
  var text: String {
    let day = standing.current.at.prefix(10)
    let mark = standing.isConflicting ? "!" : " "
    let opinions = standing.reviews.map(Self.words).joined(separator: " | ")
    let conflict = standing.isConflicting ? "conflict: " : ""
    return "\(mark) \(digest.description.prefix(12))  \(day)  \(visible(log?.name ?? ""))  "
      + conflict + opinions
  }

  /// What one person holds.
  private static func words(_ review: Review) -> String {
    var words = review.verdict?.rawValue ?? "note"
    if let reason = review.reason { words += " (\(reason.rawValue))" }
    if let original = review.duplicateOf { words += " of \(visible(original))" }
    if let commit = review.rightCommit { words += ", right is \(commit.prefix(12))" }
    words += " by \(visible(review.reviewer))"
    return review.note.isEmpty ? words : words + ": \(visible(review.note))"
  }

  /// The same with everything in full.
  var json: JSONValue {
    [
      "schema": "bisectty.reviews/1", "sha256": .string(digest.description),
      "name": JSONValue(log?.name), "culprit": JSONValue(log?.culprit),
      "conflict": .bool(standing.isConflicting),
      "reviews": .array(standing.reviews.map(Self.json)),
    ]
  }

  private static func json(_ review: Review) -> JSONValue {
    [
      "verdict": JSONValue(review.verdict?.rawValue), "reason": JSONValue(review.reason?.rawValue),
      "duplicateOf": JSONValue(review.duplicateOf), "note": .string(review.note),
      "rightCommit": JSONValue(review.rightCommit), "reviewer": .string(review.reviewer),
      "at": .string(review.at),
    ]
  }
}

extension Progress {
  /// How far a team got, such as `3 of 10 logs reviewed: 2 correct, 1 wrong; 1 conflict`.
  func sentence(total: Int) -> String {
    let counts = Verdict.allCases.compactMap { verdict in
      byVerdict[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    var text = "\(reviewed) of \(total) \(total == 1 ? "log" : "logs") reviewed"
    if !counts.isEmpty { text += ": " + counts.joined(separator: ", ") }
    if conflicts > 0 { text += "; \(conflicts) \(conflicts == 1 ? "conflict" : "conflicts")" }
    if onlyNotes > 0 { text += "; \(onlyNotes) with notes only" }
    return text
  }
}
