import BisectionLog
import Reviews

extension Model {
  /// What a pane shows at a width, its long lines wrapped where that is wanted.
  func content(of pane: Pane, width: Int) -> any PaneContent {
    let content = unwrappedContent(of: pane, width: width)
    guard desk.wrapped.contains(pane), pane.wrapsLines else { return content }
    return WrappedContent(base: content, columns: width - content.outlineWidth)
  }

  /// What a pane shows at a width.
  private func unwrappedContent(of pane: Pane, width: Int) -> any PaneContent {
    if pane == .logs {
      return LogsContent(list: list, marks: reviewMark, width: width)
    }
    guard let opened else {
      if let beginning = selection.beginning, beginning.id == list.selected,
        pane == .stack || pane == .rawText
      {
        return LogPreviewContent(beginning: beginning)
      }
      return NothingContent(emptyText: absence)
    }
    return switch pane {
    case .logs: LogsContent(list: list, marks: reviewMark, width: width)
    case .timeline:
      TimelineContent(opened: opened, tags: kernel.tags, glyphs: settings.glyphs, width: width)
    case .results:
      ResultsContent(opened: opened, step: selectedStep, glyphs: settings.glyphs, width: width)
    case .culprit:
      CardContent(
        opened: opened, rows: cardRows,
        subtitle: String((opened.log.string(opened.log.culprit?.commit) ?? "").prefix(12)),
        width: width)
    case .stack:
      stack.registers.map {
        RegistersContent(
          view: $0, opened: reported ?? opened, isOfLog: !isOriginalShown, glyphs: settings.glyphs,
          width: width)
      }
        ?? StackContent(
          opened: reported ?? opened, reportName: reportName, isOfLog: !isOriginalShown,
          rows: stack.rows,
          current: desk.states[.stack]?.cursor ?? 0, glyphs: settings.glyphs,
          isWhole: desk.wrapped.contains(.stack), width: width) as any PaneContent
    case .rawText:
      reader.map { ReaderContent(reader: $0, width: width) }
        ?? RawContent(opened: opened, width: width) as any PaneContent
    }
  }

  /// The rows of the culprit pane: what was decided, then the card.
  var cardRows: Card {
    guard let opened else { return Card([]) }
    let own = reviewRows(of: opened.digest) + laterRows(of: opened) + namesakeRows
    let card = own.isEmpty ? opened.card : opened.card.below(own)
    let rows = caseRows
    return rows.isEmpty ? card : card.aboveFiles(rows)
  }

  /// That other logs name the same commit, which cuts both ways: many reports of one bug, or a commit
  /// that unrelated crashes end at.
  private var namesakeRows: [CardRow] {
    guard selection.namesakes > 1 else { return [] }
    return [
      CardRow(
        "Named by \(selection.namesakes) of these logs; = b groups them",
        selection.namesakes >= 9 ? .warning : .notice),
      .blank,
    ]
  }

  /// The text of a log's panes while there is none.
  private var absence: String {
    guard let entry = list.selectedEntry else {
      return list.isComplete ? "No log is selected" : "Looking for logs…"
    }
    if case .failed(let reason) = entry.state { return "\(entry.path): \(reason)" }
    if entry.isGone { return "\(entry.path): the file is gone" }
    return "Reading \(entry.path.lastPathComponent)…"
  }
}

/// A pane that has nothing to show.
struct NothingContent: PaneContent {
  let emptyText: String
  let rowCount = 0
  let subtitle = ""
  func lines(of row: Int) -> [StyledLine] { [] }
}
