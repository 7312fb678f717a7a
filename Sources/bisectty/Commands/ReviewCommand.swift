import ArgumentParser
import Exports
import Inputs
import ReviewStore
import Reviews
import Synchronization
import Triage

/// `bisectty review PATH ... --verdict V`: the decision of the workbench, for scripts.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Decide on logs, as in the workbench.",
    discussion: """
      A line 'PATH: VERDICT, kept' tells of each decision once it is on disk. Several paths are \
      one stroke: the workbench undoes them at one go. With '--paths-from' each line is read, \
      decided and acknowledged before the next. What was noted before stays unless there is a \
      new --note.
      """)

  @Argument(help: "Logs, or '-' for standard input.", completion: .file())
  var paths: [String] = []

  @Option(help: "The verdict on them.")
  var verdict: Verdict

  @Option(help: "Why the culprit is wrong.")
  var reason: Reason?

  @Option(help: ArgumentHelp("A remark; '' removes the one before.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      "The commit to blame instead of a wrong culprit, 12 to 40 digits of its hash.",
      valueName: "hash"))
  var rightCommit: String?

  @Option(help: ArgumentHelp("The log or bug that it is a duplicate of.", valueName: "original"))
  var duplicateOf: String?

  @Option(
    help: ArgumentHelp(
      "A file with the path of a log on each line; '-' for standard input.", valueName: "file"),
    completion: .file())
  var pathsFrom: String?

  @OptionGroup var keeping: KeepingArguments

  func validate() throws {
    guard paths.isEmpty != (pathsFrom == nil) else {
      throw ValidationError("Name either paths or --paths-from.")
    }
    do {
      _ = try decision(noteBefore: "")
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    var writer = try ReviewWriter(store: keeping.openStore(), reviewer: keeping.reviewer())
    let statuses =
      if let pathsFrom {
        try decideOnEach(InputPath(argument: pathsFrom), at: &writer)
      } else {
        try decideOnAll(InputPath.all(in: paths), at: &writer)
      }
    try fail(on: statuses)
  }

  private func decision(noteBefore: String) throws(DecisionFault) -> Decision {
    try Decision(
      Judgement(
        verdict: verdict, reason: reason, duplicateOf: duplicateOf,
        rightCommit: rightCommit?.lowercased()),
      note: note ?? noteBefore)
  }

  /// Decides on all logs at one stroke.
  private func decideOnAll(
    _ paths: [InputPath], at writer: inout ReviewWriter
  ) throws -> [ExitStatus] {
    let found = Mutex<[ReviewedInput]>([])
    forEachInOrder(paths, work: ReviewedInput.init(reading:)) { input in
      found.withLock { $0.append(input) }
    }
    let inputs = found.withLock { $0 }
    for problem in inputs.compactMap(\.failure) { problem.line.map(StandardError.write) }
    let good = inputs.compactMap(\.log)
    try writer.keep(good.map(\.log)) { try decision(noteBefore: $0) }
    try acknowledge(good.map(\.path))
    return inputs.map { $0.failure?.status ?? .done }
  }

  /// Decides on one log after the other, as their names come in.
  private func decideOnEach(
    _ list: InputPath, at writer: inout ReviewWriter
  ) throws -> [ExitStatus] {
    var lines = try LineSource(list)
    var statuses: [ExitStatus] = []
    while let line = try lines.next() {
      guard !line.isEmpty else { continue }
      // The lines name files; standard input is read already.
      let path = line == [UInt8(ascii: "-")] ? InputPath("./-") : InputPath(bytes: line)
      statuses += try decideOnAll([path], at: &writer)
    }
    return statuses
  }

  /// Acknowledges decisions as soon as they are on disk.
  private func acknowledge(_ paths: [InputPath]) throws {
    let words = verdict.rawValue + (reason.map { " (\($0.rawValue))" } ?? "")
    for path in paths { StandardOutput.shared.write("\(visible(path.text)): \(words), kept\n") }
    try StandardOutput.shared.flush()
  }
}

extension Verdict: ExpressibleByArgument {}

extension Reason: ExpressibleByArgument {}

/// What became of one path that is decided on.
private enum ReviewedInput: Sendable {
  case log(InputPath, DecidedLog)
  case failed(CommandFailure)

  init(reading path: InputPath) {
    do throws(CommandFailure) {
      let log = try analyse(path)
      self = .log(
        path,
        DecidedLog(
          digest: log.digest, name: path.name, culprit: log.summary.culprit,
          probability: log.summary.probability, evidence: log.assessment.evidence.map(\.code)))
    } catch {
      self = .failed(error)
    }
  }

  var log: (path: InputPath, log: DecidedLog)? {
    if case .log(let path, let log) = self { (path, log) } else { nil }
  }

  var failure: CommandFailure? {
    if case .failed(let failure) = self { failure } else { nil }
  }
}
