import Kernel
import Reviews
import Screen

extension Model {
  /// The sign of a log's verdict for the list.
  func reviewMark(_ entry: LogEntry) -> StyledLine {
    guard let digest = entry.digest else { return StyledLine(" ") }
    let standing = decisions.book.standing(of: digest)
    if standing?.isConflicting == true { return StyledLine("!", .warning) }
    guard let verdict = standing?.current.verdict else {
      return StyledLine(settings.glyphs.isASCII ? "." : "·", .dim)
    }
    let (glyph, role) = verdict.sign(settings.glyphs)
    return StyledLine(glyph, role)
  }

  /// Applies the results of reading some files, and counts those with a verdict.
  mutating func settle(_ results: [(id: Int, state: LogEntry.State)]) {
    let (new, gone) = list.settle(
      results, reviews: { [book = decisions.book] in LogReviews(of: $0, in: book) })
    for digest in gone { progress.remove(decisions.book.standing(of: digest)) }
    for digest in new { progress.add(decisions.book.standing(of: digest)) }
  }

  /// What was decided about a log, for the culprit pane.
  func reviewRows(of digest: ContentDigest) -> [CardRow] {
    guard let standing = decisions.book.standing(of: digest) else { return [] }
    var rows: [CardRow] = []
    if standing.isConflicting {
      rows.append(CardRow("Reviewers disagree on this log", .warning, lead: "! "))
    }
    for review in standing.reviews {
      let (glyph, role) = review.verdict?.sign(settings.glyphs) ?? (" ", .dim)
      rows.append(CardRow(review.sentence, .heading, lead: "\(glyph) ", leadRole: role))
      if let commit = review.rightCommit {
        rows.append(
          CardRow(
            "The right commit is \(commit.prefix(12))", .good, lead: "  ",
            target: Revision(commit).map { .commit($0) }))
      }
      if !review.note.isEmpty { rows.append(CardRow(review.note, .text, lead: "  ")) }
    }
    return rows + [.blank]
  }
}

extension Verdict {
  /// Its sign and look in the list.
  func sign(_ glyphs: Glyphs) -> (String, Role) {
    switch self {
    case .correct: (glyphs.isASCII ? "+" : "✓", .good)
    case .plausible: ("~", .good)
    case .wrong: (glyphs.isASCII ? "x" : "✗", .bad)
    case .inconclusive: ("?", .skip)
    case .retest: (glyphs.isASCII ? "r" : "↻", .skip)
    case .duplicate: ("=", .notice)
    }
  }
}

extension Review {
  /// What was decided, by whom and when, in a line.
  var sentence: String {
    var text = verdict.map(\.rawValue) ?? "note"
    if let reason { text += " (\(reason.rawValue))" }
    if let duplicateOf { text += " of \(duplicateOf)" }
    return "\(text), by \(reviewer), \(at.prefix(10))"
  }
}
