import ArgumentParser
import BisectionLog
import Exports
import Inputs
import Triage

/// `bisectty export PATH --format F`: one log in the form that others read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a log in the form that others read.",
    discussion: """
      'mail' is a draft that answers the mail which named the culprit, for 'mutt -H', 'git \
      send-email' and aerc; what nothing at hand tells is left out of it, 'markdown' is for issue \
      trackers, 'matrix' counts the titles of every revision, 'git-bisect' can be given to \
      'git bisect replay', 'html' is one page of its own.
      """)

  @Argument(help: "A log, or '-' for standard input.", completion: .file())
  var path: String

  @Option(help: "mail, markdown, matrix, git-bisect or html.")
  var format: ExportFormat

  @Option(
    help: ArgumentHelp(
      "With git-bisect: leave out a step and all after it, by its index, 'suspect' or 'suspect:2'.",
      valueName: "step"))
  var leaveOut: StepChoice?

  @Option(
    help: ArgumentHelp(
      "With git-bisect: turn the verdict of a step and leave out all after it.",
      valueName: "step"))
  var turn: StepChoice?

  func validate() throws {
    guard leaveOut != nil || turn != nil else { return }
    guard format == .gitBisect else {
      throw ValidationError("--leave-out and --turn need --format git-bisect")
    }
    guard leaveOut == nil || turn == nil else {
      throw ValidationError("--leave-out and --turn exclude each other")
    }
  }

  func run() throws {
    let log = try analyse(InputPath(fileArgument: path), reviews: knownReviews())
    keepToTheEnd(log.log)
    if format == .mail { reportMissingHeaders(of: log) }
    StandardOutput.shared.write(log.export(as: format, replay: try change(of: log)))
  }

  private func reportMissingHeaders(of log: AnalysedLog) {
    let missing = log.mailAnswer.missingHeaders
    guard !missing.isEmpty else { return }
    StandardError.write(
      "\(path): the draft has no \(missing.joined(separator: " and no ")), which a log does not contain; "
        + "export the mail or mailbox that brought it, or add them")
  }

  private func change(of log: AnalysedLog) throws -> ReplayChange? {
    if let leaveOut { return .leaveOut(step: try index(of: leaveOut, in: log)) }
    if let turn { return .turn(step: try index(of: turn, in: log)) }
    return nil
  }

  private func index(of choice: StepChoice, in log: AnalysedLog) throws -> Int {
    switch choice {
    case .index(let index):
      guard log.log.steps.indices.contains(index) else {
        throw CommandFailure(
          .usage, at: InputPath(argument: path),
          "has no step \(index), choose one from 0 to \(log.log.steps.count - 1)")
      }
      return index
    case .suspect(let number):
      let suspects = log.assessment.suspects
      guard suspects.indices.contains(number - 1) else {
        let have = suspects.isEmpty ? "has no suspect step" : "has \(suspects.count) suspect steps"
        throw CommandFailure(
          .usage, at: InputPath(argument: path), "\(have), name a step by its index")
      }
      return suspects[number - 1].step
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}

/// A step as a person names it.
enum StepChoice: ExpressibleByArgument {
  case index(Int)
  /// One of the suspects, from 1.
  case suspect(Int)

  init?(argument: String) {
    if argument == "suspect" {
      self = .suspect(1)
    } else if argument.hasPrefix("suspect:"), let number = Int(argument.dropFirst(8)), number > 0 {
      self = .suspect(number)
    } else if let index = Int(argument), index >= 0 {
      self = .index(index)
    } else {
      return nil
    }
  }
}
