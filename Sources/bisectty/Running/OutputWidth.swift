import Exports
import Glibc

/// How many columns text on standard output may take: the terminal's, or 100 in a pipe.
func outputWidth() -> Int {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
    size.ws_col > 0
  else { return 100 }
  return Int(size.ws_col)
}

extension RunGlyphs {
  /// The signs that the reader's locale and terminal can show.
  static var forTerminal: RunGlyphs {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    let folded = locale.lowercased()
    let isUTF8 = folded.contains("utf-8") || folded.contains("utf8")
    return isUTF8 && environment("TERM") != "dumb" ? .symbols : .ascii
  }
}

extension TextStyling {
  /// Colours on a terminal that has them, unless `NO_COLOR` or `CLICOLOR=0` asks for none; never in a
  /// pipe or a file.
  static var forOutput: TextStyling {
    let isUnwanted = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let type = environment("TERM") ?? ""
    let hasColors = isatty(STDOUT_FILENO) == 1 && !["", "dumb", "vt100", "vt220"].contains(type)
    return hasColors && !isUnwanted && environment("CLICOLOR") != "0" ? .colored : .plain
  }
}

/// A variable of the environment; nil if it is not set.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
