import Screen

/// Which keys, one after another, ask for which action.
package struct Keymap: Hashable, Sendable {
  /// What a row of keys means.
  package enum Meaning: Hashable, Sendable {
    /// An action.
    case action(Action)
    /// The beginning of longer rows.
    case prefix
    /// Nothing.
    case nothing
  }

  private var bindings: [[Key]: Action] = [:]
  private var prefixes: Set<[Key]> = []
  /// The rows of keys of each action as text, the shortest first: footers ask for them at each frame.
  private var texts: [Action: [String]] = [:]

  /// The keys of ``Action/all``.
  package static let standard = Keymap()

  /// The keys of ``Action/all``.
  package init() {
    for info in Action.all {
      for text in info.keys { bind(Keymap.sequence(text), to: info.action) }
    }
  }

  /// The bindings of a table; a row of keys that is there twice goes to the later action.
  package init(_ table: [(action: Action, rows: [[Key]])]) {
    for (action, rows) in table { for keys in rows { bind(keys, to: action) } }
  }

  /// Binds a key sequence to an action and unbinds it from any other.
  package mutating func bind(_ keys: [Key], to action: Action) {
    guard !keys.isEmpty else { return }
    let text = keys.map(KeyName.text).joined(separator: " ")
    if let owner = bindings[keys] { texts[owner]?.removeAll { $0 == text } }
    bindings[keys] = action
    texts[action, default: []].append(text)
    texts[action]?.sort { ($0.count, $0) < ($1.count, $1) }
    for length in 1..<max(1, keys.count) { prefixes.insert(Array(keys.prefix(length))) }
  }

  /// What a row of keys means.
  package func meaning(of keys: [Key]) -> Meaning {
    if let action = bindings[keys] { return .action(action) }
    return prefixes.contains(keys) ? .prefix : .nothing
  }

  /// The keys that ask for an action, the shortest first.
  package func keys(for action: Action) -> [String] { texts[action] ?? [] }

  /// What can follow a prefix: each next key with its action, in the order of the table.
  package func continuations(of prefix: [Key]) -> [(key: String, info: ActionInfo)] {
    Action.all.compactMap { info in
      let row = bindings.first {
        $0.value == info.action && $0.key.count > prefix.count && $0.key.starts(with: prefix)
      }
      return row.map { (KeyName.text(of: $0.key[prefix.count]), info) }
    }
  }

  /// The row of keys that a text such as `y h` names; nil if it misspells one or names none.
  package static func row(named text: String) -> [Key]? {
    let words = text.split(separator: " ")
    let keys = words.compactMap { KeyName.key(named: String($0)) }
    return keys.isEmpty || keys.count < words.count ? nil : keys
  }

  /// The keys that a text such as `y h` names, without those it misspells.
  static func sequence(_ text: String) -> [Key] {
    text.split(separator: " ").compactMap { KeyName.key(named: String($0)) }
  }
}
