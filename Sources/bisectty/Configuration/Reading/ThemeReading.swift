import Screen
import Workbench

extension ConfigurationReader {
  /// The theme of a name, created if there is none yet.
  mutating func theme(named name: String, line: Int) throws(ConfigurationProblem) -> UserTheme {
    guard BuiltInTheme(rawValue: name) == nil else {
      throw ConfigurationProblem(
        line: line, "'\(name)' is a theme of the program; choose another name for yours")
    }
    let theme = configuration.themes[name] ?? UserTheme()
    configuration.themes[name] = theme
    return theme
  }

  mutating func readTheme(_ setting: TOMLSetting) throws(ConfigurationProblem) {
    // A table whose name is refused was reported with its header.
    guard BuiltInTheme(rawValue: setting.path[1]) == nil else { return }
    let place = "[theme.\(setting.path[1])]"
    var theme = try theme(named: setting.path[1], line: setting.line)
    switch setting.path.count {
    case 2:
      throw ConfigurationProblem(
        line: setting.line, "'\(setting.path[1])' must be a table: write \(place) on a line")
    case 3: break
    default:
      // `crashed.bold = true` means the same as `crashed = { bold = true }`.
      let inner = TOMLSetting(
        path: Array(setting.path.dropFirst(3)), line: setting.line, value: setting.value)
      let role = try role(named: setting.path[2], in: place, setting)
      try Self.change(&theme.styles[role, default: .plain], by: inner)
      configuration.themes[setting.path[1]] = theme
      return
    }
    if setting.path[2] == "base" {
      theme.base = try base(of: setting)
    } else {
      theme.styles[try role(named: setting.path[2], in: place, setting)] = try style(of: setting)
    }
    configuration.themes[setting.path[1]] = theme
  }

  private func role(
    named name: String, in place: String, _ setting: TOMLSetting
  ) throws(ConfigurationProblem) -> Role {
    guard let role = Role.allCases.first(where: { $0.name == name }) else {
      let names = ["base"] + Role.allCases.map(\.name)
      throw Self.unknown("key", name, in: place, among: names, setting)
    }
    return role
  }

  private func base(of setting: TOMLSetting) throws(ConfigurationProblem) -> BuiltInTheme {
    guard let base = setting.value.string.flatMap(BuiltInTheme.init) else {
      let names = BuiltInTheme.allCases.map { "\"\($0.rawValue)\"" }.listed
      throw ConfigurationProblem(line: setting.line, "'base' must be \(names)")
    }
    return base
  }

  private func style(of setting: TOMLSetting) throws(ConfigurationProblem) -> Style {
    var style = Style.plain
    switch setting.value.kind {
    case .string, .integer:
      style.foreground = try Self.color(setting.value, of: setting.path[2])
    case .table(let settings):
      for inner in settings { try Self.change(&style, by: inner) }
    default:
      throw ConfigurationProblem(
        line: setting.line,
        "'\(setting.path[2])' must be a look such as { foreground = \"red\", bold = true }")
    }
    return style
  }

  private static func change(
    _ style: inout Style, by setting: TOMLSetting
  ) throws(ConfigurationProblem) {
    let name = setting.path.joined(separator: ".")
    switch name {
    case "foreground": style.foreground = try color(setting.value, of: name)
    case "background": style.background = try color(setting.value, of: name)
    default:
      guard let attribute = attributes.first(where: { $0.name == name })?.attribute else {
        let names = ["foreground", "background"] + attributes.map(\.name)
        throw unknown("key", name, in: "a look", among: names, setting)
      }
      guard case .boolean(let isOn) = setting.value.kind else {
        throw ConfigurationProblem(
          line: setting.line, "'\(name)' must be true or false, without quotes")
      }
      if isOn { style.attributes.insert(attribute) } else { style.attributes.remove(attribute) }
    }
  }

  private static let attributes: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  private static func color(
    _ value: TOMLValue, of name: String
  ) throws(ConfigurationProblem) -> Color {
    let color: Color? =
      switch value.kind {
      case .string(let text): ColorName.color(named: text)
      case .integer(let number): UInt8(exactly: number).map(Color.palette)
      default: nil
      }
    guard let color else {
      throw ConfigurationProblem(
        line: value.line,
        "'\(name)' must be a colour: a name such as \"red\" or \"bright-red\", "
          + "a number from 0 to 255, \"#rrggbb\" or \"default\"")
    }
    return color
  }
}
