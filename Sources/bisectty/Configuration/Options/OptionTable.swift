import Screen
import Workbench

extension OptionInfo {
  /// Every option, in the order of the file that is written for a beginning.
  static let all: [OptionInfo] = [
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
      "What logs are grouped by at first"),
    .flag("generic-frames", \.showsGenericFrames, "Show generic frames of stacks at first"),
    .wrapping,
    .text(
      "kernel", choices: "a directory, or \"\" for none",
      "The kernel's source tree, a git repository, where --kernel does not name one",
      get: { $0.kernel ?? "" }, set: { $1.kernel = $0.isEmpty ? nil : $0 }),
    .word(
      "fetch", \.mayFetch, [("ask", true), ("never", false)],
      "Whether the workbench gets parts of a case from the network, after a question for each host"),
    .text(
      "fetch-hosts", choices: "hosts with blanks between them, or \"\" for none",
      "Hosts that the workbench asks without a question, such as syzkaller.appspot.com",
      get: { $0.fetchHosts.sorted().joined(separator: " ") },
      set: { text, options in
        let hosts = text.lowercased().split { $0 == " " || $0 == "," }
        options.fetchHosts = Set(hosts.map(String.init))
      }),
    .text(
      "editor", choices: "a command, or \"\" for none",
      "The editor, before $VISUAL and $EDITOR; {file} and {line} mark their places",
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

extension OptionInfo {
  /// The panes whose long lines are wrapped, by their names.
  fileprivate static let wrapping = OptionInfo(
    name: "wrap", sentence: "The panes whose long lines are wrapped at first instead of cut",
    choices: "\"none\", \"all\" or names such as \"stack raw\"",
    text: { options in
      let names = wrappable.filter { options.wrapped.contains($0.pane) }.map(\.name)
      return TOMLText.quoted(names.isEmpty ? "none" : names.joined(separator: " "))
    }
  ) { value, options throws(Expectation) in
    let words = value.string?.split { $0 == " " || $0 == "," }.map(String.init) ?? []
    let panes = words.map { word in wrappable.first { $0.name == word }?.pane }
    if words == ["none"] {
      options.wrapped = []
    } else if words == ["all"] {
      options.wrapped = Set(wrappable.map(\.pane))
    } else if !panes.isEmpty, !panes.contains(nil) {
      options.wrapped = Set(panes.compactMap { $0 })
    } else {
      throw Expectation(
        text: "\"none\", \"all\" or names of panes: \(wrappable.map(\.name).listed)")
    }
  }

  /// The panes that can wrap, by their names.
  private static var wrappable: [(name: String, pane: Pane)] {
    Pane.allCases.filter(\.wrapsLines).map { ($0.title.lowercased(), $0) }
  }
}
