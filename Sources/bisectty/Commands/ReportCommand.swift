import ArgumentParser

/// `bisectty report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Read a crash report or a console log on its own.")

  @Argument(help: "A file, or '-' for standard input.", completion: .file())
  var path: String

  func run() throws {
    throw CommandFailure(.usage, "is not built yet")
  }
}
