import BisectionLog
import Reviews
import Triage

/// A list as text: one line a log, in columns that fit a width.
public struct ListTable: Sendable {
  private let width: Int

  /// A table for a terminal or a pipe of some columns; narrower than 60 it stays at 60.
  public init(width: Int) {
    self.width = max(width, 60)
  }

  /// The names of the columns.
  public var heading: String {
    line(
      mark: " ", trust: "trust", outcome: "outcome", commit: "culprit", crash: "crash", path: "log")
  }

  /// The line of an entry.
  public func line(_ entry: ListEntry) -> String {
    switch entry {
    case .unreadable(let path, let error): "!  \(visible(path)): \(visible(error))"
    case .log(let path, _, let summary, let review):
      line(
        mark: review?.verdict.map { String($0.mark) } ?? "·",
        trust: summary.probability.map(percentage) ?? "",
        outcome: summary.outcome.words(summary.direction, summary.format),
        commit: summary.culprit.map { String($0.prefix(12)) } ?? "",
        crash: summary.title ?? "", path: path)
    }
  }

  private func line(
    mark: String, trust: String, outcome: String, commit: String, crash: String, path: String
  ) -> String {
    let head =
      "\(mark) \(trust.aligned(to: 5))  \(outcome.filled(to: 15)) \(visible(commit).filled(to: 12)) "
    // What is left is shared by the crash, which tells more, and the path.
    let left = max(20, width - head.count - 2)
    let pathColumns = min(left * 2 / 5, max(12, left - 40))
    let crashText = visible(crash).filled(to: left - pathColumns)
    return (head + crashText + "  " + visible(path).cutInFront(to: pathColumns))
      .withoutTrailingSpace
  }
}

extension OutcomeKind {
  /// The ending in a few words, at most 15 columns.
  public func words(_ direction: Direction, _ format: LogFormat) -> String {
    switch format {
    case .crashReport: return "crash report"
    case .patchTest: return "patch test"
    case .unknown: return "no log"
    case .syzkaller, .gitBisectLog, .gitBisectRun: break
    }
    return switch self {
    case .culprit: direction == .fix ? "fix found" : "culprit"
    case .inconclusive: "inconclusive"
    case .oldestRelease: "oldest release"
    case .stillCrashes: "still crashes"
    case .notReproduced: "not reproduced"
    case .timeout: "timeout"
    case .error: "error"
    case .incomplete: "incomplete"
    }
  }
}

extension Verdict {
  /// The sign of the verdict in lists.
  public var mark: Character {
    switch self {
    case .correct: "✓"
    case .wrong: "✗"
    case .plausible: "~"
    case .inconclusive: "?"
    case .retest: "↻"
    case .duplicate: "="
    }
  }
}
