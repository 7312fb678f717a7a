import ArgumentParser
import BisectionLog
import Exports
import Inputs
import JSON
import Reviews

/// `bisectty report PATH`: a crash report without a bisection.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Read a crash report or a console log on its own.",
    discussion: "Of a bisection log it reads the report at the end.")

  @Argument(help: "A report, or '-' for standard input.", completion: .file())
  var path: String

  @Option(help: "The title, where it is known and the report does not tell it.")
  var title: String?

  @Flag(help: "Print the stacks as one JSON object.")
  var json = false

  @Flag(help: "Print every stack and every frame.")
  var full = false

  func run() throws {
    let report = try analysed(read(InputPath(argument: path)))
    if json {
      StandardOutput.shared.write(report.json.text(.indented) + [0x0A])
    } else {
      StandardOutput.shared.write(
        report.plainText(width: outputWidth(), isFull: full, styling: .forOutput))
    }
  }

  private func analysed(_ input: Input) throws(CommandFailure) -> AnalysedReport {
    let log = BisectionLog(parsing: input.bytes)
    let report = log.crash ?? CrashReport(parsing: log.text)
    guard log.crash != nil || report.headline != nil || !report.stacks.isEmpty else {
      throw CommandFailure(
        .notALog, at: input.path, "holds no crash report, name the text of one")
    }
    return AnalysedReport(
      path: input.path.text, digest: ContentDigest(of: input.bytes), text: log.text,
      format: log.format, report: report, title: title)
  }
}
