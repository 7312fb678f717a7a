import Exports
import BisectionLog
import Kernel
import Query
import Reviews
import Screen
import Triage

/// The whole state of the workbench: everything that can change a cell of the screen.
public struct Model: Sendable {
  /// The size of the screen.
  public var size: ScreenSize
  /// What is being looked at, for the header, such as a folder's path.
  public var subject: String
  /// The logs.
  public var list = LogList() { didSet { revisions.list &+= 1 } }
  /// The selected log, once it is read.
  public var opened: OpenedLog? { didSet { revisions.log &+= 1 } }
  /// How a log begins that is still being read.
  public var beginning: LogBeginning? { didSet { revisions.log &+= 1 } }
  /// The pane that has the keys.
  public var focus = Pane.logs
  /// Whether it has the whole screen.
  public var isZoomed = false
  /// Whether the raw text stands where the stack stands otherwise.
  public var showsRawText = false
  /// How borders were moved and which panes are hidden.
  public var arrangement = PaneArrangement()
  /// Whether the pane that has the keys is meant to keep them when more logs are found.
  var focusIsChosen = true
  /// A session that is still coming back.
  var resuming: Resuming?
  /// What was entered at prompts before.
  public var histories = PromptHistories()
  /// The border that the mouse drags.
  public var draggedBorder: PaneArrangement.Border?
  /// Where each pane stands.
  public var states: [Pane: PaneState] = [:]
  /// What has the keys beside the panes.
  public var mode = Mode.browsing
  /// The keys pressed so far of a row of keys.
  public var pendingKeys: [Key] = []
  /// What the last row of the screen says until the next key.
  public var status: Status?
  /// What is searched for; empty for nothing.
  public var search = ""
  /// What a search through all logs found; nil before the first.
  public var hits: SearchHits?
  /// The line (from 1) to go to once the selected log is open.
  public var awaitedLine: Int?
  /// The filter as typed; empty for none.
  public var filterText = ""
  /// What of the filter could not be understood.
  public var filterProblem: String?
  /// What was decided.
  public var book: ReviewBook { didSet { revisions.log &+= 1 } }
  /// The person at the keys.
  public var reviewer: Reviewer
  /// How many logs of the list name the opened log's culprit.
  public var namesakes = 0 { didSet { revisions.log &+= 1 } }
  /// How many of the logs have a verdict.
  public var reviewedCount: Int { progress.reviewed }
  /// How far the logs of the list got, by verdict.
  public var progress = Progress()
  /// Whether decisions are kept; else why not, in one line.
  public var storeProblem: String?
  /// Where jumps came from, the latest last.
  public var places: [Place] = []
  /// The panes whose long lines are wrapped.
  public var wrapped: Set<Pane> = [] { didSet { revisions.log &+= 1 } }
  /// Whether generic frames are shown.
  public var isUnfolded = false
  /// The registers and the code, where they stand in place of the stacks.
  var registers: RegistersView? { didSet { revisions.log &+= 1 } }
  /// The rows of the stack pane, as folded now.
  public var stackRows = StackRows() { didSet { revisions.log &+= 1 } }
  /// Generic frames that are shown although others are folded, since one went to them.
  var revealed: Set<Guilt.FramePlace> = []
  /// What was typed to go through the frames of a file or folder.
  var followedFile: String?
  /// Where `f` leads next among the stacks worth reading.
  public var nextCandidate = 0
  /// Which keys ask for what.
  public var keymap = Keymap.standard { didSet { keysRevision &+= 1 } }
  /// How roles look.
  public var theme: Theme { didSet { revisions.log &+= 1 } }
  /// The signs beside colours.
  public var glyphs: Glyphs { didSet { revisions.log &+= 1 } }
  /// The kernel's source tree; nil where none was given.
  public var kernelDirectory: String?
  /// What the kernel's repository has told so far.
  public var kernel = KernelKnowledge() { didSet { revisions.log &+= 1 } }
  /// What stands in place of the raw text: a source, a commit, a list of commits.
  public var reader: Reader? { didSet { revisions.log &+= 1 } }
  /// Whether the mouse is listened to.
  public var isMouseOn = true
  /// How often what the panes show has changed.
  private(set) var revisions = Revisions()
  /// How often the keys have changed.
  private(set) var keysRevision = 0
  /// What the panes were settled for.
  var settled: [Pane: PaneSource] = [:]

  /// A workbench without logs yet.
  public init(
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
  public var layout: Layout? {
    Layout.fitting(
      size,
      Layout.Wishes(
        focus: focus, zoomed: isZoomed, hasList: list.entries.count > 1,
        showsRawText: showsRawText, arrangement: arrangement))
  }

  /// The panes that can have the keys, in order.
  public var panes: [Pane] {
    Pane.allCases.filter { $0 != .logs || list.entries.count > 1 }
  }
}

/// What has the keys beside the panes.
public enum Mode: Sendable {
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
public struct Status: Hashable, Sendable {
  /// One line.
  public var text: String
  /// How it looks.
  public var role: Role

  /// A line in plain text.
  public init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// A place one can go back to.
public struct Place: Hashable, Sendable {
  /// The log's id.
  public var log: Int
  /// The pane.
  public var pane: Pane
  /// Where it stood.
  public var state: PaneState
  /// Where the stacks stood while the registers were in their place; nil while they were not.
  var underRegisters: PaneState?
}

/// A line of text being typed, and what it is for.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
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
  public var purpose: Purpose
  /// What was typed.
  public var text: String
  /// The cursor, in characters from the beginning.
  public var cursor: Int
  /// What stood there before, to go back to.
  public var before: String
  /// The way through the history, while one goes it.
  public var recall: HistoryRecall?
  /// What Tab goes through.
  public var completion: PromptCompletion?

  /// A line that begins with a text.
  public init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    self.text = text
    cursor = text.count
    before = text
  }
}

/// A choice of a few things.
public struct Menu: Sendable {
  /// What is chosen.
  public var title: String
  /// The choices.
  public var choices: [Choice]
  /// The choice under the cursor.
  public var cursor = 0
  /// What was typed to narrow the choices; nil where keys choose.
  public var query: String?

  /// One thing to choose.
  public struct Choice: Sendable {
    /// Its key; nil where only the cursor leads to it.
    public var key: Character?
    /// What it says.
    public var text: String
    /// What stands at its right end.
    public var remark: String
    /// What happens.
    public var result: Result
  }

  /// What a choice does.
  public enum Result: Sendable {
    case decide(Judgement)
    case sort(LogSort)
    case export(ExportFormat, turningSuspect: Bool)
    case group(LogGrouping?)
    case action(Action)
    /// Go to a frame.
    case frame(Guilt.FramePlace)
    /// Copy a web address.
    case link(Link)
  }

  /// The choices that fit what was typed.
  public var visible: [Choice] {
    guard let query, !query.isEmpty else { return choices }
    return PaletteSearch.ranked(choices, query: query)
  }
}
