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

  @Option(help: "The title, if it is known and the report does not show it.")
  var title: String?

  @Flag(help: "Print the stacks as one JSON object.")
  var json = false

  @Flag(help: "Print every stack and every frame.")
  var full = false

  func run() throws {
    let report = try analysed(InputPath(fileArgument: path))
    if json {
      StandardOutput.shared.write(report.json.text(.indented) + [0x0A])
    } else {
      StandardOutput.shared.write(
        report.plainText(width: outputWidth(), isFull: full, styling: .forOutput))
    }
  }

  private func analysed(_ path: InputPath) throws(CommandFailure) -> AnalysedReport {
    let document = try document(at: path)
    let log = document.log
    let report = log.crash ?? CrashReport(parsing: log.text)
    guard log.crash != nil || report.headline != nil || !report.stacks.isEmpty else {
      throw CommandFailure(.notALog, at: path, "holds no crash report, name the text of one")
    }
    return AnalysedReport(
      path: path.text, digest: ContentDigest(of: document.bytes), text: log.text,
      format: log.format, report: report, title: title)
  }

  /// The document that a path names: of a mailbox the first that has a report.
  private func document(at path: InputPath) throws(CommandFailure) -> ArrivedInput.Document {
    guard let (file, number) = path.numberedDocument else {
      let documents = try ArrivedInput(reading: path).documents
      return documents.first { $0.log.crash?.stacks.isEmpty == false } ?? documents[0]
    }
    let documents = try ArrivedInput(reading: file).documents
    guard documents.indices.contains(number - 1) else {
      throw CommandFailure(InputError(path: file, problem: .noSuchPart(count: documents.count)))
    }
    return documents[number - 1]
  }
}
