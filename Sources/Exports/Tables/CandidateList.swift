import JSON
import Triage

/// The candidates of a range, to be printed.
package struct CandidateList: Sendable {
  /// The log or report that they were ranked for.
  package var path: String
  /// The crash's title.
  package var title: String?
  /// The ends of the range, and how many commits it has.
  package var from: String
  package var to: String
  package var count: Int
  /// The best commits, best first.
  package var candidates: [CandidateCommit]

  /// A list.
  package init(
    path: String, title: String?, from: String, to: String, count: Int,
    candidates: [CandidateCommit]
  ) {
    self.path = path
    self.title = title
    self.from = from
    self.to = to
    self.count = count
    self.candidates = candidates
  }

  /// One object of schema `bisectty.candidates/1`.
  package var json: JSONValue {
    [
      "schema": "bisectty.candidates/1", "path": .string(path), "title": JSONValue(title),
      "range": ["from": .string(from), "to": .string(to)], "commits": .integer(count),
      "candidates": .array(
        candidates.map { candidate in
          [
            "commit": .string(candidate.commit.hash), "title": .string(candidate.commit.title),
            "author": .string(candidate.commit.author), "date": .string(candidate.commit.date),
            "score": .number(candidate.score), "share": .number(candidate.share),
            "files": .array(candidate.commit.files.map(JSONValue.string)),
            "reasons": .array(candidate.reasons.map(JSONValue.string)),
          ]
        }),
    ]
  }

  /// Two lines a commit: what it is, and what speaks for it.
  package func plainText(_ width: Int) -> String {
    var lines = [
      visible(title ?? "a crash without a title"),
      "\(counted(count, "commit")) in \(from.prefix(12))..\(to.prefix(12)), merges left out", "",
    ]
    if candidates.isEmpty { lines.append("The range has no commits.") }
    for (index, candidate) in candidates.enumerated() {
      let number = String(index + 1)
      let pad = String(repeating: " ", count: max(0, 3 - number.count))
      let head =
        "\(pad)\(number)  \(candidate.commit.hash.prefix(12)) \(visible(candidate.commit.title))"
      lines.append(head.cut(to: width))
      let reasons = candidate.reasons.map { visible($0) }.joined(separator: "; ")
      lines.append("     \(percentage(candidate.share).aligned(to: 5)) \(reasons)".cut(to: width))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
