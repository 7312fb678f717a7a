/// A manual page in the making, in the language of man(7).
struct RoffText {
  /// The lines so far.
  private(set) var text = ""

  /// Begins a page.
  init(title: String, section: Int, source: String) {
    text = ".TH \(title) \(section) \"\" \"\(Self.plain(source))\" \"User Commands\"\n"
    // Neither hyphenation nor stretched lines: there is code among the words.
    text += ".nh\n.ad l\n"
  }

  /// Begins a section.
  mutating func section(_ title: String) { text += ".SH \(Self.plain(title.uppercased()))\n" }

  /// Begins a part of a section.
  mutating func part(_ title: String) { text += ".SS \(Self.plain(title))\n" }

  /// Adds paragraphs, which blank lines part; indented lines stay as they are.
  mutating func paragraphs(_ words: String) {
    var isCode = false
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isIndented != isCode {
        text += isIndented ? ".PP\n.nf\n" : ".fi\n"
        isCode = isIndented
      }
      text += line.isEmpty ? ".PP\n" : Self.line(String(line)) + "\n"
    }
    if isCode { text += ".fi\n" }
  }

  /// Adds a term with what it means.
  mutating func item(_ term: String, _ meaning: String) {
    text += ".TP\n\\fB\(Self.plain(term))\\fR\n\(Self.line(meaning))\n"
  }

  /// A line of text, which roff must not take for a request.
  private static func line(_ text: String) -> String {
    let plain = plain(text)
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }

  /// Text in which nothing means anything to roff.
  private static func plain(_ text: String) -> String {
    text.reduce(into: "") { plain, character in
      switch character {
      case "\\": plain += "\\e"
      case "-": plain += "\\-"
      case "^": plain += "\\(ha"
      case "~": plain += "\\(ti"
      case "`": plain += "\\(ga"
      case "'": plain += "\\(aq"
      case "\"": plain += "\\(dq"
      case "…": plain += "..."
      default: plain.append(character)
      }
    }
  }
}
