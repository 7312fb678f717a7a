import BisectionLog
import Exports
import Kernel
import Query
import Reviews
import Screen
import Triage

/// The whole state of the workbench: everything that can change a cell of the screen.
///
/// What panes are made from is ``Versioned``, so that a pane is drawn anew only where it may differ.
package struct Model: Sendable {
  /// The size of the screen.
  package var size: ScreenSize
  /// What is being looked at, for the header, such as a folder's path.
  package var subject: String
  /// The logs.
  @Versioned package var list = LogList()
  /// How far the logs of the list got, by verdict.
  package var progress = Progress()
  /// The filter over the logs.
  package var filter = LogFilter()
  /// The log that the list's cursor is on.
  @Versioned package var selection = SelectedLog()
  /// How the stack pane shows its report.
  @Versioned package var stack = StackDisplay()
  /// What is in place of the raw text: a source, a commit, a list of commits.
  @Versioned package var reader: Reader?
  /// What was decided, and by whom.
  @Versioned package var decisions: Decisions
  /// The answers of the kernel's repository so far.
  @Versioned package var kernel = KernelKnowledge()
  /// What holds for getting parts of cases.
  @Versioned package var fetching = PartFetching()
  /// What the person set.
  @Versioned package var settings: Settings
  /// The state of each pane.
  package var desk = Desk()
  /// What has the keys, and what was typed.
  package var dialogue = Dialogue()
  /// The message in the last row of the screen until the next key.
  package var status: Status?
  /// A session that is still coming back.
  var resuming: Resuming?

  /// A workbench without logs yet.
  package init(
    size: ScreenSize, subject: String, reviewer: Reviewer, book: ReviewBook = ReviewBook(),
    theme: Theme = .standard, glyphs: Glyphs = .unicode, kernelDirectory: String? = nil
  ) {
    self.size = size
    self.subject = subject
    decisions = Decisions(book: book, reviewer: reviewer)
    settings = Settings(theme: theme, glyphs: glyphs, kernelDirectory: kernelDirectory)
  }

  /// The selected log, once it is read.
  package var opened: OpenedLog? { selection.opened }

  /// How many of the logs have a verdict.
  package var reviewedCount: Int { progress.reviewed }

  /// The layout; nil if the screen is too small.
  package var layout: Layout? {
    Layout.fitting(
      size,
      Layout.Request(
        focus: desk.focus, zoomed: desk.isZoomed, hasList: list.entries.count > 1,
        showsRawText: desk.showsRawText, arrangement: desk.arrangement))
  }

  /// The panes that can have the keys, in order.
  package var panes: [Pane] {
    Pane.allCases.filter { $0 != .logs || list.entries.count > 1 }
  }
}

/// The message in the last row, with its importance.
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
