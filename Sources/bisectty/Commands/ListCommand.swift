import ArgumentParser

/// `bisectty list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List logs, a line each.")

  @Argument(help: "A file, or '-' for standard input.", completion: .file())
  var path: String

  func run() throws {
    throw CommandFailure(.usage, "is not built yet")
  }
}
