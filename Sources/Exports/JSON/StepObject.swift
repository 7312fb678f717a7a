import BisectionLog
import JSON

extension AnalysedLog {
  /// A tested revision.
  func step(_ step: Step, index: Int) -> JSONValue {
    [
      "index": .integer(index),
      "line": .integer(step.line),
      "stage": .string(step.stage.rawValue),
      "commit": text(step.commit),
      "title": text(step.title),
      "release": text(step.release),
      "compiler": text(step.compiler),
      "signature": text(step.signature),
      "runs": .array(step.runs.map(run)),
      "allRuns": .bool(step.allRuns),
      "runCount": JSONValue(step.runCount),
      "crashed": .integer(step.crashed),
      "passed": .integer(step.passed),
      "other": .integer(step.other),
      "result": .string(step.result.rawValue),
      "verdict": JSONValue(step.verdict?.rawValue),
      "remaining": JSONValue(step.remaining),
      "roughSteps": JSONValue(step.roughSteps),
      "buildError": text(step.buildError),
      "representative": step.representative.map(representative) ?? .null,
      "falseNegative": number(step.falseNegative),
    ]
  }

  private func run(_ run: Run) -> JSONValue {
    [
      "index": JSONValue(run.index), "outcome": .string(run.outcome.rawValue),
      "title": text(run.title), "line": .integer(run.line), "detail": text(run.detail),
    ]
  }

  private func representative(_ crash: RepresentativeCrash) -> JSONValue {
    ["title": text(crash.title), "types": texts(crash.types)]
  }

  /// A command given to git.
  func gitCommand(_ command: GitCommand) -> JSONValue {
    let told: [JSONValue.Member] =
      switch command.command {
      case .start(let bad, let good):
        [.init("command", "start"), .init("bad", text(bad)), .init("good", text(good))]
      case .good(let commit): [.init("command", "good"), .init("commit", text(commit))]
      case .bad(let commit): [.init("command", "bad"), .init("commit", text(commit))]
      case .skip(let commit): [.init("command", "skip"), .init("commit", text(commit))]
      }
    return .object([.init("line", .integer(command.line))] + told)
  }
}
