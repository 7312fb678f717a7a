import BisectionLog
import Inputs
import Reviews
import Triage

/// The logs of a collection whose truth is known.
struct EvaluationSample {
  /// Those that name one culprit.
  private(set) var logs: [LabelledLog] = []
  /// The program's own predictions, in the same order.
  private(set) var stated: [Quality.Prediction] = []
  /// How the suspect steps of all logs with a known first wrong step fared.
  private(set) var suspects = SuspectTally()

  /// Reads the logs, and the truth from a table, or without one from what was decided.
  ///
  /// - Throws: ``CommandFailure`` if the table or a log cannot be read, or none is labelled.
  static func read(paths: [String], labels: String?) throws(CommandFailure) -> EvaluationSample {
    guard let labels else { return try reviewed(paths: paths) }
    var sample = EvaluationSample()
    let table = try Self.table(at: InputPath(argument: labels))
    for path in files(paths) {
      guard let label = table.label(ofFile: path.name) else { continue }
      sample.add(BisectionLog(parsing: try bytes(at: path)), name: path.name, label: label)
    }
    guard !sample.logs.isEmpty else {
      throw CommandFailure(
        .wanting, at: InputPath(argument: labels),
        "no log that names one culprit is labelled, check the names in the column 'log'")
    }
    return sample
  }

  /// The logs whose culprits were decided to be correct or wrong.
  private static func reviewed(paths: [String]) throws(CommandFailure) -> EvaluationSample {
    var sample = EvaluationSample()
    let book = knownReviews()
    for path in files(paths) {
      let bytes = try bytes(at: path)
      let isCorrect: Bool
      switch book.review(of: ContentDigest(of: bytes))?.verdict {
      case .correct: isCorrect = true
      case .wrong: isCorrect = false
      default: continue
      }
      sample.add(
        BisectionLog(parsing: bytes), name: path.name, label: .init(isCorrect: isCorrect))
    }
    guard !sample.logs.isEmpty else {
      throw CommandFailure(
        .wanting, "no culprit of these logs was reviewed as correct or wrong, name --labels")
    }
    return sample
  }

  private static func files(_ paths: [String]) -> [InputPath] {
    InputSearch.find(InputPath.all(in: paths)).compactMap { found in
      if case .input(let path) = found { path } else { nil }
    }
  }

  private static func bytes(at path: InputPath) throws(CommandFailure) -> [UInt8] {
    do {
      return try Input.read(path).bytes
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func table(at path: InputPath) throws(CommandFailure) -> LabelTable {
    let text = String(decoding: try bytes(at: path), as: UTF8.self)
    guard let table = LabelTable(parsing: text) else {
      throw CommandFailure(
        .notALog, at: path, "has no columns 'log' and 'label', see 'bisectty help evaluate'")
    }
    return table
  }

  private mutating func add(_ log: BisectionLog, name: String, label: LabelTable.Label) {
    let assessment = Assessment(of: log)
    suspects.add(assessment.suspects, of: log, label: label)
    guard let isCorrect = label.isCorrect, let probability = assessment.probability,
      let labelled = LabelledLog(log, name: name, isCorrect: isCorrect)
    else { return }
    logs.append(labelled)
    stated.append(.init(probability: probability, isCorrect: isCorrect))
  }
}
