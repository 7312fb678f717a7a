import BisectionLog

/// The words a log's verdicts were given in: the person's own where they chose terms, such as `slow`.
package struct VerdictTerms: Hashable, Sendable {
  private var words: [Int: String] = [:]
  /// The width of the widest word, in columns.
  private(set) var width = 4
  private static let widest = 10

  /// Collects the terms of a log's steps.
  init(of log: BisectionLog) {
    for command in log.gitCommands {
      guard let term = log.string(command.term) else { continue }
      width = max(width, min(Self.widest, term.count))
      if let step = command.step { words[step] = term }
    }
  }

  /// The word for the verdict on a step.
  func word(for verdict: GitVerdict, onStep step: Int) -> String {
    words[step] ?? verdict.rawValue
  }
}
