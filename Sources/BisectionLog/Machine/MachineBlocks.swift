extension CrashReport {
  /// What the report prints beside its stacks, in its order; a disassembly follows the code that it
  /// is of.
  ///
  /// `text` is what the report's ranges lie in.
  public func machineBlocks(in text: SourceText) -> [MachineBlock] {
    var reading = MachineReading(report: self, text: text)
    reading.readRegisters()
    reading.readOthers()
    return reading.finish()
  }
}

/// Groups lines of registers and code into blocks.
private struct MachineReading {
  let report: CrashReport
  let text: SourceText
  var blocks: [MachineBlock] = []

  /// The greatest distance between lines of one block.
  private static let farthest = 3

  /// Reads the blocks of registers and code; each instruction pointer after other rows begins one.
  mutating func readRegisters() {
    var pointers: [Int: (stack: Int, frame: Int)] = [:]
    for stack in report.stacks {
      for frame in stack.frames where frame.register != nil {
        pointers[frame.logLine] = (stack.index, frame.index)
      }
    }
    let sections = report.sections.filter { $0.kind == .registers || $0.kind == .code }
    let lines = (sections.flatMap { Array($0.lines) } + pointers.keys).sorted()
    var previous: (line: Int, isPointer: Bool)?
    var hasPointer = false
    for line in lines {
      let row = self.row(line, pointer: pointers[line])
      let isPointer = pointers[line] != nil || row.isInstructionPointer
      let isFar = previous.map { line - $0.line > Self.farthest } ?? true
      if isFar || isPointer && hasPointer && previous?.isPointer == false {
        blocks.append(MachineBlock(kind: .registers, rows: []))
        hasPointer = false
      }
      add(row)
      hasPointer = hasPointer || isPointer
      previous = (line, isPointer)
    }
    blocks.removeAll(where: \.holdsNothing)
    for index in blocks.indices where blocks[index].stack == nil {
      blocks[index].stack = stack(before: blocks[index].rows.first?.line ?? 0)
    }
  }

  private mutating func add(_ row: MachineRow) {
    guard let last = blocks.indices.last else { return }
    blocks[last].rows.append(row)
    if case .pointer(let stack, _) = row.content, blocks[last].stack == nil {
      blocks[last].stack = stack
    }
    if row.isOfUserSpace { blocks[last].kind = .userRegisters }
  }

  /// Reads the other blocks and inserts each in order.
  mutating func readOthers() {
    for section in report.sections {
      let kind: MachineBlock.Kind
      switch section.kind {
      case .disassembly: kind = .disassembly
      case .lockScenario: kind = .lockScenario
      case .memoryState: kind = .memoryState
      default: continue
      }
      let rows = section.lines.compactMap { line -> MachineRow? in
        let words = self.words(ofLine: line)
        if kind == .disassembly {
          guard let instruction = Instruction(words) else { return nil }
          return MachineRow(line: line, content: .instruction(instruction))
        }
        return words.allSatisfy { $0 == " " } ? nil : MachineRow(line: line, content: .text(words))
      }
      guard !rows.isEmpty else { continue }
      insert(MachineBlock(kind: kind, rows: rows), line: section.lines.lowerBound)
    }
  }

  private mutating func insert(_ block: MachineBlock, line: Int) {
    var block = block
    guard block.kind == .disassembly, let place = blocks.firstIndex(where: block.disassembles)
    else {
      block.stack = stack(before: line)
      blocks.append(block)
      return
    }
    block.stack = blocks[place].stack
    blocks.insert(block, at: place + 1)
  }

  /// The blocks, with those marked that repeat an earlier one.
  func finish() -> [MachineBlock] {
    var known: [[String]: Int] = [:]
    var result = blocks
    for index in result.indices {
      let words = result[index].rows.map { self.words(ofLine: $0.line) }
      if let first = known[words] { result[index].repeats = first } else { known[words] = index }
    }
    return result
  }

  private func row(_ line: Int, pointer: (stack: Int, frame: Int)?) -> MachineRow {
    if let pointer {
      return MachineRow(
        line: line, content: .pointer(stack: pointer.stack, frame: pointer.frame))
    }
    let words = self.words(ofLine: line)
    if let code = CodePiece.row(words) { return MachineRow(line: line, content: .code(code)) }
    let values = RegisterValue.row(words)
    return MachineRow(line: line, content: values.isEmpty ? .text(words) : .registers(values))
  }

  /// The last stack that begins before a line.
  private func stack(before line: Int) -> Int? { report.stacks.last { $0.line <= line }?.index }

  /// A line without the prefix of the console.
  private func words(ofLine line: Int) -> String {
    let range = Lines.withLines(of: text) { lines in
      let whole = lines[line - 1]
      return whole.dropping(ConsolePrefix(of: whole)?.length ?? 0).range
    }
    return text.string(range)
  }
}

extension MachineRow {
  /// Whether it is an instruction pointer without a function.
  fileprivate var isInstructionPointer: Bool {
    guard case .registers(let values) = content, let name = values.first?.name else { return false }
    return ["RIP", "EIP", "IP", "pc", "epc"].contains(name)
  }

  /// Whether its instruction pointer is that of a program: the two low bits of the segment are 3.
  fileprivate var isOfUserSpace: Bool {
    guard isInstructionPointer, case .registers(let values) = content,
      let text = values.first?.text,
      let colon = text.firstIndex(of: ":"), let segment = UInt64(text[..<colon], radix: 16)
    else { return false }
    return segment & 3 == 3
  }
}

extension MachineBlock {
  /// Whether it holds neither registers nor code: functions alone, or words of a raw stack or page.
  fileprivate var holdsNothing: Bool {
    rows.allSatisfy { row in
      switch row.content {
      case .pointer, .text, .instruction: true
      case .code: false
      case .registers(let values): values.first?.name == "raw"
      }
    }
  }

  /// Whether this is the disassembly of another block's code.
  ///
  /// The bytes of the instruction that trapped are those that the other one marks.
  fileprivate func disassembles(_ other: MachineBlock) -> Bool {
    let trapped = rows.lazy.compactMap { row -> Instruction? in
      guard case .instruction(let instruction) = row.content else { return nil }
      return instruction.isTrapping ? instruction : nil
    }.first
    return other.rows.contains { row in
      guard case .code(let code) = row.content else { return false }
      guard let trapped else { return true }
      guard let mark = code.firstIndex(where: \.isMarked) else { return false }
      let marked = code[mark...].map(\.digits).joined()
      let bytes = trapped.bytes.split(separator: " ").joined()
      return marked.hasPrefix(bytes) || bytes.hasPrefix(marked)
    }
  }
}
