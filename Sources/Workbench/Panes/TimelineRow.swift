import BisectionLog
import Triage

/// A row of the timeline.
package enum TimelineRow: Sendable {
  /// A heading between stages.
  case heading(String)
  /// A tested revision, by its index in the log's steps, with the label of its stage.
  case step(index: Int, label: String)
  /// A revision with a verdict but without a test, by its index in the git commands.
  case judgedUntested(command: Int)
  /// How the log ends, with the line (from 1) if there is one.
  case ending(String, line: Int?)

  /// The index of the step it shows.
  package var step: Int? {
    if case .step(let index, _) = self { index } else { nil }
  }

  /// Whether the cursor can be on it.
  package var isSelectable: Bool {
    if case .heading = self { false } else { true }
  }

  /// The line of the log (from 1) it represents.
  package func line(in log: BisectionLog) -> Int? {
    switch self {
    case .heading: nil
    case .step(let index, _): log.steps[index].line
    case .judgedUntested(let command): log.gitCommands[command].line
    case .ending(_, let line): line
    }
  }

  /// The rows of a log: steps and untested verdicts in the order of the log, with headings between
  /// the stages and the ending below.
  package static func rows(of log: BisectionLog, assessment: Assessment) -> [TimelineRow] {
    // Nothing was bisected, so that nothing stops either.
    if log.format == .crashReport { return [] }
    var rows: [TimelineRow] = []
    var stage: Stage?
    var bisectNumber = 0
    var trialNumber = 0
    var untested = untestedCommands(of: log)[...]
    for (index, step) in log.steps.enumerated() {
      while let command = untested.first, log.gitCommands[command].line < step.line {
        rows.append(.judgedUntested(command: command))
        untested.removeFirst()
      }
      if step.stage != stage, let heading = heading(of: step, in: log) {
        rows.append(.heading(heading))
      }
      stage = step.stage
      if step.stage == .bisect { bisectNumber += 1 }
      if step.stage == .config { trialNumber += 1 }
      let label: String =
        switch step.stage {
        case .original: "original"
        case .config: "config \(trialNumber)"
        case .head: "HEAD"
        case .release: log.string(step.release) ?? "release"
        case .mergeBase: "base"
        case .bisect: "\(bisectNumber)"
        case .parent: "parent"
        }
      rows.append(.step(index: index, label: label))
    }
    rows += untested.map { .judgedUntested(command: $0) }
    rows.append(ending(of: log))
    return rows
  }

  /// Git commands other than the start that judge a revision without a step.
  private static func untestedCommands(of log: BisectionLog) -> [Int] {
    log.gitCommands.indices.filter { index in
      if case .start = log.gitCommands[index].command { return false }
      return log.gitCommands[index].step == nil
    }
  }

  /// What is above the first step of a stage.
  private static func heading(of step: Step, in log: BisectionLog) -> String? {
    switch step.stage {
    case .original: return nil
    case .config: return "configuration trials"
    case .head: return "current HEAD"
    case .release: return "releases"
    case .mergeBase: return "merge base"
    case .parent: return "culprit's parent, built for its signature"
    case .bisect:
      guard let rough = step.roughSteps else { return "git bisect" }
      return "git bisect, about \(rough) steps expected"
    }
  }

  /// The last row.
  private static func ending(of log: BisectionLog) -> TimelineRow {
    let line = log.outcome.line
    switch log.outcome.kind {
    case .culprit:
      let word = log.direction == .fix ? "first good commit" : "first bad commit"
      return .ending("\(word): \(log.string(log.culprit?.title) ?? "")", line: line)
    case .inconclusive:
      return .ending(
        "inconclusive: any of \(log.outcome.commits.count.grouped) commits", line: line)
    case .oldestRelease: return .ending("the oldest tested release also crashes", line: line)
    case .stillCrashes: return .ending("HEAD still crashes", line: line)
    case .notReproduced: return .ending("not reproduced on the original commit", line: line)
    case .timeout: return .ending("stopped: it took too long", line: line)
    case .error:
      let message = log.string(log.outcome.message) ?? "error"
      return .ending(String(message.prefix { !$0.isNewline }), line: line)
    case .incomplete: return .ending("the log stops here", line: line)
    }
  }
}
