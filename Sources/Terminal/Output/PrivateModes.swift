/// Modes that ncurses does not manage, as xterm and its kin know them.
enum PrivateModes {
  /// Pastes are marked, so that they cannot act as keys.
  static let pasteOn = "\u{1b}[?2004h"
  static let pasteOff = "\u{1b}[?2004l"
  /// Presses, drags with a button held, and places as numbers without limit.
  static let mouseOn = "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
  static let mouseOff = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"
}
