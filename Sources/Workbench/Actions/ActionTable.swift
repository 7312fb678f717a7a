import Reviews

extension Action {
  /// Every action with its name, its keys and what it does, in the order of the help screen.
  package static let all: [ActionInfo] =
    deciding + jumping + finding + panes + moving + out + program

  private static let deciding: [ActionInfo] = [
    ActionInfo(
      .decide(.correct), "correct", .deciding, keys: ["c"], hint: "correct",
      "Decide that the culprit is right"),
    ActionInfo(
      .decide(.plausible), "plausible", .deciding, keys: ["p"], hint: "plausible",
      "Decide that the culprit may be right but is not proven"),
    ActionInfo(
      .decide(.wrong), "wrong", .deciding, keys: ["w"], hint: "wrong…",
      "Decide that the culprit is wrong, with a reason"),
    ActionInfo(
      .decide(.inconclusive), "inconclusive", .deciding, keys: ["i"], hint: "inconclusive",
      "Decide that the log does not show whether it is right"),
    ActionInfo(
      .decide(.retest), "retest", .deciding, keys: ["r"], hint: "retest",
      "Decide that the bisection should be run again"),
    ActionInfo(
      .decide(.duplicate), "duplicate", .deciding, keys: ["d"], hint: "duplicate…",
      "Decide that the log is a duplicate of another"),
    ActionInfo(
      .markRight, "right-commit", .deciding, keys: ["m"], hint: "right commit", panes: [.rawText],
      "Decide that the culprit is wrong and the selected commit is to blame instead"),
    ActionInfo(
      .note, "note", .deciding, keys: ["a"], hint: "add note", "Add a note to the log"),
    ActionInfo(
      .withdraw, "withdraw", .deciding, keys: ["x"], "Take the verdict back, keeping its history"),
    ActionInfo(
      .undo, "undo", .deciding, keys: ["u"], hint: "undo", "Undo the last decision"),
    ActionInfo(.redo, "redo", .deciding, keys: ["U", "C-r"], "Redo what was undone"),
    ActionInfo(
      .mark, "mark", .deciding, keys: ["Space"], hint: "mark", panes: [.logs],
      "Mark the log, so that a decision covers all marked ones"),
  ]

  private static let jumping: [ActionInfo] = [
    ActionInfo(
      .open, "open", .jumping, keys: ["Enter"], hint: "open",
      "Go to what the row points at; on a frame, open its source in the editor"),
    ActionInfo(
      .back, "back", .jumping, keys: ["Escape", "Backspace"],
      "Go back to where the last jump came from, and close what is open"),
    ActionInfo(
      .nextFrame, "next-frame", .jumping, keys: ["]"], hint: "frame",
      panes: [.stack, .culprit], "Go to the next relevant frame"),
    ActionInfo(
      .previousFrame, "previous-frame", .jumping, keys: ["["], "Go to the previous relevant frame"),
    ActionInfo(
      .nextStack, "next-stack", .jumping, keys: ["}"], hint: "stack", panes: [.stack],
      "Go to the next stack"),
    ActionInfo(.previousStack, "previous-stack", .jumping, keys: ["{"], "Go to the previous stack"),
    ActionInfo(
      .guiltyFrame, "guilty-frame", .jumping, keys: ["f"], hint: "guilty frame", panes: [.stack],
      "Go to the guilty frame, then through the other stacks worth reading"),
    ActionInfo(
      .stacks, "stacks", .jumping, keys: ["O"], hint: "order", panes: [.stack],
      "List the stacks in order of interest, each with the reason"),
    ActionInfo(
      .registers, "registers", .jumping, keys: ["A"], hint: "registers", panes: [.stack],
      "Show the registers and the code of the stack, and its frames again"),
    ActionInfo(
      .otherReport, "other-report", .jumping, keys: ["V"], hint: "other report", panes: [.stack],
      "Show the log's last report in place of the original one, and back"),
    ActionInfo(
      .suspectStep, "suspect-step", .jumping, keys: ["s"], hint: "suspect",
      panes: [.timeline, .results, .culprit],
      "Go to the step most likely judged wrongly, then to the next likely ones"),
    ActionInfo(
      .candidates, "candidates", .jumping, keys: ["T"], hint: "candidates",
      panes: [.timeline, .results, .culprit],
      "Rank the commits that the suspect step left out by the evidence of the crash (needs --kernel)"
    ),
    ActionInfo(
      .culpritStep, "culprit-step", .jumping, keys: ["b"], hint: "blamed step",
      panes: [.timeline, .results], "Go to the step that tested the blamed commit"),
    ActionInfo(
      .goToCase, "case", .jumping, keys: ["C"], hint: "case", panes: [.culprit, .timeline],
      "Go to the bug's parts and mails in the culprit pane"),
    ActionInfo(.nextStep, "next-step", .jumping, keys: [">"], "Go to the next step"),
    ActionInfo(.previousStep, "previous-step", .jumping, keys: ["<"], "Go to the previous step"),
    ActionInfo(
      .rawLine, "raw-line", .jumping, keys: ["v"], hint: "view raw",
      panes: [.timeline, .results, .culprit, .stack],
      "View the selection's line in the raw text, and back"),
    ActionInfo(
      .nextSameFunction, "next-same-function", .jumping, keys: ["*"], hint: "same function",
      panes: [.stack], "Go to the frame's function in the next stack that has it"),
    ActionInfo(
      .previousSameFunction, "previous-same-function", .jumping, keys: ["#"],
      "Go to the frame's function in the previous stack that has it"),
    ActionInfo(
      .nextInFile, "next-in-file", .jumping, keys: [";"], hint: "same file",
      panes: [.stack], "Go to the next frame in the file under the cursor"),
    ActionInfo(
      .previousInFile, "previous-in-file", .jumping, keys: [","],
      "Go to the previous frame in the file under the cursor"),
    ActionInfo(
      .framesOfFile, "frames-of-file", .jumping, keys: ["%"], hint: "file…", panes: [.stack],
      "Go to the frames of a file or folder by its name"),
    ActionInfo(.nextLog, "next-log", .jumping, keys: ["J"], "Go to the next log, from any pane"),
    ActionInfo(
      .previousLog, "previous-log", .jumping, keys: ["K"],
      "Go to the previous log, from any pane"),
    ActionInfo(
      .nextUnreviewed, "next-unreviewed", .jumping, keys: [")"], hint: "unreviewed",
      panes: [.logs], "Go to the next log without a verdict"),
    ActionInfo(
      .previousUnreviewed, "previous-unreviewed", .jumping, keys: ["("],
      "Go to the previous log without a verdict"),
  ]

