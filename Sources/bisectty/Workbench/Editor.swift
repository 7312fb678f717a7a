import Screen

/// The person's editor, from `$VISUAL` or `$EDITOR`.
struct Editor: Equatable {
  private let words: [String]

  /// The editor that the environment names; nil where it names none.
  init?(environment: (String) -> String?) {
    let setting = [environment("VISUAL"), environment("EDITOR")].compactMap { $0 }
      .first { !$0.isEmpty }
    let words = (setting ?? "").split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    self.words = words
  }

  /// Its name without its folder.
  var name: String { words.first?.split(separator: "/").last.map(String.init) ?? "" }

  /// The program that opens a file at a line (from 1).
  ///
  /// The path becomes one argument that cannot be taken for an option, whatever is in it.
  func program(opening path: String, line: Int) -> ChildProgram {
    let file = path.hasPrefix("-") ? "./" + path : path
    let place: [String] =
      switch name {
      case "hx", "helix", "subl", "zed": ["\(file):\(line)"]
      case "code", "codium", "code-insiders", "vscodium": ["--goto", "\(file):\(line)"]
      case "kate", "gedit", "geany", "mousepad": ["--line", "\(line)", file]
      default: ["+\(line)", file]
      }
    return ChildProgram(words[0], Array(words.dropFirst()) + place)
  }
}
