import ArgumentParser

/// `bisectty export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a log in the form that others read.")

  @Argument(help: "A file, or '-' for standard input.", completion: .file())
  var path: String

  func run() throws {
    throw CommandFailure(.usage, "is not built yet")
  }
}
