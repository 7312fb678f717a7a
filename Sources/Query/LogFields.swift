import BisectionLog
import Reviews
import Triage

/// What can be asked of logs in a filter, such as `outcome:timeout verdict:none p<0.3`.
///
/// The same fields serve `bisectty list --filter` and the workbench.
package enum LogField: Int, Sendable, CaseIterable {
  case title, culprit, subject, path, file, function
  case outcome, direction, format, verdict, reason
  case probability, steps, unrecognised
  case reviewer, note, decided, rightCommit

  /// The table that queries over logs are read with.
  package static let table = FieldTable(allCases.map(\.field))

  private var field: Field {
    switch self {
    case .title: Field("title", aliases: ["crash"], "the crash's title", kind: .text)
    case .culprit: Field("culprit", aliases: ["commit"], "the commit that is named", kind: .text)
    case .subject: Field("subject", "the named commit's subject", kind: .text)
    case .path: Field("path", aliases: ["log"], "the log's path", kind: .text)
    case .file: Field("file", "the file that the crash points at", kind: .text)
    case .function:
      Field("function", aliases: ["frame"], "the guilty frame's function", kind: .text)
    case .outcome:
      Field(
        "outcome", "how the log ends",
        kind: .enumeration(OutcomeKind.allCases.map(\.rawValue) + ["unreadable"]))
    case .direction:
      Field("direction", "what it hunts", kind: .enumeration(["cause", "fix", "unknown"]))
    case .format:
      Field(
        "format", "what kind of text it is",
        kind: .enumeration([
          "syzkaller", "git-bisect-log", "git-bisect-run", "mail", "patch-test", "crash-report",
        ]))
    case .verdict:
      Field(
        "verdict", "what was decided",
        kind: .enumeration(Verdict.allCases.map(\.rawValue) + ["contested"]))
    case .reason:
      Field("reason", "why it is wrong", kind: .enumeration(Reason.allCases.map(\.rawValue)))
    case .probability:
      Field("p", aliases: ["trust", "probability"], "how far to trust the culprit", kind: .number)
    case .steps: Field("steps", "how many revisions were tested", kind: .number)
    case .unrecognised:
      Field("unrecognised", "how many lines no rule took", kind: .number)
    case .reviewer:
      Field("reviewer", "who decided", kind: .text, isSearchedByWords: false)
    case .note: Field("note", "what reviewers noted", kind: .text)
    case .rightCommit:
      Field("right", "the commit that reviewers blame instead", kind: .text)
    case .decided: Field("decided", aliases: ["at"], "when it was decided", kind: .date)
    }
  }

  /// The values of a log that could be read.
  package static func values(
    path: String, _ summary: LogSummary, reviews: [Review], isContested: Bool
  ) -> [FieldValue] {
    let latest = reviews.max { $0.at < $1.at }
    return allCases.map { field in
      switch field {
      case .title: .texts(titles(summary))
      case .culprit: .texts(summary.commits)
      case .subject: FieldValue(summary.culpritTitle)
      case .path: .text(path)
      case .file: FieldValue(summary.guiltyFile)
      case .function: FieldValue(summary.guiltyFunction)
      case .outcome: .text(summary.outcome.rawValue)
      case .direction: .text(summary.direction.rawValue)
      case .format: .text(summary.format.rawValue)
      case .verdict: isContested ? .text("contested") : FieldValue(latest?.verdict?.rawValue)
      case .reason: FieldValue(latest?.reason?.rawValue)
      case .probability: FieldValue(summary.probability)
      case .steps: .number(Double(summary.steps))
      case .unrecognised: .number(Double(summary.unrecognised))
      case .reviewer: .texts(reviews.map(\.reviewer))
      case .note: .texts(reviews.map(\.note).filter { !$0.isEmpty })
      case .decided: FieldValue(latest?.at)
      case .rightCommit: .texts(reviews.compactMap(\.rightCommit))
      }
    }
  }

  /// The values of a file that is not read yet, or could not be.
  package static func values(path: String, isUnreadable: Bool) -> [FieldValue] {
    allCases.map { field in
      switch field {
      case .path: .text(path)
      case .outcome: isUnreadable ? .text("unreadable") : .none
      default: .none
      }
    }
  }

  /// The original crash's title and, where it is another one, the title of the crash at the end.
  private static func titles(_ summary: LogSummary) -> [String] {
    guard let original = summary.originalTitle else { return summary.crashTitle.map { [$0] } ?? [] }
    guard let last = summary.crashTitle, last != original else { return [original] }
    return [original, last]
  }
}
