/// A group of frames with one opener: a call trace, an allocation stack, the holders of locks.
public struct Stack: Sendable {
  /// Its place among the report's stacks, from 0.
  public var index: Int
  /// What kind of stack it is.
  public var kind: StackKind
  /// What a person calls it: `Freed by task 1234`.
  public var label: String
  /// Where it ran: `task syz-executor.5/8478, CPU 0`, `interrupt`; empty if unknown.
  public var context: String
  /// The line of its opener, from 1.
  public var line: Int
  /// Its lines, from 1, half-open, the opener included.
  public var lines: Range<Int>
  /// Its frames, innermost first.
  public var frames: [Frame] = []
  /// What printed it, on consoles that show it.
  public var console = ConsoleContext.none

  /// A stack without frames yet.
  public init(index: Int, kind: StackKind, label: String, context: String = "", line: Int) {
    self.index = index
    self.kind = kind
    self.label = label
    self.context = context
    self.line = line
    self.lines = line..<line + 1
  }
}

/// What kind of stack a group of frames is.
public enum StackKind: String, Sendable, CaseIterable {
  /// `Call Trace:` of the task that crashed.
  case callTrace
  /// The part of a call trace in an interrupt.
  case interrupt
  /// The instruction pointer's frames of a register block.
  case registers
  /// Where the object was allocated.
  case allocation
  /// Where the object was freed.
  case free
  /// Where work on the object was queued.
  case workCreation
  /// Where an uninitialised value was created.
  case origin
  /// Where an uninitialised value was stored.
  case store
  /// One of the racing accesses.
  case access
  /// A link of a lock dependency chain (`-> #1`).
  case lockChain
  /// How a lock was used before (`IN-SOFTIRQ-W at:`).
  case lockUsage
  /// Where a lock was taken (`... acquired at:`).
  case acquired
  /// Locks held by a task, or by all.
  case heldLocks
  /// A task that hangs.
  case hungTask
  /// What another processor did when asked.
  case nmiBacktrace
  /// Where a page was allocated or freed.
  case pageOwner
  /// The stack of the panic that followed.
  case panic
  /// A failure that was injected on purpose; no part of the crash.
  case faultInjection
  /// Other frame lines, such as `irq event stamp` or a lock's key.
  case other
}