  private static let finding: [ActionInfo] = [
    ActionInfo(
      .search, "search", .finding, keys: ["/"], hint: "search", "Search in the focused pane"),
    ActionInfo(
      .searchEverywhere, "search-everywhere", .finding, keys: ["\\"], hint: "search all",
      panes: [.logs], "Search the whole text of all logs"),
    ActionInfo(.nextMatch, "next-match", .finding, keys: ["n"], "Go to the next match"),
    ActionInfo(
      .previousMatch, "previous-match", .finding, keys: ["N"], "Go to the previous match"),
    ActionInfo(
      .filter, "filter", .finding, keys: ["F"], hint: "filter", panes: [.logs],
      "Show only the logs that a filter lets through, such as outcome:timeout p<0.3"),
    ActionInfo(
      .sort, "sort", .finding, keys: ["S"], hint: "sort", panes: [.logs],
      "Sort the logs by another column, or the same one the other way round"),
    ActionInfo(
      .group, "group", .finding, keys: ["="], hint: "group", panes: [.logs],
      "Group logs by culprit, title family, foreign title, guilty file or outcome"),
  ]

  private static let panes: [ActionInfo] =
    [
      ActionInfo(.focusNext, "focus-next", .panes, keys: ["Tab"], "Go to the next pane"),
      ActionInfo(
        .focusPrevious, "focus-previous", .panes, keys: ["S-Tab"], "Go to the previous pane"),
    ]
    + Pane.allCases.map { pane in
      ActionInfo(
        .focus(pane), "focus-\(pane.title.lowercased())", .panes, keys: ["\(pane.rawValue)"],
        "Go to the \(pane.title.lowercased()) pane")
    }
    + [
      ActionInfo(
        .zoom, "zoom", .panes, keys: ["z"], hint: "zoom",
        "Give the focused pane the whole screen, and back"),
      ActionInfo(.grow, "grow", .panes, keys: ["+"], "Make the focused pane higher"),
      ActionInfo(.shrink, "shrink", .panes, keys: ["-"], "Make the focused pane lower"),
      ActionInfo(.widen, "widen", .panes, keys: ["A-Right"], "Make the focused pane wider"),
      ActionInfo(.narrow, "narrow", .panes, keys: ["A-Left"], "Make the focused pane narrower"),
      ActionInfo(
        .hide, "hide", .panes, keys: ["H"],
        "Hide the focused pane where several are shown; its number brings it back"),
      ActionInfo(
        .restorePanes, "restore-panes", .panes, keys: ["Z"],
        "Show all panes again, in their own sizes"),
      ActionInfo(
        .unfold, "unfold", .panes, keys: ["o"], hint: "unfold", panes: [.stack],
        "Show the folded generic frames, or a group's logs, and fold them again"),
      ActionInfo(
        .unfoldAll, "unfold-all", .panes, keys: ["_"], "Show the logs of all groups, and fold them"),
    ]

