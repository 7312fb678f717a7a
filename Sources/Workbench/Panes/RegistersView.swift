import BisectionLog
import Triage

/// The registers and the code of a report, in place of its stacks.
struct RegistersView: Sendable {
  /// The rows.
  let rows: [RegistersRow]
  /// What single values mean.
  let meaning: RegisterMeaning
  /// The stack that it was opened for; nil for none.
  let stack: Int?
  /// The state of the stacks.
  let frames: PaneState

  /// The view of a report, the blocks of a stack first; nil if it has neither registers nor code.
  init?(_ opened: OpenedLog, stack: Int?, frames: PaneState) {
    guard let report = opened.log.crash else { return nil }
    let blocks = report.machineBlocks(in: opened.log.text)
    guard !blocks.isEmpty else { return nil }
    self.frames = frames
    meaning = RegisterMeaning(report, opened.log.text)
    let own = stack.flatMap { Self.own(of: report.stacks[$0], blocks, report) } ?? []
    self.stack = own.isEmpty ? nil : stack
    let order = blocks.indices.sorted { first, second in
      let (one, other) = (blocks[first].rank, blocks[second].rank)
      return (own.contains(first) ? 0 : 1, one, first) < (
        own.contains(second) ? 0 : 1, other, second
      )
    }
    var rows: [RegistersRow] = []
    for index in order {
      let block = blocks[index]
      if !rows.isEmpty { rows.append(.blank) }
      let label = block.isOfStack ? block.stack.map { report.stacks[$0].label } ?? "" : ""
      let line = block.rows.first?.line ?? report.line
      if let first = block.repeats {
        let again = blocks[first].rows.first?.line ?? report.line
        rows.append(
          .heading(block.title, remark: "\(label), the same as at line \(again)", line: line))
        continue
      }
      rows.append(.heading(block.title, remark: label, line: line))
      let columns = RegisterColumns(block.rows)
      let isExplained = block.kind == .registers && block.namesFunction
      rows += block.rows.map { .row($0, columns, isExplained: isExplained) }
    }
    self.rows = rows
  }

  /// The blocks of a stack: those that hold its frames or, where there are none, the ones that are
  /// right above it.
  private static func own(
    of stack: Stack, _ blocks: [MachineBlock], _ report: CrashReport
  ) -> [Int] {
    let named = blocks.indices.filter { blocks[$0].isOfStack && blocks[$0].stack == stack.index }
    if !named.isEmpty { return named }
    let above = blocks.indices.last { index in
      guard blocks[index].isOfStack, let last = blocks[index].rows.last?.line else { return false }
      return last < stack.line && stack.line - last <= 4
    }
    guard let above else { return [] }
    return blocks.indices.filter {
      blocks[$0].isOfStack && blocks[$0].stack == blocks[above].stack
    }
  }
}

extension MachineBlock {
  /// Where it is among the blocks of a stack or of a report.
  fileprivate var rank: Int {
    switch kind {
    case .registers, .disassembly: 0
    case .lockScenario: 1
    case .memoryState: 2
    case .userRegisters: 3
    }
  }

  /// Whether it is about one stack, not the whole report.
  fileprivate var isOfStack: Bool {
    switch kind {
    case .registers, .disassembly, .userRegisters: true
    case .lockScenario, .memoryState: false
    }
  }

  /// Whether it names where the kernel was.
  fileprivate var namesFunction: Bool {
    rows.contains { row in if case .pointer = row.content { true } else { false } }
  }

  /// What a person calls it.
  fileprivate var title: String {
    let hasRegisters = rows.contains { row in
      if case .registers = row.content { true } else { false }
    }
    return switch kind {
    case .registers: hasRegisters ? "Registers" : "Code"
    case .userRegisters: "Registers of the program"
    case .disassembly: "Disassembly"
    case .lockScenario: "How it can lock up"
    case .memoryState: "Memory around the address"
    }
  }
}
