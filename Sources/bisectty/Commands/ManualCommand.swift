import ArgumentParser

/// `bisectty manual`: the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man(1).",
    discussion: """
      To read it:

        bisectty manual | man -l -

      To install it:

        bisectty manual > ~/.local/share/man/man1/bisectty.1
      """)

  func run() throws {
    guard let help = CommandHelp(dump: Array(Bisectty._dumpHelp().utf8)) else {
      throw CommandFailure(.internalError, "the table of commands cannot be read")
    }
    let page = ManualPage(
      help, version: Bisectty.configuration.version, variables: Self.variables)
    StandardOutput.shared.write(page.roff)
  }

  private static let variables: [(name: String, meaning: String)] = [
    ("XDG_CONFIG_HOME", "Where the configuration is, in bisectty/; else ~/.config."),
    ("XDG_STATE_HOME", "Where sessions and histories are, in bisectty/; else ~/.local/state."),
    ("VISUAL, EDITOR", "The editor for frames and logs."),
    ("PAGER", "The pager for commits and sources."),
    ("BISECTTY_KERNEL", "The kernel's source tree where neither --kernel nor the file names one."),
    ("BISECTTY_COPY", "A program that copies its standard input to the clipboard."),
    ("NO_COLOR", "When set and not empty, no colours are used."),
    ("TERM", "The kind of terminal; with 'dumb' output is plain."),
    ("LC_ALL, LC_CTYPE, LANG", "The locale; where it is not UTF-8, signs are ASCII."),
  ]
}
