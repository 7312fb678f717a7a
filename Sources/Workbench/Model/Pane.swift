/// A pane of the workbench; the raw value is its number on screen and its key.
package enum Pane: Int, Sendable, CaseIterable, Hashable {
  /// One row a log.
  case logs = 1
  /// One row a tested revision.
  case timeline = 2
  /// The runs of the selected step.
  case results = 3
  /// The named commit and the evidence for and against it.
  case culprit = 4
  /// The stacks of the crash report.
  case stack = 5
  /// The log itself.
  case rawText = 6

  /// Its name on screen.
  package var title: String {
    switch self {
    case .logs: "Logs"
    case .timeline: "Timeline"
    case .results: "Results"
    case .culprit: "Culprit"
    case .stack: "Stack"
    case .rawText: "Raw"
    }
  }

  /// Whether it has long lines that can be wrapped.
  ///
  /// The culprit's prose is wrapped anyhow; lists and timelines are columns.
  package var wrapsLines: Bool {
    switch self {
    case .results, .stack, .rawText: true
    case .logs, .timeline, .culprit: false
    }
  }
}

/// The state of a pane: the row under its cursor and the part of it that is shown.
package struct PaneState: Hashable, Sendable {
  /// The row under the cursor, from 0.
  package var cursor = 0
  /// The first row shown, from 0.
  package var top = 0
  /// How many columns are scrolled out on the left.
  package var left = 0
  /// How many lines of the first row are scrolled out above, where it is higher than the pane.
  package var skipped = 0

  /// At the beginning.
  package init() {}

  /// Keeps the cursor among `count` rows and the rows around it in a window of `height` rows.
  package mutating func settle(count: Int, height: Int) {
    cursor = max(0, min(cursor, count - 1))
    guard height > 0 else {
      top = min(top, cursor)
      return
    }
    let margin = min(2, (height - 1) / 2)
    top = min(top, cursor - min(margin, cursor))
    top = max(top, min(cursor + margin, count - 1) - height + 1)
    top = max(0, min(top, count - height))
  }
}
