import Reviews

/// Everything a person can ask for.
///
/// The table ``Action/all`` defines the keymap, the help screen, the line of hints, the palette and
/// the documentation.
package enum Action: Hashable, Sendable {
  // Moving in a pane.
  case up, down, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom
  case scrollLeft, scrollRight, wrap
  // Between panes.
  case focusNext, focusPrevious
  case focus(Pane)
  case zoom, grow, shrink, widen, narrow, hide, restorePanes
  case open, back
  // Between things.
  case nextLog, previousLog, nextUnreviewed, previousUnreviewed
  case nextStep, previousStep
  case nextFrame, previousFrame, nextStack, previousStack, stacks
  case nextInFile, previousInFile, framesOfFile, nextSameFunction, previousSameFunction
  case suspectStep, candidates, culpritStep, guiltyFrame, rawLine, registers, goToCase
  case otherReport
  // Deciding.
  case decide(Verdict)
  case withdraw, markRight, note, undo, redo, mark
  // Finding.
  case search, searchEverywhere, nextMatch, previousMatch, filter, sort, group
  // Out of the program.
  case edit, export, showSource, showCommit, lineOrigin, remainingCommits, pager, links, getCase
  case copyHash, copyFixes, copyTitle, copyFrame, copyStack, copyLine
  // The program.
  case unfold, unfoldAll, palette, help, reload, mouse, redraw, suspend, quit
}

extension Action {
  /// Whether it is about the case of a log.
  var needsCase: Bool { self == .goToCase || self == .getCase }

  /// Whether it asks the kernel's repository.
  var needsKernel: Bool {
    switch self {
    case .showSource, .showCommit, .lineOrigin, .remainingCommits, .candidates: true
    default: false
    }
  }
}

/// Where an action belongs in help and hints.
package enum ActionGroup: String, Sendable, CaseIterable {
  case deciding = "Decide"
  case jumping = "Jump"
  case finding = "Find"
  case panes = "Panes"
  case moving = "Move"
  case out = "Out"
  case program = "Program"
}

/// What is known about an action.
package struct ActionInfo: Sendable {
  /// The action.
  package var action: Action
  /// Its stable name, for configuration and the palette.
  package var name: String
  /// What it does, in one sentence without a full stop.
  package var sentence: String
  /// One or two words for the line of hints; nil if it is not hinted.
  package var hint: String?
  /// Where it belongs.
  package var group: ActionGroup
  /// The panes where its hint is shown; nil for all.
  package var panes: Set<Pane>?
  /// The keys it has by default, as ``KeyName`` writes them; blanks are between keys in a row.
  package var keys: [String]

  init(
    _ action: Action, _ name: String, _ group: ActionGroup, keys: [String], hint: String? = nil,
    panes: Set<Pane>? = nil, _ sentence: String
  ) {
    self.action = action
    self.name = name
    self.sentence = sentence
    self.hint = hint
    self.group = group
    self.panes = panes
    self.keys = keys
  }
}
