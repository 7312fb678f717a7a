import Screen

/// The person's editor, from `$BISECTTY_EDITOR`, `$VISUAL` or `$EDITOR`.
///
/// Editors that are known get the line in their own way. For any other the positions of file and
/// line can be given: `BISECTTY_EDITOR='myedit --at {line} {file}'`.
struct Editor: Equatable {
  private let words: CommandWords

  /// The editor that the environment names; nil if it names none.
  init?(environment: (String) -> String?) {
    let setting = ["BISECTTY_EDITOR", "VISUAL", "EDITOR"].compactMap(environment)
      .lazy.compactMap { CommandWords($0) }.first
    guard let setting else { return nil }
    words = setting
  }

  /// Its name without its folder.
  var name: String { words.name }

  /// The program that opens a file at a line (from 1).
  ///
  /// The path becomes one argument that cannot be taken for an option, with any characters in it.
  func program(opening path: String, line: Int) -> ChildProgram {
    let file = path.hasPrefix("-") ? "./" + path : path
    if words.arguments.contains(where: { $0.contains("{file}") }) {
      return ChildProgram(
        words.program, words.arguments.map { Self.filled($0, file: file, line: line) })
    }
    return ChildProgram(words.program, words.arguments + place(file, line))
  }

  private func place(_ file: String, _ line: Int) -> [String] {
    switch name {
    case "hx", "helix", "subl", "sublime_text", "zed": ["\(file):\(line)"]
    case "code", "codium", "code-insiders", "code-oss", "vscodium", "cursor":
      ["--goto", "\(file):\(line)"]
    case "kate", "kwrite": ["--line", "\(line)", file]
    case "idea", "clion", "pycharm": ["--line", "\(line)", file]
    // vi, vim, nvim, gvim, view, emacs, emacsclient, nano, pico, micro, joe, ne, mg, jed, kak, geany.
    default: ["+\(line)", file]
    }
  }

  /// A word of a template, filled in one pass so that a file named `{line}` stays what it is.
  private static func filled(_ word: String, file: String, line: Int) -> String {
    var result = ""
    var rest = word[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...]
      if rest.hasPrefix("{file}") {
        result += file
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{line}") {
        result += "\(line)"
        rest = rest.dropFirst(6)
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
