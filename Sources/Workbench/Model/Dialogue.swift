import Exports
import Kernel
import Query
import Reviews
import Screen
import Triage

/// What has the keys, and what was typed so far.
package struct Dialogue: Sendable {
  /// What has the keys beside the panes.
  package var mode = Mode.browsing
  /// The keys pressed so far of a row of keys.
  package var pendingKeys: [Key] = []
  /// What was entered at prompts before.
  package var histories = PromptHistories()
  /// What is searched for; empty for nothing.
  package var search = ""
  /// What a search through all logs found; nil before the first.
  package var hits: SearchHits?
}

/// What has the keys beside the panes.
package enum Mode: Sendable {
  /// The panes.
  case browsing
  /// A line of text to type.
  case prompt(Prompt)
  /// A choice.
  case menu(Menu)
  /// The places that a search through all logs found.
  case hits
  /// The help screen, scrolled by some rows.
  case help(top: Int)
}

extension Mode {
  /// Whether the panes have the keys.
  var isBrowsing: Bool {
    if case .browsing = self { true } else { false }
  }
}

/// A line of text being typed, and what it is for.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    case search, searchEverywhere, filter
    /// The file or folder whose frames to go to, the first at or after a place, and the earlier
    /// state of the stack pane.
    case framesOfFile(from: Guilt.FramePlace?, before: PaneState)
    /// A note on the logs of a decision.
    case note
    /// The log or bug that this one is a duplicate of.
    case duplicate
  }

  /// What the line is for.
  package var purpose: Purpose
  /// What was typed.
  package var text: String
  /// The cursor, in characters from the beginning.
  package var cursor: Int
  /// The previous text, to go back to.
  package var before: String
  /// The way through the history, while one goes it.
  package var recall: HistoryRecall?
  /// What Tab goes through.
  package var completion: PromptCompletion?

  /// A line that begins with a text.
  package init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    self.text = text
    cursor = text.count
    before = text
  }
}

/// A choice of a few things.
package struct Menu: Sendable {
  /// What is chosen.
  package var title: String
  /// The choices.
  package var choices: [Choice]
  /// The choice under the cursor.
  package var cursor = 0
  /// What was typed to narrow the choices; nil if keys choose.
  package var query: String?

  /// One thing to choose.
  package struct Choice: Sendable {
    /// Its key; nil if only the cursor leads to it.
    package var key: Character?
    /// Its content.
    package var text: String
    /// The text at its right end.
    package var remark: String
    /// What happens.
    package var result: Result
  }

  /// What a choice does.
  package enum Result: Sendable {
    case decide(Judgement)
    case sort(LogSort)
    case export(ExportFormat, turningSuspect: Bool)
    case group(LogGrouping?)
    case action(Action)
    /// Go to a frame.
    case frame(Guilt.FramePlace)
    /// Copy a web address.
    case link(Link)
    /// Ask a host, or not.
    case consent(Consent, String, PartRequest)
  }

  /// The choices that fit what was typed.
  package var visible: [Choice] {
    guard let query, !query.isEmpty else { return choices }
    return PaletteSearch.ranked(choices, query: query)
  }
}
