import ArgumentParser

/// `bisectty [PATH ...]`: the workbench.
struct WorkbenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench",
    abstract: "Browse logs in panes (also without the subcommand's name).")

  @Argument(help: "Files, directories, or '-' for standard input.", completion: .file())
  var paths: [String] = []

  func run() throws {
    throw CommandFailure(.usage, "the workbench is not built yet, use 'bisectty show'")
  }
}
