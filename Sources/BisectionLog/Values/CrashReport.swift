/// A crash report: what syzkaller cut out of the console, or a console log on its own.
public struct CrashReport: Sendable {
  /// The title syzkaller gave; nil for a report without one.
  public var title: TextRange?
  /// The line of `crash:`, or of the headline; from 1.
  public var line: Int
  /// The lines of the report, from 1, half-open, without the `crash:` line.
  public var lines: Range<Int>
  /// The line of the kernel's own headline (`BUG: KASAN: ...`), from 1; nil if none was found.
  public var headline: Int?
  /// Every group of frames, in the order of the report.
  public var stacks: [Stack] = []
  /// Parts of the report that hold no frames but mean something: held locks, registers, scenario.
  public var sections: [ReportSection] = []
  /// Every line that announces a crash, in the order of the report; the first is the crash itself.
  public var headlines: [Headline] = []
  /// Lines that introduce the stacks and the accesses of the report, in order.
  public var marks: [ReportMark] = []
  /// Who holds locks, in order; also tasks whose locks the kernel counts but does not list.
  public var lockHolders: [LockHolder] = []
  /// Source files named outside of frames, at most one a line, in order.
  public var sources: [SourceMention] = []

  /// A report that covers some lines.
  public init(title: TextRange?, line: Int, lines: Range<Int>) {
    self.title = title
    self.line = line
    self.lines = lines
  }
}

/// Which thread of a console a line belongs to.
///
/// Kernels with `CONFIG_PRINTK_CALLER` print it after the time; it keeps reports apart that were
/// printed at the same time.
public enum ConsoleContext: Hashable, Sendable {
  /// The line has no prefix of a console.
  case none
  /// The line has a time but no caller.
  case console
  /// A task printed the line; its number.
  case task(UInt32)
  /// A processor printed the line in an interrupt; its number.
  case processor(UInt32)
}

/// A line that introduces a part of a report.
public struct ReportMark: Hashable, Sendable {
  /// What begins there.
  public var kind: Kind
  /// Its line, from 1.
  public var line: Int
  /// What printed the line.
  public var console: ConsoleContext

  /// What a mark announces.
  public enum Kind: Sendable {
    /// `Call Trace:`, `Call trace:` or `Backtrace:`.
    case callTrace
    /// Another opener of a stack: `Allocated by task 7:`, `Uninit was stored to memory at:`.
    case stackStart
    /// The `backtrace:` of a leaked object.
    case leakBacktrace
    /// `page last allocated via order ...`.
    case pageAllocated
    /// `Uninit was created at:` or `Local variable x created at:`.
    case origin
    /// `which became HARDIRQ-irq-unsafe at:`.
    case lockBecame
    /// The last line of the registers of riscv, after which a stack may follow without an opener.
    case riscvStatus
    /// `Exception stack(...)` of 32-bit arm.
    case exceptionStack
    /// An instruction pointer without a function, or in user space.
    case bareInstructionPointer
    /// A message with a stack that is not a crash: a failed allocation, an injected failure.
    case harmlessStack
    /// `Read of size 8 ...`.
    case readAccess
    /// `Write of size 8 ...`.
    case writeAccess
    /// `... is trying to acquire lock:`.
    case tryingToAcquire
    /// `... just changed the state of lock:`.
    case changedLockState
    /// `... takes:` before the lock whose state is inconsistent.
    case takes
    /// `... is leaving the kernel with locks still held!`.
    case leavingWithLocks
    /// `Sending NMI from CPU 1 to CPUs 0:`; other processors report from here on.
    case sendingInterrupts
    /// The line states that there is no stack.
    case stackUnavailable
    /// The console of the machine was lost.
    case disconnected
  }

  /// A mark at a line.
  public init(kind: Kind, line: Int, console: ConsoleContext) {
    self.kind = kind
    self.line = line
    self.console = console
  }
}

extension CrashReport {
  /// How many lines from the headline on, or from the start where there is none, are in a form that
  /// no kernel is known to print; messages after a console's stamp are not among them.
  public var unrecognisedLineCount: Int {
    let start = headline ?? lines.lowerBound
    return sections.reduce(0) { count, section in
      guard section.kind == .unrecognised, section.lines.lowerBound >= start else { return count }
      return count + section.lines.count
    }
  }

  /// The lines among which ``unrecognisedLineCount`` counts, from 1, half-open.
  public var judgedLines: Range<Int> { (headline ?? lines.lowerBound)..<lines.upperBound }
}

/// A task that holds locks: `3 locks held by syz-executor.5/8478:`.
public struct LockHolder: Hashable, Sendable {
  /// The task, as `name/number`.
  public var task: TextRange
  /// How many locks it holds.
  public var count: Int
  /// Its line, from 1.
  public var line: Int

  /// A task that holds some locks.
  public init(task: TextRange, count: Int, line: Int) {
    self.task = task
    self.count = count
    self.line = line
  }
}

/// A source file that a line names without being a frame.
public struct SourceMention: Hashable, Sendable {
  /// The path without the line number.
  public var file: TextRange
  /// The line of the report, from 1.
  public var line: Int
  /// What printed the line.
  public var console: ConsoleContext

  /// A file named at a line.
  public init(file: TextRange, line: Int, console: ConsoleContext) {
    self.file = file
    self.line = line
    self.console = console
  }
}
