import BisectionLog
import Reviews
import Screen
import Triage

/// A list as text: one line a log, in columns that fit a width.
package struct ListTable: Sendable {
  private let width: Int?
  private let styling: TextStyling

  /// A table for a terminal of some columns; narrower than 60 it stays at 60.
  ///
  /// Without a width nothing is cut, as programs that read it need it.
  package init(width: Int?, styling: TextStyling = .plain) {
    self.width = width.map { max($0, 60) }
    self.styling = styling
  }

  /// The names of the columns.
  package var heading: String {
    styling.styled(
      line(
        mark: " ", trust: "trust", outcome: "outcome", commit: "culprit", crash: "crash",
        path: "log"), .heading)
  }

  /// The line of an entry.
  package func line(_ entry: ListEntry) -> String {
    switch entry {
    case .unreadable(let path, let error): "!  \(visible(path)): \(visible(error))"
    case .log(let path, _, let summary, let review):
      line(
        mark: review?.verdict.map { String($0.mark) } ?? "·",
        trust: summary.probability.map(percentage) ?? "",
        outcome: summary.outcome.words(summary.direction, summary.format),
        commit: summary.culprit.map { String($0.prefix(12)) } ?? "",
        crash: summary.title ?? "", path: path, probability: summary.probability)
    }
  }

  private func line(
    mark: String, trust: String, outcome: String, commit: String, crash: String, path: String,
    probability: Double? = nil
  ) -> String {
    let head =
      "\(mark) \(styling.trust(trust.aligned(to: 5), probability))  \(outcome.filled(to: 15)) "
      + "\(visible(commit).filled(to: 12)) "
    guard let width else {
      let shown = visible(crash)
      return head + (shown.displayWidth > 60 ? shown : shown.filled(to: 60)) + "  " + visible(path)
    }
    // The remaining columns are shared by the crash, which matters more, and the path.
    let left = max(20, width - Self.headColumns - 2)
    let pathColumns = min(left * 2 / 5, max(12, left - 40))
    let crashText = visible(crash).filled(to: left - pathColumns)
    let place = visible(path).cutInFront(to: pathColumns)
    return (head + crashText + "  " + styling.styled(place, .dim)).withoutTrailingSpace
  }
}

extension ListTable {
  /// How many columns precede the crash.
  private static let headColumns = 38
}

extension OutcomeKind {
  /// The ending in a few words, at most 15 columns.
  package func words(_ direction: Direction, _ format: LogFormat) -> String {
    switch format {
    case .crashReport: return "crash report"
    case .patchTest: return "patch test"
    case .unknown: return "no log"
    case .syzkaller, .gitBisectLog, .gitBisectRun, .mail: break
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
  package var mark: Character {
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
