import Query
import Workbench

extension Configuration {
  /// The configuration of a file, and what is wrong with it, in the order of its lines.
  struct Reading: Sendable {
    /// The configuration; what is wrong in the file is as without it.
    var configuration: Configuration
    /// What is wrong.
    var problems: [ConfigurationProblem]
  }

  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 20

  /// Reads a configuration file.
  static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.count <= sizeLimit else {
      let problem = ConfigurationProblem(line: 1, "the file is larger than 1 MiB and is not read")
      return Reading(configuration: Configuration(), problems: [problem])
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var reader = ConfigurationReader(
      TOMLDocument(reading: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes))
    reader.read()
    return Reading(
      configuration: reader.configuration,
      problems: reader.problems.sorted { $0.line < $1.line })
  }
}

/// Applies the settings of a file to a configuration.
struct ConfigurationReader {
  let document: TOMLDocument
  var configuration = Configuration()
  var problems: [ConfigurationProblem]
  var keys: [KeySetting] = []
  /// The line that sets the theme.
  private var themeLine = 0

  init(_ document: TOMLDocument) {
    self.document = document
    problems = document.problems
  }

  mutating func read() {
    for table in document.tables { check(table.path, line: table.line) }
    for setting in document.settings {
      switch setting.path.first {
      case "options":
        attempt { (reader) throws(ConfigurationProblem) in try reader.readOption(setting) }
      case "keys": attempt { (reader) throws(ConfigurationProblem) in try reader.readKeys(setting) }
      case "theme" where setting.path.count > 1:
        attempt { (reader) throws(ConfigurationProblem) in try reader.readTheme(setting) }
      default: refuseStray(setting)
      }
    }
    settleKeys()
    checkTheme()
  }

  /// Runs `body` and records the problem it reports.
  private mutating func attempt(
    _ body: (inout Self) throws(ConfigurationProblem) -> Void
  ) {
    do throws(ConfigurationProblem) { try body(&self) } catch { problems.append(error) }
  }

  private mutating func check(_ path: [String], line: Int) {
    switch (path.first, path.count) {
    case ("options", 1), ("keys", 1): break
    case ("theme", 2):
      if let name = path.last {
        attempt { (reader) throws(ConfigurationProblem) in
          _ = try reader.theme(named: name, line: line)
        }
      }
    case ("theme", 1):
      problems.append(ConfigurationProblem(line: line, "a theme needs a name: [theme.NAME]"))
    case ("options", _), ("keys", _), ("theme", _): break
    default:
      let name = path.joined(separator: ".")
      let hint = Self.hint(name, among: ["options", "keys", "theme.NAME"]) { "[\($0)]" }
      problems.append(ConfigurationProblem(line: line, "unknown table [\(name)]\(hint)"))
    }
  }

  /// A key outside the tables; those in unknown tables were reported with the table.
  private mutating func refuseStray(_ setting: TOMLSetting) {
    guard !document.tables.contains(where: { setting.path.starts(with: $0.path) }) else { return }
    let name = setting.path.joined(separator: ".")
    let isOption = OptionInfo.all.contains { $0.name == name }
    let advice =
      isOption
      ? "write it below a line [options]" : "settings belong in [options], [keys] or [theme.NAME]"
    problems.append(
      ConfigurationProblem(line: setting.line, "'\(name)' is in no table; \(advice)"))
  }

  private mutating func readOption(_ setting: TOMLSetting) throws(ConfigurationProblem) {
    let name = setting.path.dropFirst().joined(separator: ".")
    guard let option = OptionInfo.all.first(where: { $0.name == name }) else {
      throw Self.unknown("key", name, in: "[options]", among: OptionInfo.all.map(\.name), setting)
    }
    if name == "theme" { themeLine = setting.line }
    do throws(OptionInfo.Expectation) {
      try option.set(setting.value, &configuration.options)
    } catch {
      throw ConfigurationProblem(line: setting.line, "'\(name)' must be \(error.text)")
    }
  }

  private mutating func checkTheme() {
    let name = configuration.options.theme
    guard BuiltInTheme(rawValue: name) == nil, configuration.themes[name] == nil else { return }
    let names = BuiltInTheme.allCases.map(\.rawValue) + configuration.themes.keys.sorted()
    let hint = Self.hint(name, among: names) { "'\($0)'" }
    problems.append(
      ConfigurationProblem(line: themeLine, "there is no theme '\(name.shown)'\(hint)"))
    configuration.options.theme = Options().theme
  }

  /// A name that is not known, with the one that was perhaps meant.
  static func unknown(
    _ what: String, _ name: String, in place: String, among names: [String], _ setting: TOMLSetting
  ) -> ConfigurationProblem {
    let hint = hint(name, among: names) { "'\($0)'" }
    return ConfigurationProblem(
      line: setting.line, "unknown \(what) '\(name.shown)' in \(place)\(hint)")
  }

  static func hint(_ name: String, among names: [String], _ quote: (String) -> String) -> String {
    if let near = NearestName.among(names, to: name) { return "; did you mean \(quote(near))?" }
    return "; there are " + names.map(quote).joined(separator: ", ")
  }
}

extension String {
  /// The text for a message: short, and without control characters.
  var shown: String {
    let shown = unicodeScalars.prefix(40).map { scalar in
      scalar.properties.generalCategory == .control ? "?" : String(scalar)
    }
    return shown.joined() + (unicodeScalars.count > 40 ? "…" : "")
  }
}
