import BisectionLog
import Exports
import Query
import Screen
import Triage

/// The stack pane: every stack of the report as a section.
struct StackContent: PaneContent {
  let opened: OpenedLog
  /// What the report is called where there are two.
  let reportName: String?
  /// Whether the log itself holds the report.
  let isOfLog: Bool
  let rows: StackRows
  let current: Int
  let glyphs: Glyphs
  /// Whether nothing of a frame is left out where it needs another line.
  let isWhole: Bool
  let outlineWidth: Int
  let width: Int

  init(
    opened: OpenedLog, reportName: String? = nil, isOfLog: Bool = true, rows: StackRows,
    current: Int, glyphs: Glyphs,
    isWhole: Bool, width: Int
  ) {
    self.opened = opened
    self.reportName = reportName
    self.isOfLog = isOfLog
    self.rows = rows
    self.current = current
    self.glyphs = glyphs
    self.isWhole = isWhole
    let hasOutline = width >= 110 && (opened.log.crash?.stacks.count ?? 0) > 1
    outlineWidth = hasOutline ? min(46, width / 3) : 0
    self.width = width - outlineWidth
  }

  var rowCount: Int { rows.count }

  var emptyText: String {
    guard let crash = opened.log.crash else { return "This log ends without a crash report" }
    return "The crash report holds no stack"
      + (crash.unrecognisedNotice.map { ": \($0)" } ?? "")
  }

  private var stacks: [Stack] { opened.log.crash?.stacks ?? [] }

  var subtitle: String {
    guard rows.indices.contains(current), let index = rows[current].stack else { return "" }
    var parts = ["\(index + 1) of \(stacks.count)"]
    if let candidate = opened.guilt.candidates.first(where: { $0.stack == index }) {
      parts.append(candidate.reason)
    }
    return (reportName.map { $0 + ", " } ?? "") + kinship + parts.joined(separator: ": ")
  }

  /// That the report is of another bug than the one the log set out to bisect, which half are.
  private var kinship: String {
    guard let title = opened.log.string(opened.log.crash?.title),
      let member = opened.families[title], member.family == .foreign
    else { return "" }
    return "\(member.letter), another bug; "
  }

  func isSelectable(_ row: Int) -> Bool { rows[row] != .blank && rows[row] != .notice }

  func target(of row: Int) -> RowTarget? {
    guard case .folded(let stack, let frames) = rows[row] else { return .frameSource }
    return .foldedFrames(stack: stack, frames: frames)
  }

  func logLine(of row: Int) -> Int? { isOfLog ? reportLine(of: row) : nil }

  /// The line (from 1) of the report that a row represents.
  func reportLine(of row: Int) -> Int? {
    guard let index = rows[row].stack, stacks.indices.contains(index) else { return nil }
    let stack = stacks[index]
    return switch rows[row] {
    case .frame(_, let frame): stack.frames[frame].logLine
    case .folded(_, let frames): stack.frames[frames.lowerBound].logLine
    case .heading, .notice, .blank: stack.line
    }
  }

  func outline(height: Int) -> [StyledLine] {
    let here = rows.indices.contains(current) ? rows[current].stack ?? 0 : 0
    let first = max(0, min(here - height / 2, stacks.count - height))
    return stacks.dropFirst(first).prefix(height).map { stack in
      let isFirstChoice = opened.guilt.candidates.first?.stack == stack.index
      let isChoice = opened.guilt.candidates.contains { $0.stack == stack.index }
      var line = StyledLine(stack.index == here ? glyphs.bar : " ", .accent)
      line.add("\(stack.index + 1)", .dim, columns: 3, alignment: .right)
      line.add(" ")
      let role: Role = stack.index == here ? .heading : isChoice ? .accent : .dim
      line.add(stack.label, role, columns: outlineWidth - 9)
      line.add(isFirstChoice ? " \(glyphs.culprit)" : "", .accent)
      return line
    }
  }

  func lines(of row: Int) -> [StyledLine] {
    switch rows[row] {
    case .blank: [StyledLine()]
    case .notice: [StyledLine(opened.log.crash?.unrecognisedNotice ?? "", .warning)]
    case .heading(let stack): [heading(stacks[stack])]
    case .folded(let stack, let frames): [folded(frames, in: stacks[stack])]
    case .frame(let stack, let frame):
      lines(of: stacks[stack].frames[frame], place: .init(stack: stack, frame: frame))
    }
  }

