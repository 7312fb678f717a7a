import CNcurses
import Glibc

/// Whether the terminal is to be sent UTF-8.
@MainActor
enum TerminalLocale {
  /// Sets the character set of the C library, by which ncurses counts columns and writes, and
  /// returns whether the user's is UTF-8.
  static func prepare() -> Bool {
    let isKnown = setlocale(LC_CTYPE, "") != nil
    let isUTF8 = isKnown ? codeset == "UTF-8" : namesUTF8
    // The cells are UTF-8 in any case; without it only ASCII is drawn.
    if codeset != "UTF-8" {
      let names: [String] = ["C.UTF-8", "C.utf8", "en_US.UTF-8"]
      let found = names.contains { setlocale(LC_CTYPE, $0) != nil }
      if !found { return false }
    }
    return isUTF8
  }

  private static var codeset: String { String(cString: nl_langinfo(Int32(CODESET))) }

  /// A locale that is not installed, as often in containers, still shows the terminal's character
  /// set.
  private static var namesUTF8: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      let lower = value.lowercased()
      return lower.hasSuffix("utf-8") || lower.hasSuffix("utf8")
    }
    return false
  }
}
