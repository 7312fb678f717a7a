import Screen
import Workbench

/// What can be set beside keys and themes.
struct Options: Hashable, Sendable {
  /// The name of the theme.
  var theme = BuiltInTheme.terminal.rawValue
  /// The most colours to use; nil for as many as the terminal has.
  var colors: ColorDepth?
  /// Which signs are shown beside colours.
  var glyphs = GlyphChoice.automatic
  /// Whether the mouse is listened to.
  var mouse = true
  /// Whether the workbench begins where it was left.
  var session = true
  /// How the logs are sorted at first.
  var sort = LogSort.doubt
  /// What the logs are grouped by at first; nil for nothing.
  var grouping: LogGrouping?
  /// Whether generic frames are shown at first.
  var showsGenericFrames = false
  /// The panes whose long lines are wrapped at first.
  var wrapped: Set<Pane> = []
  /// The kernel's source tree; nil for none.
  var kernel: String?
  /// Whether parts of a case may be fetched, after a question for each host.
  var mayFetch = true
  /// Hosts that are asked without a question.
  var fetchHosts: Set<String> = []
  /// Programs by the variable that also names them: `BISECTTY_EDITOR`, `BISECTTY_PAGER`,
  /// `BISECTTY_COPY`.
  var programs: [String: String] = [:]

  /// What holds where nothing is set.
  init() {}
}

/// Which signs are shown beside colours.
enum GlyphChoice: String, CaseIterable, Sendable {
  /// What the locale and the terminal can show.
  case automatic = "auto"
  /// More than ASCII in any case.
  case unicode
  /// ASCII in any case.
  case ascii

  func isUnicode(ifTerminalIs unicode: Bool) -> Bool {
    self == .automatic ? unicode : self == .unicode
  }
}
