import ArgumentParser

/// The command line: each subcommand is a file in Commands, what they share is in Running.
@main
struct Bisectty: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bisectty",
    abstract: "A terminal workbench for kernel bisection logs.",
    usage: """
      bisectty [<path> ...]
      bisectty <subcommand>
      """,
    discussion: """
      With paths alone it opens the workbench over files, directories (searched to any depth) and \
      '-' (standard input). Files may be packed with gzip, xz or zstd. Write './show' for a file \
      that is named like a subcommand.

      Exit status: 0 done; 1 some of what was asked for could not be read; 64 wrong usage; 65 not \
      a log; 66 no such input; 70 an internal error; 74 an input or output error.
      """,
    version: "0.1.0",
    subcommands: [
      WorkbenchCommand.self, ShowCommand.self, ListCommand.self, ReportCommand.self,
      ExportCommand.self, FetchCommand.self, ReviewCommand.self, ReviewsCommand.self,
      EvaluateCommand.self, CandidatesCommand.self,
      ConfigCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: WorkbenchCommand.self)

  /// Runs the subcommand and leaves with its exit status.
  static func main() {
    exitProcess(run())
  }

  private static func run() -> ExitStatus {
    do {
      var command = try parseAsRoot(ManyArguments.joined(CommandLine.arguments.dropFirst()))
      try command.run()
      try StandardOutput.shared.flush()
      return .done
    } catch {
      return status(tellingOf: error)
    }
  }

  /// Reports a command's failure as one line on standard error.
  private static func status(tellingOf error: any Error) -> ExitStatus {
    do {
      // What was found before the failure is still worth having.
      try StandardOutput.shared.flush()
      if exitCode(for: error).isSuccess { return try help(for: error) }
    } catch {
      StandardError.write("\(error)")
      return .inputOutputError
    }
    if let failure = error as? CommandFailure {
      if let line = failure.line { StandardError.write(line) }
      return failure.status
    }
    return status(ofUsageError: error)
  }

  /// Help, the version and completion scripts also come as errors.
  private static func help(for error: any Error) throws -> ExitStatus {
    StandardOutput.shared.write(fullMessage(for: error) + "\n")
    try StandardOutput.shared.flush()
    return .done
  }

  private static func status(ofUsageError error: any Error) -> ExitStatus {
    let told = ManyArguments.separated([message(for: error)]).joined(separator: "', '")
    let message = told.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard exitCode(for: error) == .validationFailure else {
      StandardError.write("\(message), please report this")
      return .internalError
    }
    let sentence = message.sentence
    StandardError.write("\(sentence)\(sentence.hasSuffix("?") ? "" : ",") see '\(helpCommand)'")
    return .usage
  }

  /// How to ask for help about the subcommand in use.
  private static var helpCommand: String {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let used = CommandLine.arguments.dropFirst().first.flatMap { names.contains($0) ? $0 : nil }
    return used.map { "bisectty help \($0)" } ?? "bisectty help"
  }
}

extension String {
  /// The text as part of a longer line: it begins small and ends without a full stop.
  fileprivate var sentence: String {
    var sentences = split(separator: ". ").map { $0.prefix(1).lowercased() + $0.dropFirst() }
    if let last = sentences.popLast() {
      sentences.append(last.hasSuffix(".") ? String(last.dropLast()) : last)
    }
    return sentences.joined(separator: ", ")
  }
}
