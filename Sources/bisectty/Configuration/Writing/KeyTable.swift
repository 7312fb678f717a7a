import Workbench

/// The keys as a table in Markdown, made from the one table of actions.
enum KeyTable {
  /// The lines between which a document holds the table.
  static let marks = (begin: "<!-- keys: begin -->", end: "<!-- keys: end -->")

  /// The table for a keymap.
  static func markdown(_ keymap: Keymap) -> String {
    var text = ""
    for group in ActionGroup.allCases {
      let actions = Action.all.filter { $0.group == group }
      text += text.isEmpty ? "" : "\n"
      text += "| \(group.rawValue) | | name |\n|---|---|---|\n"
      for info in actions {
        let keys = keymap.keys(for: info.action).map(code).joined(separator: " ")
        text += "| \(keys) | \(info.sentence) | `\(info.name)` |\n"
      }
    }
    return text
  }

  private static func code(_ keys: String) -> String {
    let escaped = keys == "|" ? "\\|" : keys
    return keys.contains("`") ? "`` \(escaped) ``" : "`\(escaped)`"
  }
}
