import Query
import Screen

/// The last row: the prompt, what just happened, or the keys that can be pressed here.
struct FooterView {
  let model: Model

  func draw(in rect: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    if case .prompt(let prompt) = model.dialogue.mode {
      draw(prompt, in: rect, canvas, &screen)
      return
    }
    if let status = model.status {
      canvas.draw(
        StyledLine(status.text, status.role), row: rect.row, column: rect.column + 1,
        limit: rect.endColumn, into: &screen)
      return
    }
    canvas.draw(
      hints(columns: rect.width - 2), row: rect.row, column: rect.column + 1,
      limit: rect.endColumn, into: &screen)
  }

  private func draw(
    _ prompt: Prompt, in rect: Rect, _ canvas: Canvas, _ screen: inout ScreenBuffer
  ) {
    var line = StyledLine(prompt.label, .key)
    let labelWidth = line.width
    if prompt.purpose == .filter {
      line.add(
        StyledLine(
          filter: prompt.text, Query.spans(of: prompt.text, fields: LogField.table)))
    } else {
      line.add(prompt.text)
    }
    let cursor = labelWidth + String(prompt.text.prefix(prompt.cursor)).displayWidth
    let room = rect.width - 2
    let left = max(0, cursor - room + 1)
    canvas.draw(
      line, row: rect.row, column: rect.column + 1, limit: rect.endColumn, left: left,
      into: &screen)
    screen.cursor = (rect.row, rect.column + 1 + cursor - left)
    guard let remark = remark(on: prompt), cursor + remark.width + 4 < rect.width else { return }
    canvas.draw(
      remark, row: rect.row, column: rect.endColumn - remark.width - 1, limit: rect.endColumn,
      into: &screen)
  }

  /// The remark at the right end of a prompt while typing.
  private func remark(on prompt: Prompt) -> StyledLine? {
    switch prompt.purpose {
    case .filter: filterRemark(prompt.text)
    case .framesOfFile where !prompt.text.isEmpty:
      StyledLine(model.status?.text ?? "", model.status?.role ?? .dim)
    default: nil
    }
  }

  /// How many logs a filter lets through, or what is wrong with it, or what it was perhaps meant as.
  private func filterRemark(_ text: String) -> StyledLine {
    if let problem = model.filter.problem { return StyledLine(problem, .warning) }
    let count = model.list.shown.count
    if count == 0, let test = LogField.table.test(meantBy: text) {
      return StyledLine("0 logs fit; perhaps \(test)?", .notice)
    }
    return StyledLine(count == 1 ? "1 log fits" : "\(count.grouped) logs fit", .dim)
  }

  /// The hints for the focused pane, as many as there is room for; help always.
  private func hints(columns: Int) -> StyledLine {
    let help = Action.help.info.map(part) ?? StyledLine()
    var line = StyledLine()
    let own = Action.all.filter {
      $0.hint != nil && $0.panes?.contains(model.desk.focus) == true
        && (model.kernel.isThere || !$0.action.needsKernel)
        && (model.shownCase != nil || !$0.action.needsCase)
        && (model.opened?.original != nil || $0.action != .otherReport)
    }
    let common = Action.all.filter { $0.hint != nil && $0.panes == nil && $0.action != .help }
    for info in own + common {
      let next = part(of: info)
      guard line.width + next.width + help.width <= columns else { continue }
      line.add(next)
    }
    line.add(help)
    return line
  }

  private func part(of info: ActionInfo) -> StyledLine {
    var line = StyledLine()
    guard let hint = info.hint, let key = model.settings.keymap.keys(for: info.action).first else {
      return line
    }
    line.add(key.split(separator: " ").first.map(String.init) ?? key, .key)
    line.add(" \(hint)  ", .dim)
    return line
  }
}

extension Prompt {
  /// What precedes the text.
  var label: String {
    switch purpose {
    case .search: "/"
    case .searchEverywhere: "in all logs: "
    case .filter: "filter: "
    case .framesOfFile: "frames in file (Tab lists them): "
    case .note: "note: "
    case .duplicate: "duplicate of (log, bug or link): "
    }
  }
}
