import Screen
import Workbench

extension OptionInfo {
  /// Every option, in the order of the file that is written for a beginning.
  public static let all: [OptionInfo] = [
    .text(
      "theme",
      choices: (BuiltInTheme.allCases.map { "\"\($0.rawValue)\"" } + ["a [theme.NAME]"])
        .listed,
      "The theme", get: \.theme, set: { $1.theme = $0 }),
    .word(
      "colors", \.colors,
      [
        ("auto", nil), ("none", .some(.none)), ("8", .palette8), ("16", .palette16),
        ("256", .palette256), ("true", .direct),
      ], "The most colours to use; \"auto\" uses what the terminal has"),
    .word(
      "glyphs", \.glyphs, GlyphChoice.allCases.map { ($0.rawValue, $0) },
      "The signs beside colours; \"auto\" looks at the locale"),
    .flag(
      "mouse", \.mouse, "Listen to the mouse; when off, the terminal's own selection works"),
    .flag("session", \.session, "Begin where the same logs were left the last time"),
    .word(
      "sort", \.sort, LogSort.allCases.map { ($0.rawValue, $0) }, "How logs are sorted at first"),
    .word(
      "group", \.grouping,
      [("none", nil)] + LogGrouping.allCases.map { ($0.rawValue, $0) },
      "What logs are put together by at first"),
    .flag("generic-frames", \.showsGenericFrames, "Show generic frames of stacks at first"),
    .text(
      "kernel", choices: "a directory, or \"\" for none",
      "The kernel's source tree, a git repository, where --kernel does not name one",
      get: { $0.kernel ?? "" }, set: { $1.kernel = $0.isEmpty ? nil : $0 }),
    .text(
      "editor", choices: "a command, or \"\" for none",
      "The editor, before $VISUAL and $EDITOR; {file} and {line} stand where they belong",
      get: { $0.programs["BISECTTY_EDITOR"] ?? "" },
      set: { $1.programs["BISECTTY_EDITOR"] = $0.isEmpty ? nil : $0 }),
    .text(
      "pager", choices: "a command, or \"\" for none",
      "The pager, before $PAGER",
      get: { $0.programs["BISECTTY_PAGER"] ?? "" },
      set: { $1.programs["BISECTTY_PAGER"] = $0.isEmpty ? nil : $0 }),
    .text(
      "copy", choices: "a command, or \"\" for none",
      "What takes texts for the clipboard, such as wl-copy, instead of the terminal",
      get: { $0.programs["BISECTTY_COPY"] ?? "" },
      set: { $1.programs["BISECTTY_COPY"] = $0.isEmpty ? nil : $0 }),
  ]
}