  private func heading(_ stack: Stack) -> StyledLine {
    var line = StyledLine()
    line.add(stack.label, .heading)
    let name = stack.context.split(separator: " ").last
    let search = name.map { TextSearch(String($0), caseMatters: true) }
    let isTold = search.map { !$0.ranges(in: stack.label).isEmpty }
    if isTold == false { line.add("  \(stack.context)", .dim) }
    if let rank = opened.guilt.candidates.firstIndex(where: { $0.stack == stack.index }) {
      let reason = opened.guilt.candidates[rank].reason
      line.add("  \(rank == 0 ? "start here: " : "")\(reason)", .accent)
    }
    return line
  }

  private func folded(_ frames: Range<Int>, in stack: Stack) -> StyledLine {
    let names = frames.prefix(isWhole ? .max : 3).map {
      stack.frames[$0].readableFunction(in: opened.log.text)
    }
    let more = frames.count > names.count ? ", \(glyphs.ellipsis)" : ""
    return StyledLine(
      "  \(glyphs.ellipsis) \(frames.count) generic frames: \(names.joined(separator: ", "))\(more)",
      .dim)
  }

  private func lines(of frame: Frame, place: Guilt.FramePlace) -> [StyledLine] {
    let log = opened.log
    let file = log.string(frame.file)
    let isGuilty = opened.guilt.frame == place
    let isCulprits = file.map { opened.culpritFiles.contain($0) } ?? false
    let role: Role =
      isGuilty
      ? .guilty
      : isCulprits ? .culpritFile : frame.inlined || !frame.reliable ? .inlined : .text
    let placeRole = role == .text ? Role.dim : role
    let markRole: Role = isGuilty ? .guilty : isCulprits ? .culpritFile : .dim
    var line = StyledLine(
      isGuilty ? "\(glyphs.guilty) " : isCulprits ? "\(glyphs.culprit) " : "  ", role)
    let name = frame.readableFunction(in: log.text)
    let suffix = frame.offset.map { "+0x" + String($0, radix: 16) } ?? ""
    let place = file.map { path in path + (frame.line.map { ":\($0)" } ?? "") } ?? ""
    let marks = self.marks(of: frame, isGuilty: isGuilty, isCulprits: isCulprits)
    let markColumns = min(marks.displayWidth, max(0, width / 4))
    let placeColumns = max(8, width - 2 - nameColumns - 1 - max(markColumns, 8) - 1)
    let isCut =
      (name + suffix).displayWidth > nameColumns || place.displayWidth > placeColumns
      || marks.displayWidth > markColumns
    if isWhole, isCut {
      line.add(name + suffix, role)
      var below = StyledLine("      ")
      below.indent = 6
      below.add(place, placeRole)
      below.add(" \(marks)", markRole)
      return [line, below]
    }
    // The function matters more than the place in it: the offset goes first where room is short.
    let fits = (name + suffix).displayWidth <= nameColumns
    line.add(fits ? name + suffix : name, role, columns: nameColumns, keeping: .bothEnds)
    line.add(" ")
    line.add(
      place, placeRole, columns: min(placeColumns, opened.frameWidths.place), keeping: .end)
    line.add(" ")
    line.add(marks, markRole)
    return [line]
  }

  /// The width of the functions: as much as they need while leaving room for places.
  private var nameColumns: Int {
    let widest = opened.frameWidths
    let share = max((width - 2) * 9 / 20, width - widest.place - 13)
    return max(16, min(widest.name, share))
  }

  private func marks(of frame: Frame, isGuilty: Bool, isCulprits: Bool) -> String {
    var marks: [String] = []
    if isGuilty { marks.append("guilty") }
    if isCulprits { marks.append("culprit's file") }
    if let register = opened.log.string(frame.register) { marks.append(register) }
    if frame.inlined { marks.append("inlined") }
    if !frame.reliable { marks.append("unreliable") }
    if let module = opened.log.string(frame.module) { marks.append("[\(module)]") }
    return marks.joined(separator: ", ")
  }
}
