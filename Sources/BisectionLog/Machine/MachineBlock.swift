/// What a report prints beside its stacks in one place: registers, code, a lock scenario, memory.
public struct MachineBlock: Sendable {
  /// Its content.
  public var kind: Kind
  /// The stack it belongs to, by its index; nil if none is near.
  public var stack: Int?
  /// Its rows in the order of the report.
  public var rows: [MachineRow]
  /// The earlier block, by its index, with the same text; nil for the first one.
  public var repeats: Int?

  /// The content of a block.
  public enum Kind: Hashable, Sendable {
    /// Registers, the code around the instruction pointer, or both.
    case registers
    /// The same of the program that had called the kernel.
    case userRegisters
    /// The code disassembled.
    case disassembly
    /// How locks can be taken so that no task makes progress.
    case lockScenario
    /// The memory around an address.
    case memoryState
  }
}

/// A row of a block.
public struct MachineRow: Hashable, Sendable {
  /// Its line of the text, from 1.
  public var line: Int
  /// Its content.
  public var content: Content

  /// The content of a row.
  public enum Content: Hashable, Sendable {
    /// A register that names a function, as a frame: the index of the stack and that of the frame in it.
    case pointer(stack: Int, frame: Int)
    /// Registers and what they held.
    case registers([RegisterValue])
    /// The code around the instruction pointer.
    case code([CodePiece])
    /// A disassembled instruction.
    case instruction(Instruction)
    /// Anything else, as printed.
    case text(String)
  }
}
