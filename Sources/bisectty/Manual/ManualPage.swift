import Query
import Workbench

/// The manual page `bisectty(1)`, made from the tables that the program itself works with.
struct ManualPage {
  private let program: CommandHelp
  private let version: String
  /// The variables of the environment, each with what it does.
  private let variables: [(name: String, meaning: String)]

  /// A page about a program.
  init(
    _ program: CommandHelp, version: String, variables: [(name: String, meaning: String)]
  ) {
    self.program = program
    self.version = version
    self.variables = variables
  }

  /// The page in the language of man(7).
  var roff: String {
    var page = RoffText(
      title: program.name.uppercased(), section: 1, source: "\(program.name) \(version)")
    page.section("Name")
    page.paragraphs("\(program.name) - \(Self.withoutStop(program.abstract).lowercasedFirst)")
    addSynopsis(to: &page)
    let (discussion, status) = parts
    page.section("Description")
    page.paragraphs(discussion)
    addCommands(to: &page)
    addKeys(to: &page)
    addFilters(to: &page)
    addConfiguration(to: &page)
    page.section("Environment")
    for variable in variables { page.item(variable.name, variable.meaning) }
    page.section("Exit status")
    page.paragraphs(status)
    return page.text
  }

  /// The discussion without the exit status, and the exit status alone.
  private var parts: (discussion: String, status: String) {
    let mark = "Exit status: "
    let all = program.discussion.split(separator: "\n\n").map(String.init)
    let status = all.first { $0.hasPrefix(mark) } ?? ""
    return (
      all.filter { !$0.hasPrefix(mark) }.joined(separator: "\n\n"),
      String(status.dropFirst(mark.count))
    )
  }

  private func addSynopsis(to page: inout RoffText) {
    page.section("Synopsis")
    let lines = commands.filter(\.commands.isEmpty).map { command in
      let options = command.arguments.contains { $0.isNamed } ? ["[options]"] : []
      let arguments = command.arguments.filter { !$0.isNamed }.map { argument in
        argument.isOptional ? "[\(argument.usage)]" : argument.usage
      }
      return "  " + ([program.name, command.name] + options + arguments).joined(separator: " ")
    }
    page.paragraphs((["  \(program.name) [path ...]"] + lines).joined(separator: "\n"))
  }

  private func addCommands(to page: inout RoffText) {
    page.section("Commands")
    for command in commands {
      page.part(command.name)
      page.paragraphs(command.abstract)
      if !command.discussion.isEmpty { page.paragraphs("\n" + command.discussion) }
      for argument in command.arguments { page.item(argument.usage, Self.meaning(argument)) }
    }
  }

  /// The commands of the program and those below them.
  private var commands: [CommandHelp] { program.commands.flatMap(\.withThoseBelow) }

  private static func meaning(_ argument: CommandHelp.Argument) -> String {
    var meaning = argument.abstract
    if !argument.choices.isEmpty {
      meaning += " One of: \(argument.choices.joined(separator: ", "))."
    }
    if let standard = argument.standard, standard != "false" {
      meaning += " Without it: \(standard)."
    }
    return meaning
  }

  private func addKeys(to page: inout RoffText) {
    page.section("Keys")
    page.paragraphs(
      """
      These are the keys of the workbench. They can be set in the configuration file by the name in \
      parentheses.
      """)
    for group in ActionGroup.allCases {
      page.part(group.rawValue)
      for info in Action.all where info.group == group {
        page.item(info.keys.joined(separator: ", "), "\(info.sentence) (\(info.name))")
      }
    }
  }

  private func addFilters(to page: inout RoffText) {
    page.section("Filters")
    page.paragraphs(
      "The filter of the workbench and of 'list --filter' is made of words and of fields.")
    page.part("How terms are written")
    for row in QueryHelp.syntaxRows { page.item(row.example, row.meaning) }
    page.part("Fields")
    for row in QueryHelp.fieldRows(of: LogField.table) { page.item(row.example, row.meaning) }
  }

  private func addConfiguration(to page: inout RoffText) {
    page.section("Configuration")
    page.paragraphs(
      """
      One file sets options, keys and themes: \(Configuration.place). 'bisectty config --default' \
      prints one with comments, 'bisectty config --check' tells what is wrong with it.
      """)
    page.part("[options]")
    for option in OptionInfo.all {
      page.item(
        "\(option.name) = \(option.text(Options()))",
        "\(option.sentence). One of: \(option.choices).")
    }
    page.part("[keys]")
    page.paragraphs(
      "NAME = [\"j\", \"C-d\", \"y h\"] gives keys to a command by its name; [] takes all away.")
    page.part("[theme.NAME]")
    page.paragraphs("base is one of:")
    for theme in BuiltInTheme.allCases { page.item(theme.rawValue, theme.sentence) }
    page.paragraphs(
      "\nROLE = { foreground = \"red\", bold = true } gives a look to what has a role:")
    for role in Role.allCases { page.item(role.name, role.sentence) }
  }

  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
