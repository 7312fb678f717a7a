import BisectionLog
import Foundation

/// What the tests of wrappings compare: all that a log says, whatever is around its lines.
protocol WrappedFacts {}

extension WrappedFacts {
  /// The text of a sample.
  func sample(_ name: String) throws -> String {
    try String(contentsOfFile: "Resources/samples/\(name).txt", encoding: .utf8)
  }

  /// What a log says, without the places where it says so.
  func facts(_ text: String) -> [String] {
    let log = BisectionLog(parsing: Array(text.utf8))
    var facts = ["\(log.format)", "\(log.outcome.kind)"]
    for step in log.steps {
      let runs = step.runs.map {
        "\($0.outcome) \(log.string($0.title)) \(log.string($0.detail) ?? "")"
      }
      let buildError = log.string(step.buildError) ?? ""
      facts.append("\(log.string(step.commit)) \(step.stage) \(step.result) \(runs) \(buildError)")
    }
    facts.append(log.string(log.culprit?.title) ?? "no culprit")
    facts.append(log.string(log.culprit?.author) ?? "no author")
    facts += (log.culprit?.message ?? []).map { log.string($0) }
    facts += (log.culprit?.files ?? []).map { log.string($0.path) }
    facts.append(log.string(log.crash?.title) ?? "no crash")
    return facts + frames(of: log)
  }

  /// The functions and files of all frames of the crash.
  func frames(of log: BisectionLog) -> [String] {
    (log.crash?.stacks ?? []).flatMap { stack in
      stack.frames.map { "\(log.text.string($0.function)) \($0.file.map(log.text.string) ?? "")" }
    }
  }
}
