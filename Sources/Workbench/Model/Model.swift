import Exports
import BisectionLog
import Kernel
import Query
import Reviews
import Screen
import Triage

/// The whole state of the workbench: everything that can change a cell of the screen.
package struct Model: Sendable {
  /// The size of the screen.
  package var size: ScreenSize
  /// What is being looked at, for the header, such as a folder's path.
  package var subject: String
  /// The logs.
  package var list = LogList() { didSet { revisions.list &+= 1 } }
  /// The selected log, once it is read.
  package var opened: OpenedLog? { didSet { revisions.log &+= 1 } }
  /// How a log begins that is still being read.
  package var beginning: LogPreview? { didSet { revisions.log &+= 1 } }
  /// The pane that has the keys.
  package var focus = Pane.logs
  /// Whether it has the whole screen.
  package var isZoomed = false
  /// Whether the raw text stands where the stack stands otherwise.
  package var showsRawText = false
  /// How borders were moved and which panes are hidden.
  package var arrangement = PaneArrangement()
  /// Whether the pane that has the keys is meant to keep them when more logs are found.
  var focusIsChosen = true
  /// A session that is still coming back.
  var resuming: Resuming?
  /// What was entered at prompts before.
  package var histories = PromptHistories()
  /// The border that the mouse drags.
  package var draggedBorder: PaneArrangement.Border?
  /// Where each pane stands.
  package var states: [Pane: PaneState] = [:]
  /// What has the keys beside the panes.
  package var mode = Mode.browsing
  /// The keys pressed so far of a row of keys.
  package var pendingKeys: [Key] = []
  /// What the last row of the screen says until the next key.
  package var status: Status?
  /// What is searched for; empty for nothing.
  package var search = ""
  /// What a search through all logs found; nil before the first.
  package var hits: SearchHits?
  /// The line (from 1) to go to once the selected log is open.
  package var awaitedLine: Int?
  /// What was decided.
  package var book: ReviewBook { didSet { revisions.log &+= 1 } }
  /// The person at the keys.
  package var reviewer: Reviewer
  /// How many logs of the list name the opened log's culprit.
  package var namesakes = 0 { didSet { revisions.log &+= 1 } }
  /// How many of the logs have a verdict.
  package var reviewedCount: Int { progress.reviewed }
  /// How far the logs of the list got, by verdict.
  package var progress = Progress()
  /// Whether decisions are kept; else why not, in one line.
  package var storeProblem: String?
  /// Where jumps came from, the latest last.
  package var places: [Place] = []
  /// How the stack pane shows its report.
  package var stack = StackDisplay() { didSet { revisions.log &+= 1 } }
  /// The filter over the logs.
  package var filter = LogFilter()
  /// The panes whose long lines are wrapped.
  package var wrapped: Set<Pane> = [] { didSet { revisions.log &+= 1 } }
  /// The step of the suspect that `s` went to last.
  var visitedSuspect: Int?
  /// Which keys ask for what.
  package var keymap = Keymap.standard { didSet { keysRevision &+= 1 } }
  /// How roles look.
  package var theme: Theme { didSet { revisions.log &+= 1 } }
  /// The signs beside colours.
  package var glyphs: Glyphs { didSet { revisions.log &+= 1 } }
  /// The kernel's source tree; nil where none was given.
  package var kernelDirectory: String?
  /// What the kernel's repository has told so far.
  package var kernel = KernelKnowledge() { didSet { revisions.log &+= 1 } }
  /// What holds for getting parts of cases.
  package var fetching = PartFetching() { didSet { revisions.log &+= 1 } }
  /// What stands in place of the raw text: a source, a commit, a list of commits.
  package var reader: Reader? { didSet { revisions.log &+= 1 } }
  /// Whether the mouse is listened to.
  package var isMouseOn = true
  /// How often what the panes show has changed.
  private(set) var revisions = Revisions()
  /// How often the keys have changed.
  private(set) var keysRevision = 0
  /// What the panes were settled for.
  var settled: [Pane: PaneSource] = [:]

  /// A workbench without logs yet.
  package init(
    size: ScreenSize, subject: String, reviewer: Reviewer, book: ReviewBook = ReviewBook(),
    theme: Theme = .standard, glyphs: Glyphs = .unicode,
    kernelDirectory: String? = nil
  ) {
    self.size = size
    self.subject = subject
    self.reviewer = reviewer
    self.book = book
    self.theme = theme
    self.glyphs = glyphs
    self.kernelDirectory = kernelDirectory
  }

  /// Where everything stands; nil where the screen is too small.
  package var layout: Layout? {
    Layout.fitting(
      size,
      Layout.Request(
        focus: focus, zoomed: isZoomed, hasList: list.entries.count > 1,
        showsRawText: showsRawText, arrangement: arrangement))
  }

  /// The panes that can have the keys, in order.
  package var panes: [Pane] {
    Pane.allCases.filter { $0 != .logs || list.entries.count > 1 }
  }
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

/// What the last row says, and how.
package struct Status: Hashable, Sendable {
  /// One line.
  package var text: String
  /// How it looks.
  package var role: Role

  /// A line in plain text.
  package init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// A place one can go back to.
package struct Place: Hashable, Sendable {
  /// The log's id.
  package var log: Int
  /// The pane.
  package var pane: Pane
  /// Where it stood.
  package var state: PaneState
  /// Where the stacks stood while the registers were in their place; nil while they were not.
  var underRegisters: PaneState?
}

/// A line of text being typed, and what it is for.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    case search, searchEverywhere, filter
    /// The file or folder whose frames to go to, the first at or after a place, and where
    /// the stack pane stood.
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
  /// What stood there before, to go back to.
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
  /// What was typed to narrow the choices; nil where keys choose.
  package var query: String?

  /// One thing to choose.
  package struct Choice: Sendable {
    /// Its key; nil where only the cursor leads to it.
    package var key: Character?
    /// What it says.
    package var text: String
    /// What stands at its right end.
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
