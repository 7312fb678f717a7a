import ArgumentParser

/// The command line.
@main
struct Bisectty: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bisectty",
    abstract: "A terminal workbench for kernel bisection logs.",
    version: "0.1.0")
}
