import BisectionLog

/// A row of the view of registers and code.
enum RegistersRow: Sendable {
  /// What a block is.
  case heading(String, remark: String, line: Int)
  /// A row of a block; values of the program that had called the kernel are not explained.
  case row(MachineRow, RegisterColumns, isExplained: Bool)
  /// Space between blocks.
  case blank

  /// The line of the log (from 1) it represents.
  var line: Int? {
    switch self {
    case .heading(_, _, let line): line
    case .row(let row, _, _): row.line
    case .blank: nil
    }
  }

  /// The frame that it names.
  var place: (stack: Int, frame: Int)? {
    if case .row(let row, _, _) = self, case .pointer(let stack, let frame) = row.content {
      (stack, frame)
    } else {
      nil
    }
  }
}

/// How wide the columns of a block are, for all its rows alike.
struct RegisterColumns: Hashable, Sendable {
  /// The registers' names, from left to right.
  var names: [Int] = []
  /// A plain number.
  var value = 0
  /// The bytes of an instruction.
  var bytes = 0
  /// The offset of an instruction.
  var offset = 0

  /// The widths that the rows of a block need.
  init(_ rows: [MachineRow]) {
    for row in rows {
      switch row.content {
      case .registers(let values) where values.allSatisfy(\.isPlain):
        for (index, register) in values.enumerated() {
          if index == names.count { names.append(0) }
          names[index] = max(names[index], register.name.utf8.count)
          value = max(value, register.text.utf8.count)
        }
      case .registers, .pointer, .code, .text: break
      case .instruction(let instruction):
        bytes = max(bytes, instruction.bytes.utf8.count)
        offset = max(offset, instruction.offset.utf8.count)
      }
    }
  }
}