  private static let moving: [ActionInfo] = [
    ActionInfo(.down, "down", .moving, keys: ["j", "Down"], "Go one row down"),
    ActionInfo(.up, "up", .moving, keys: ["k", "Up"], "Go one row up"),
    ActionInfo(
      .pageDown, "page-down", .moving, keys: ["PageDown", "C-f"], "Go one page down"),
    ActionInfo(.pageUp, "page-up", .moving, keys: ["PageUp", "C-b"], "Go one page up"),
    ActionInfo(.halfPageDown, "half-page-down", .moving, keys: ["C-d"], "Go half a page down"),
    ActionInfo(.halfPageUp, "half-page-up", .moving, keys: ["C-u"], "Go half a page up"),
    ActionInfo(.top, "top", .moving, keys: ["g", "Home"], "Go to the first row"),
    ActionInfo(.bottom, "bottom", .moving, keys: ["G", "End"], "Go to the last row"),
    ActionInfo(
      .scrollLeft, "scroll-left", .moving, keys: ["h", "Left"], "Scroll sideways to the left"),
    ActionInfo(
      .scrollRight, "scroll-right", .moving, keys: ["l", "Right"],
      "Scroll sideways to the right"),
    ActionInfo(
      .wrap, "wrap", .moving, keys: ["|", "C-w"], hint: "wrap", panes: [.rawText],
      "Wrap the pane's long lines, and cut them again"),
  ]

  private static let out: [ActionInfo] = [
    ActionInfo(
      .edit, "edit", .out, keys: ["e"], hint: "edit", panes: [.stack, .rawText],
      "Open the frame's or file's source, or the log at this line, in the editor"),
    ActionInfo(
      .showSource, "source", .out, keys: ["t"], hint: "tested source",
      panes: [.stack, .culprit],
      "Show the frame's or file's source as it was at the tested commit (needs --kernel)"),
    ActionInfo(
      .lineOrigin, "line-origin", .out, keys: ["B"],
      "Show who changed the frame's line last (needs --kernel)"),
    ActionInfo(
      .showCommit, "show-commit", .out, keys: ["D"], hint: "diff",
      panes: [.timeline, .results, .culprit],
      "Show the selected commit whole, with its changes (needs --kernel)"),
    ActionInfo(
      .remainingCommits, "remaining-commits", .out, keys: ["L"], hint: "left",
      panes: [.timeline],
      "List the commits that were left after the selected step (needs --kernel)"),
    ActionInfo(
      .pager, "pager", .out, keys: ["P"], "Show the text whole in $PAGER"),
    ActionInfo(
      .getCase, "get", .out, keys: ["I"], hint: "get all", panes: [.culprit],
      "Get all parts of the bug that are not here; asks before it asks a host"),
    ActionInfo(
      .export, "export", .out, keys: ["X"],
      "Write the log as a mail, Markdown, matrix, replayable git log or HTML page"),
    ActionInfo(
      .copyHash, "copy-hash", .out, keys: ["y h"], hint: "copy…",
      "Copy the selected revision's hash"),
    ActionInfo(.copyTitle, "copy-title", .out, keys: ["y t"], "Copy the crash title"),
    ActionInfo(.copyFrame, "copy-frame", .out, keys: ["y f"], "Copy the selected frame"),
    ActionInfo(.copyStack, "copy-stack", .out, keys: ["y s"], "Copy the whole stack"),
    ActionInfo(.copyLine, "copy-line", .out, keys: ["y y"], "Copy the selected row's log line"),
    ActionInfo(
      .links, "links", .out, keys: ["W", "y l"], "Choose a web page about it, and copy its address"),
    ActionInfo(
      .copyFixes, "copy-fixes", .out, keys: ["y x"], "Copy the Fixes: line that blames the commit"),
  ]

  private static let program: [ActionInfo] = [
    ActionInfo(.help, "help", .program, keys: ["?", "F1"], hint: "help", "Show all keys"),
    ActionInfo(
      .palette, "palette", .program, keys: [":"], "Find a command by its name and run it"),
    ActionInfo(
      .reload, "reload", .program, keys: ["R", "F5"],
      "Search the folders again for what is new, changed or gone"),
    ActionInfo(
      .mouse, "mouse", .program, keys: ["M"],
      "Switch the mouse off, so that the terminal's own selection works, and on again"),
    ActionInfo(.redraw, "redraw", .program, keys: ["C-l"], "Redraw the screen"),
    ActionInfo(.suspend, "suspend", .program, keys: ["C-z"], "Suspend the program"),
    ActionInfo(.quit, "quit", .program, keys: ["q", "C-c"], hint: "quit", "Leave the program"),
  ]

  /// What is known about the action.
  package var info: ActionInfo? { Action.all.first { $0.action == self } }
}
