import ArgumentParser

/// `bisectty show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one log: what it claims, how far to trust it, and why.")

  @Argument(help: "A file, or '-' for standard input.", completion: .file())
  var path: String

  func run() throws {
    throw CommandFailure(.usage, "is not built yet")
  }
}
