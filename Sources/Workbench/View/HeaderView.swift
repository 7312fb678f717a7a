import Reviews
import Screen
import Triage

/// The first row: what is looked at, how far one is, and which log is selected.
struct HeaderView {
  let model: Model

  func draw(in rect: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    let right = self.right
    let rightColumn = max(rect.column, rect.endColumn - right.width - 1)
    canvas.draw(right, row: rect.row, column: rightColumn, limit: rect.endColumn, into: &screen)
    let end = rightColumn - 1
    // The title of the selected log has at least a third, the position is always shown whole, and
    // the path is shortened for both.
    let left = self.left(columns: end - rect.column - rect.width / 3 - 4)
    guard let title = title(columns: max(rect.width / 3, end - left.width - rect.column - 4)) else {
      canvas.draw(
        left, row: rect.row, column: rect.column + 1, limit: end, into: &screen)
      return
    }
    let column = end - title.width
    canvas.draw(
      left, row: rect.row, column: rect.column + 1, limit: column - 2, into: &screen)
    canvas.draw(title, row: rect.row, column: column, limit: end, into: &screen)
  }

  /// The selected log's title, which the list has seldom room for; nil if it is on the left.
  private func title(columns: Int) -> StyledLine? {
    guard model.layout?.hasBorders == true, let entry = model.list.selectedEntry else { return nil }
    let title = entry.summary?.title ?? entry.path.lastPathComponent
    return StyledLine(title.cut(toWidth: columns, keeping: .bothEnds), .heading)
  }

  private func left(columns: Int) -> StyledLine {
    var line = StyledLine()
    let isNarrow = model.layout?.hasBorders == false
    if isNarrow, let entry = model.list.selectedEntry {
      line.add(entry.summary?.title ?? entry.path.lastPathComponent, .heading)
      return line
    }
    line.add("bisectty  ", .heading)
    let progress = self.progress
    let room = max(12, columns - line.width - progress.width)
    line.add(model.subject.cut(toWidth: room, keeping: .end), .text)
    line.add(progress)
    return line
  }

  /// How many logs there are and how far one is with them.
  private var progress: StyledLine {
    var line = StyledLine()
    if model.list.entries.count > 1 {
      let total = model.list.entries.count
      line.add("  \(total.grouped) logs", .dim)
      if !model.list.isComplete { line.add(", \(model.list.settledCount.grouped) read", .notice) }
      line.add(" · \(model.reviewedCount.grouped) reviewed", .dim)
      addVerdicts(to: &line)
    }
    if !model.list.marked.isEmpty { line.add(" · \(model.list.marked.count) marked", .accent) }
    return line
  }

  /// How many logs have each verdict, by its sign in the list.
  private func addVerdicts(to line: inout StyledLine) {
    for verdict in Verdict.allCases {
      guard let count = model.progress.byVerdict[verdict] else { continue }
      let (glyph, role) = verdict.sign(model.settings.glyphs)
      line.add(" \(glyph)", role)
      line.add(count.grouped, .dim)
    }
    if model.progress.conflicts > 0 {
      line.add(" !", .warning)
      line.add(model.progress.conflicts.grouped, .dim)
    }
  }

  private var right: StyledLine {
    var line = StyledLine()
    if let problem = model.decisions.storeProblem { line.add("NOT KEPT: \(problem)  ", .error) }
    if model.layout?.hasBorders == false, let entry = model.list.selectedEntry,
      let summary = entry.summary
    {
      line.add(model.reviewMark(entry))
      line.add(" ")
      if let culprit = summary.culprit {
        line.add(" \(culprit.prefix(12))", .text)
      } else {
        line.add(" \(summary.outcomeText)", .notice)
      }
      if let probability = summary.probability {
        line.add("  \(Trust.percent(probability)) %", .heading)
      }
    }
    if !model.filter.text.isEmpty { line.add("  filter: \(model.filter.text)", .accent) }
    if model.list.entries.count > 1 {
      let row = (model.list.selectedRow ?? -1) + 1
      line.add("  \(row.grouped) of \(model.list.rows.count.grouped)", .dim)
    }
    return line
  }
}

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "-" + text : text
  }
}

/// The row of tabs if panes are not side by side.
struct TabsView {
  let model: Model

  func draw(in rect: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    var line = StyledLine()
    for pane in model.panes {
      let isFocused = pane == model.desk.focus
      line.add(isFocused ? "[" : " ", .focusedPaneTitle)
      line.add("\(pane.rawValue) ", .key)
      line.add(pane.title, isFocused ? .focusedPaneTitle : .paneTitle)
      line.add(isFocused ? "]" : " ", .focusedPaneTitle)
    }
    let end = canvas.draw(
      line, row: rect.row, column: rect.column, limit: rect.endColumn, into: &screen)
    guard let room = model.layout?.interior(of: model.desk.focus) else { return }
    let content = model.content(of: model.desk.focus, width: room.width - 1)
    let state = model.desk.states[model.desk.focus, default: PaneState()]
    let position = PanePosition.text(content, state, height: room.height)
    let remarks = [content.subtitle, position].filter { !$0.isEmpty }.joined(separator: "  ")
    let width = remarks.displayWidth
    canvas.draw(
      StyledLine(remarks, .dim), row: rect.row,
      column: max(end + 1, rect.endColumn - width - 1), limit: rect.endColumn, into: &screen)
  }

  /// The pane whose tab is at a column.
  static func pane(at column: Int, of panes: [Pane], focus: Pane) -> Pane? {
    var end = 0
    for pane in panes {
      end += pane.title.count + 4
      if column < end { return pane }
    }
    return nil
  }
}
