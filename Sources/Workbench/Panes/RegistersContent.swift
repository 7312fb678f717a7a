import BisectionLog
import Screen
import Triage

/// The registers and the code of a report, in place of the stack pane's frames.
struct RegistersContent: PaneContent {
  let view: RegistersView
  let opened: OpenedLog
  /// Whether the log itself holds the report.
  let isOfLog: Bool
  let glyphs: Glyphs
  let width: Int

  var rowCount: Int { view.rows.count }
  var title: String? { "Registers" }
  var emptyText: String { "" }

  var subtitle: String {
    guard let stack = view.stack, let stacks = opened.log.crash?.stacks else {
      return "of the whole report"
    }
    return "\(stacks[stack].label) first"
  }

  func isSelectable(_ row: Int) -> Bool {
    if case .blank = view.rows[row] { false } else { true }
  }

  func target(of row: Int) -> RowTarget? {
    if let place = view.rows[row].place {
      return .reportFrame(stack: place.stack, frame: place.frame)
    }
    return view.rows[row].line.map { .reportLine($0) }
  }

  func logLine(of row: Int) -> Int? { isOfLog ? view.rows[row].line : nil }

  func height(of row: Int) -> Int { lines(of: row).count }

  func lines(of row: Int) -> [StyledLine] {
    switch view.rows[row] {
    case .blank: return [StyledLine()]
    case .heading(let title, let remark, _):
      var line = StyledLine(title, .heading)
      line.add("  \(remark)", .dim)
      return [line]
    case .row(let row, let columns, let isExplained):
      switch row.content {
      case .pointer(let stack, let frame): return [pointer(stack, frame, columns)]
      case .registers(let values): return registers(values, columns, isExplained)
      case .code(let pieces): return code(pieces)
      case .instruction(let instruction): return [line(of: instruction, columns)]
      case .text(let text): return [StyledLine("  \(text)")]
      }
    }
  }

  private func pointer(
    _ stack: Int, _ frame: Int, _ columns: RegisterColumns
  ) -> StyledLine {
    guard let stacks = opened.log.crash?.stacks, stacks.indices.contains(stack),
      stacks[stack].frames.indices.contains(frame)
    else { return StyledLine() }
    let log = opened.log
    let value = stacks[stack].frames[frame]
    let isGuilty = opened.guilt.frame == Guilt.FramePlace(stack: stack, frame: frame)
    var line = StyledLine(isGuilty ? "\(glyphs.guilty) " : "  ", .guilty)
    let name = log.string(value.register) ?? ""
    line.add(
      name, .dim, columns: max(columns.names.first ?? 0, name.displayWidth), alignment: .right)
    let offset = value.offset.map { "+0x" + String($0, radix: 16) } ?? ""
    line.add(" \(log.string(value.function))\(offset)", isGuilty ? .guilty : .accent)
    if let file = log.string(value.file) {
      line.add("  \(file)\(value.line.map { ":\($0)" } ?? "")", .dim)
    }
    return line
  }

  /// Registers in columns; a row that does not fit continues below.
  private func registers(
    _ values: [RegisterValue], _ columns: RegisterColumns, _ isExplained: Bool
  ) -> [StyledLine] {
    let remarks = values.map { isExplained ? view.meaning.remark(on: $0) : nil }
    var parts: [StyledLine] = []
    for (index, value) in values.enumerated() {
      parts.append(part(of: value, at: index, columns, isStriking: remarks[index] != nil))
    }
    let said = zip(values, remarks).compactMap { value, remark in
      remark.map { "\(value.name): \($0)" }
    }
    if !said.isEmpty { parts.append(StyledLine(said.joined(separator: ", "), .warning)) }
    var lines: [StyledLine] = []
    var line = StyledLine("  ")
    for (index, part) in parts.enumerated() {
      if index > 0, line.width + 2 + part.width > width {
        lines.append(line)
        line = StyledLine("      ")
      } else if index > 0 {
        line.add("  ")
      }
      let pieces = part.wrapped(columns: max(16, width - line.width))
      for piece in pieces.dropLast() {
        line.add(piece)
        lines.append(line)
        line = StyledLine("      ")
      }
      line.add(pieces.last ?? StyledLine())
    }
    return lines + [line]
  }

  private func part(
    of register: RegisterValue, at index: Int, _ columns: RegisterColumns, isStriking: Bool
  ) -> StyledLine {
    var part = StyledLine()
    let isAligned = index == 0 || register.isPlain
    let name = isAligned && columns.names.indices.contains(index) ? columns.names[index] : 0
    part.add(
      register.name, .dim, columns: max(name, register.name.displayWidth), alignment: .right)
    part.add(" ")
    let role: Role = isStriking ? .warning : register.number == 0 ? .dim : .text
    part.add(register.text, role)
    return part
  }

  private func code(_ pieces: [CodePiece]) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = StyledLine("  Code ", .dim)
    for piece in pieces {
      let text = piece.isMarked ? "<\(piece.digits)>" : piece.digits
      if line.width + text.count > width {
        lines.append(line)
        line = StyledLine("       ")
      }
      line.add(text, piece.isMarked ? .guilty : .text)
      line.add(" ")
    }
    return lines + [line]
  }

  private func line(of instruction: Instruction, _ columns: RegisterColumns) -> StyledLine {
    let role: Role = instruction.isTrapping ? .guilty : .text
    var line = StyledLine(instruction.isTrapping ? "\(glyphs.guilty) " : "  ", .guilty)
    line.add(
      instruction.offset, instruction.isTrapping ? .guilty : .dim, columns: columns.offset,
      alignment: .right)
    line.add("  ")
    line.add(
      instruction.bytes, instruction.isTrapping ? .guilty : .dim, columns: columns.bytes)
    line.add("  \(instruction.text)", role)
    if instruction.isTrapping { line.add("  trapped here", .guilty) }
    return line
  }
}
