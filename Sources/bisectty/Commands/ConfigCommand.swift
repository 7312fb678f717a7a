import ArgumentParser

/// `bisectty config`: the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check the configuration file, or print one to begin with.",
    discussion: """
      The file is $XDG_CONFIG_HOME/bisectty/config.toml (else ~/.config/bisectty/config.toml). It \
      sets options, keys and themes; what is wrong in it is told and left out. To begin:

        bisectty config --default > ~/.config/bisectty/config.toml
      """)

  /// What is asked for.
  enum Request: String, EnumerableFlag {
    case check, `default`, path, keys

    static func help(for value: Request) -> ArgumentHelp? {
      switch value {
      case .check: "Report everything that is wrong in the file; status 1 if anything is."
      case .default: "Print a file with comments that sets everything to what holds without it."
      case .path: "Print where the file is looked for."
      case .keys: "Print the table of keys in Markdown, as they are set."
      }
    }
  }

  @Flag(help: "What to do; without it the file is checked.")
  var request: Request = .check

  @OptionGroup var file: ConfigurationArguments

  func run() throws {
    switch request {
    case .default: StandardOutput.shared.write(Configuration.defaultText)
    case .path: StandardOutput.shared.write("\(try file.path)\n")
    case .keys:
      StandardOutput.shared.write(KeyTable.markdown(try file.load().configuration.keymap))
    case .check: try check()
    }
  }

  private func check() throws {
    let path = try file.path
    let found = try file.load()
    for line in found.problemLines { StandardError.write(line) }
    guard found.problems.isEmpty else { throw CommandFailure(toldBefore: .wanting) }
    StandardOutput.shared.write(
      found.exists ? "\(path): nothing is wrong\n" : "\(path): there is no such file\n")
  }
}
