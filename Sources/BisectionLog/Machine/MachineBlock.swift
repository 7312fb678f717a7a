/// What a report tells beside its stacks at one place: registers, code, a lock scenario, memory.
public struct MachineBlock: Sendable {
  /// What it tells.
  public var kind: Kind
  /// The stack it belongs to, by its index; nil where none is near.
  public var stack: Int?
  /// Its rows in the order of the report.
  public var rows: [MachineRow]
  /// The block, by its place in the list, that says the same word for word; nil for the first to say it.
  public var repeats: Int?

  /// What a block tells.
  public enum Kind: Hashable, Sendable {
    /// Registers, the code around the instruction pointer, or both.
    case registers
    /// The same of the program that had called the kernel.
    case userRegisters
    /// The code disassembled.
    case disassembly
    /// How locks can be taken so that nobody goes on.
    case lockScenario
    /// The memory around an address.
    case memoryState
  }
}

/// A row of a block.
public struct MachineRow: Hashable, Sendable {
  /// Its line of the text, from 1.
  public var line: Int
  /// What it says.
  public var content: Content

  /// What a row says.
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
