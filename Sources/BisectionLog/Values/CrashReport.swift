/// A crash report: what syzkaller cut out of the console, or a console log on its own.
public struct CrashReport: Sendable {
  /// The title syzkaller gave; nil for a report without one.
  public var title: TextRange?
  /// The line of `crash:`, or of the headline; from 1.
  public var line: Int
  /// The lines of the report, from 1, half-open, without the `crash:` line.
  public var lines: Range<Int>
  /// The line of the kernel's own headline (`BUG: KASAN: ...`), from 1; nil where none was found.
  public var headline: Int?
  /// Every group of frames, in the order of the report.
  public var stacks: [Stack] = []
  /// Parts of the report that hold no frames but mean something: held locks, registers, scenario.
  public var sections: [ReportSection] = []

  /// A report that covers some lines.
  public init(title: TextRange?, line: Int, lines: Range<Int>) {
    self.title = title
    self.line = line
    self.lines = lines
  }
}

/// A group of frames with one opener: a call trace, an allocation stack, the holders of locks.
public struct Stack: Sendable {
  /// Its place among the report's stacks, from 0.
  public var index: Int
  /// What kind of stack it is.
  public var kind: StackKind
  /// What a person calls it: `Freed by task 1234`.
  public var label: String
  /// Where it ran: `task syz-executor.5/8478, CPU 0`, `interrupt`; empty when not told.
  public var context: String
  /// The line of its opener, from 1.
  public var line: Int
  /// Its lines, from 1, half-open, the opener included.
  public var lines: Range<Int>
  /// Its frames, innermost first.
  public var frames: [Frame] = []

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

/// A part of a report that holds no stack.
public struct ReportSection: Sendable {
  /// What it is.
  public var kind: ReportSectionKind
  /// What a person calls it.
  public var label: String
  /// Its lines, from 1, half-open.
  public var lines: Range<Int>

  /// A section over some lines.
  public init(kind: ReportSectionKind, label: String, lines: Range<Int>) {
    self.kind = kind
    self.label = label
    self.lines = lines
  }
}

/// What a part of a report without frames is.
public enum ReportSectionKind: String, Sendable, CaseIterable {
  case headline, header, registers, code, disassembly, lockScenario, memoryState, modules, console
  case panicTail, other
}

/// One line of a stack.
public struct Frame: Sendable {
  /// Its place in the stack, from 0, innermost first.
  public var index: Int
  /// The function as printed, such as `link_path_walk.part.40`.
  public var function: TextRange
  /// The offset into the function, in bytes; nil for inlined frames.
  public var offset: UInt64?
  /// The size of the function, in bytes.
  public var size: UInt64?
  /// The source file, relative to the kernel's root as a rule.
  public var file: TextRange?
  /// The line in the source file, from 1.
  public var line: Int?
  /// Whether the compiler put it into the next frame that is not inlined.
  public var inlined = false
  /// Whether it is proven part of the call chain (no `?`, no `(unreliable)`).
  public var reliable = true
  /// The module it belongs to.
  public var module: TextRange?
  /// The register that named it (`RIP`, `pc`, `lr`).
  public var register: TextRange?
  /// Its line in the log, from 1.
  public var logLine: Int

  /// A frame of which only the function and the line are known.
  public init(index: Int, function: TextRange, logLine: Int) {
    self.index = index
    self.function = function
    self.logLine = logLine
  }
}
