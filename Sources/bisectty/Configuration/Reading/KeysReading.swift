import Screen
import Workbench

/// The keys that a file gives to an action.
struct KeySetting {
  var info: ActionInfo
  var line: Int
  var rows: [[Key]]
}

extension ConfigurationReader {
  mutating func readKeys(_ setting: TOMLSetting) throws(ConfigurationProblem) {
    let name = setting.path.dropFirst().joined(separator: ".")
    guard let info = Action.all.first(where: { $0.name == name }) else {
      throw Self.unknown("command", name, in: "[keys]", among: Action.all.map(\.name), setting)
    }
    keys.append(KeySetting(info: info, line: setting.line, rows: try rows(of: setting, name)))
  }

  private func rows(
    of setting: TOMLSetting, _ name: String
  ) throws(ConfigurationProblem) -> [[Key]] {
    let values: [TOMLValue]
    switch setting.value.kind {
    case .string: values = [setting.value]
    case .array(let list): values = list
    default:
      throw ConfigurationProblem(
        line: setting.line, "'\(name)' must be a list of keys such as [\"j\", \"Down\"]")
    }
    var rows: [[Key]] = []
    for value in values {
      guard let text = value.string else {
        throw ConfigurationProblem(
          line: value.line, "'\(name)' has \(value.description) for a key; write keys in quotes")
      }
      guard let row = Keymap.row(named: text) else {
        throw ConfigurationProblem(
          line: value.line,
          "'\(text.shown)' of '\(name)' is no key; keys are written like j, C-d, A-x, F1, PageDown")
      }
      if !rows.contains(row) { rows.append(row) }
    }
    return rows
  }

  /// Makes the keymap of what was set and what was not; where keys clash, the standard one holds.
  mutating func settleKeys() {
    guard !keys.isEmpty else { return }
    let bindings = Action.all.flatMap { info -> [Binding] in
      let setting = keys.last { $0.info.action == info.action }
      let rows = setting?.rows ?? info.keys.compactMap(Keymap.row(named:))
      return rows.map { Binding(info: info, line: setting?.line, row: $0) }
    }
    let clashes = Binding.clashes(bindings)
    problems += clashes
    for action in [Action.quit, .help] where !bindings.contains(where: { $0.info.action == action })
    {
      let line = keys.last { $0.info.action == action }?.line ?? 1
      let name = action.info?.name ?? ""
      problems.append(
        ConfigurationProblem(line: line, "'\(name)' must keep a key, or there is no way out"))
      return
    }
    guard clashes.isEmpty else { return }
    configuration.keymap = Keymap(bindings.map { ($0.info.action, [$0.row]) })
  }
}

/// A row of keys with what it asks for.
private struct Binding {
  var info: ActionInfo
  /// The line that sets it; nil for a default.
  var line: Int?
  var row: [Key]

  var text: String { row.map(KeyName.text).joined(separator: " ") }
  var owner: String { "'\(info.name)'" + (line == nil ? " (by default)" : "") }

  /// What is wrong among bindings: rows that ask for two things, and rows that begin others.
  static func clashes(_ bindings: [Binding]) -> [ConfigurationProblem] {
    var problems: [ConfigurationProblem] = []
    for (index, first) in bindings.enumerated() {
      for second in bindings[(index + 1)...] where first.line != nil || second.line != nil {
        guard let message = message(first, second) else { continue }
        problems.append(
          ConfigurationProblem(line: max(first.line ?? 0, second.line ?? 0), message))
      }
    }
    return problems
  }

  private static func message(_ first: Binding, _ second: Binding) -> String? {
    let advice = "give one of them another key, or none with []"
    if first.row == second.row {
      return "'\(first.text)' asks for both \(first.owner) and \(second.owner); \(advice)"
    }
    let (short, long) = first.row.count < second.row.count ? (first, second) : (second, first)
    guard long.row.starts(with: short.row) else { return nil }
    return "'\(short.text)' of \(short.owner) begins '\(long.text)' of \(long.owner), "
      + "which could never be typed; \(advice)"
  }
}
