import BisectionLog
import Reviews
import Triage

/// A list as comma-separated values (RFC 4180), for spreadsheets.
///
/// Control characters are made visible. A text that a spreadsheet would run as a formula, one that
/// begins with `=`, `+`, `-` or `@`, gets an apostrophe in front; scripts that need the exact bytes
/// have the JSON form.
package enum CommaSeparated {
  /// The names of the columns, with the line end.
  package static let heading = line([
    "path", "sha256", "format", "direction", "outcome", "commits", "culprit", "culpritTitle",
    "crashTitle", "originalTitle", "steps", "probability", "suspectCommit", "guiltyFunction",
    "guiltyFile", "unrecognised", "verdict", "reason", "note", "reviewer", "at", "error",
  ])

  /// The line of an entry, with the line end.
  package static func line(_ entry: ListEntry) -> String {
    switch entry {
    case .unreadable(let path, let error):
      line([path] + Array(repeating: "", count: 20) + [error])
    case .log(let path, let digest, let summary, let review):
      line([path, digest.description] + fields(summary) + fields(review) + [""])
    }
  }

  private static func fields(_ summary: LogSummary) -> [String] {
    [
      summary.format.rawValue, summary.direction.rawValue, summary.outcome.rawValue,
      summary.commits.joined(separator: " "), summary.culprit ?? "", summary.culpritTitle ?? "",
      summary.crashTitle ?? "", summary.originalTitle ?? "", String(summary.steps),
      summary.probability.map { String($0) } ?? "", summary.suspectCommit ?? "",
      summary.guiltyFunction ?? "", summary.guiltyFile ?? "", String(summary.unrecognised),
    ]
  }

  private static func fields(_ review: Review?) -> [String] {
    [
      review?.verdict?.rawValue ?? "", review?.reason?.rawValue ?? "", review?.note ?? "",
      review?.reviewer ?? "", review?.at ?? "",
    ]
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let shown = visible(text)
    let isFormula = shown.first.map { "=+-@".contains($0) } ?? false
    let safe = isFormula ? "'" + shown : shown
    guard safe.contains(where: { $0 == "," || $0 == "\"" }) else { return safe }
    let doubled = safe.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"\(doubled)\""
  }
}
