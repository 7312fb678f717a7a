import Cases
import Screen

/// How the lines of a case's parts look: enough to find one's way, not a compiler's view.
enum PartHighlight {
  /// A line of a part.
  static func line(_ text: String, of kind: BugCase.Part.Kind) -> StyledLine {
    switch kind {
    case .config: config(text)
    case .syzReproducer: syz(text)
    case .cReproducer: c(text)
    case .patch: StyledLine(text, ReaderContent.changeRole(of: text))
    default: StyledLine(text)
    }
  }

  /// `CONFIG_X=y`, and what is switched off.
  private static func config(_ text: String) -> StyledLine {
    if text.hasPrefix("#") {
      return StyledLine(text, text.hasSuffix("is not set") ? .dim : .heading)
    }
    guard let equals = text.firstIndex(of: "=") else { return StyledLine(text) }
    var line = StyledLine(String(text[..<equals]), .accent)
    line.add(String(text[equals...]))
    return line
  }

  /// `r0 = openat$x(…)`: the call is highlighted, comments with options are not.
  private static func syz(_ text: String) -> StyledLine {
    if text.hasPrefix("#") { return StyledLine(text, .dim) }
    let rest = text.firstRange(of: " = ").map { text[$0.upperBound...] } ?? text[...]
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
    guard rest[name.endIndex...].first == "(" else { return StyledLine(text) }
    var line = StyledLine(String(text[..<rest.startIndex]), .dim)
    line.add(String(name), .accent)
    line.add(String(rest[name.endIndex...]))
    return line
  }

  /// Preprocessor lines and comments are dimmed, system calls and function heads are highlighted.
  private static func c(_ text: String) -> StyledLine {
    let code = text.drop { $0 == " " || $0 == "\t" }
    if code.hasPrefix("//") || code.hasPrefix("/*") || code.hasPrefix("*") {
      return StyledLine(text, .dim)
    }
    if code.hasPrefix("#") { return StyledLine(text, .notice) }
    if code.hasPrefix("syscall(") || code.hasPrefix("syz_") { return StyledLine(text, .accent) }
    let isHead = text.first?.isLetter == true && text.contains("(") && !text.hasSuffix(";")
    return StyledLine(text, isHead ? .heading : .text)
  }
}
