import BisectionLog
import Triage

/// The signs for runs, one a run.
package struct RunGlyphs: Sendable {
  private let crashed: Character
  private let foreign: Character
  private let passed: Character
  private let broken: Character
  private let ignored: Character
  /// What shows that a text was cut.
  let cut: Character

  /// Round signs for terminals that show them.
  package static let symbols = RunGlyphs(
    crashed: "●", foreign: "◆", passed: "○", broken: "×", ignored: "?", cut: "…")
  /// The same in ASCII.
  package static let ascii = RunGlyphs(
    crashed: "#", foreign: "F", passed: ".", broken: "x", ignored: "?", cut: "~")

  /// The meaning of a sign.
  func kind(of sign: Character) -> TextStyling.Kind? {
    switch sign {
    case crashed: .crashed
    case foreign: .foreign
    case passed: .passed
    case broken, ignored: .unclear
    default: nil
    }
  }

  /// What the signs mean, as one line.
  package var legend: String {
    "\(crashed) crashed  \(foreign) crashed with another bug's title  \(passed) passed  "
      + "\(broken) no boot or no test  \(ignored) ignored"
  }

  /// The runs of a step as signs, at most `limit` of them.
  func strip(of step: Step, in log: AnalysedLog, limit: Int) -> String {
    // One more than is shown, to detect that there are more.
    let signs = step.runs.prefix(limit + 1).flatMap { run in
      let count = step.allRuns ? min(step.runCount ?? 1, limit + 1) : 1
      return Array(repeating: sign(of: run, in: log), count: count)
    }
    return String(signs).cut(to: limit)
  }

  private func sign(of run: Run, in log: AnalysedLog) -> Character {
    switch run.outcome {
    case .ok: passed
    case .ignored: ignored
    case .bootFailed, .basicTestFailed, .infra, .failed: broken
    case .crashed:
      log.assessment.families.member(titled: log.log.string(run.title))?.family == .foreign
        ? foreign : crashed
    }
  }
}
