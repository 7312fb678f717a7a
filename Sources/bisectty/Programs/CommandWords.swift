/// The words of a command as a person sets it in a variable: `code --wait`, `'/opt/my editor/ed' -n`.
///
/// Quotes and backslashes group as in a shell, and nothing else of a shell happens: no variable, no
/// other command.
struct CommandWords: Equatable {
  /// The program.
  let program: String
  /// What follows it.
  let arguments: [String]

  /// Reads a setting; nil if it names no program.
  init?(_ setting: String) {
    let words = Self.words(of: setting)
    guard let program = words.first, !program.isEmpty else { return nil }
    self.program = program
    arguments = Array(words.dropFirst())
  }

  /// The program's name without its folder.
  var name: String { program.split(separator: "/").last.map(String.init) ?? program }

  private static func words(of setting: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = setting[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case (let mark, let open?) where mark == open: quote = nil
      case ("\\", nil), ("\\", "\""): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
      case (_, _?): word = (word ?? "") + String(character)
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (_, nil) where character.isWhitespace:
        if let word { words.append(word) }
        word = nil
      case (_, nil): word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
