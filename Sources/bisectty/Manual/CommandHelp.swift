import JSON

/// The parser's description of a command, read from its dump.
struct CommandHelp: Hashable, Sendable {
  /// Its name.
  var name: String
  /// What it does, in a sentence.
  var abstract: String
  /// More about it, in paragraphs.
  var discussion: String
  /// Its arguments and options.
  var arguments: [Argument]
  /// The commands below it.
  var commands: [CommandHelp]

  /// An argument, option or flag.
  struct Argument: Hashable, Sendable {
    /// How it is written, such as `--kernel dir` or `path ...`.
    var usage: String
    /// Whether it is an option or flag; otherwise its position defines what it is.
    var isNamed: Bool
    /// Whether it may be left out.
    var isOptional: Bool
    /// What it does.
    var abstract: String
    /// What holds without it; nil for nothing.
    var standard: String?
    /// What it can be; empty for anything.
    var choices: [String]
  }

  /// Reads the parser's dump of a program's help; nil if it is none.
  init?(dump: [UInt8]) {
    do throws(JSONError) {
      guard let command = try JSONValue(reading: dump)["command"] else { return nil }
      self.init(command)
    } catch {
      return nil
    }
  }

  private init(_ json: JSONValue) {
    name = json["commandName"]?.string ?? ""
    abstract = json["abstract"]?.string ?? ""
    discussion = json["discussion"]?.string ?? ""
    arguments = (json["arguments"]?.elements ?? []).compactMap(Argument.init)
    commands = (json["subcommands"]?.elements ?? []).map(CommandHelp.init)
      .filter { $0.name != "help" }
  }

  /// The command and all below it, each named with those above it.
  var withThoseBelow: [CommandHelp] {
    let below = commands.flatMap(\.withThoseBelow).map { command in
      var named = command
      named.name = name + " " + command.name
      return named
    }
    return [self] + below
  }
}

extension CommandHelp.Argument {
  /// nil for what every command has, and for what is not shown.
  init?(_ json: JSONValue) {
    guard json["shouldDisplay"] != .bool(false) else { return nil }
    let names = (json["names"]?.elements ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.string else { return nil }
      return (name["kind"]?.string == "long" ? "--" : "-") + text
    }
    guard !names.contains("--help"), !names.contains("--version") else { return nil }
    let value = json["valueName"]?.string ?? ""
    let more = json["isRepeating"] == .bool(true) ? " ..." : ""
    switch json["kind"]?.string {
    case "positional": usage = value + more
    case "option": usage = names.joined(separator: ", ") + " " + value + more
    default: usage = names.joined(separator: ", ")
    }
    isNamed = !names.isEmpty
    isOptional = json["isOptional"] == .bool(true)
    abstract = json["abstract"]?.string ?? ""
    standard = json["defaultValue"]?.string
    choices = (json["allValues"]?.elements ?? []).compactMap(\.string)
  }
}
