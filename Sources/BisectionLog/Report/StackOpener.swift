/// What the next frames of a report will be a stack of.
struct StackOpener {
  var kind: StackKind
  var label: String
  /// Where it ran, if the opener itself names it.
  var context = ""
  /// The line of the opener, from 1.
  var line: Int
}

/// A line that opens a stack or names the owner of the next call trace.
enum OpenerLine {
  /// `Call Trace:` and its like.
  case callTrace
  /// Frames of a kind of their own follow.
  case stack(StackKind, label: ByteView, mark: ReportMark.Kind?)
  /// The next call trace is of this kind.
  case pending(StackKind, label: String)
  /// `NMI backtrace for cpu 0`.
  case processorBacktrace(ByteView)
  /// `CPU: 0 PID: 8478 Comm: syz-executor.5 Not tainted ...`.
  case process(ByteView)
  /// A task's line before its call trace.
  case task(ByteView)

  /// Reads a line without the blanks around it.
  @inline(__always)
  init?(_ text: ByteView) {
    let found: OpenerLine? =
      switch text[0] {
      case UInt8(ascii: "C"): Self.callTraceOrProcess(text)
      case UInt8(ascii: "B"):
        text.starts(with: "Backtrace:") || text.starts(with: "Backtrace: ") ? .callTrace : nil
      case UInt8(ascii: "A"), UInt8(ascii: "F"), UInt8(ascii: "a"), UInt8(ascii: "f"):
        Self.memoryOwner(text)
      case UInt8(ascii: "L"), UInt8(ascii: "S"), UInt8(ascii: "p"), UInt8(ascii: "U"):
        Self.origin(text)
      case UInt8(ascii: "b") where text.starts(with: "backtrace"):
        Self.leak(text)
      case UInt8(ascii: "s") where text.equals("stack backtrace:"):
        .pending(.callTrace, label: "Stack backtrace")
      case UInt8(ascii: "N") where text.starts(with: "NMI backtrace for cpu "):
        .processorBacktrace(text.dropping(22))
      case UInt8(ascii: "t") where text.starts(with: "task:"): .task(text)
      case UInt8(ascii: "-") where text.starts(with: "-> #"):
        .stack(.lockChain, label: text, mark: nil)
      default: nil
      }
    guard let line = found ?? Self.ending(text) else { return nil }
    self = line
  }

  private static func callTraceOrProcess(_ text: ByteView) -> OpenerLine? {
    if text.starts(with: "Call Trace:") || text.starts(with: "Call trace:") { return .callTrace }
    if text.starts(with: "CPU: ") { return .process(text) }
    if text.starts(with: "Corrupted memory at ") {
      return .stack(.access, label: text, mark: nil)
    }
    return nil
  }

  /// `Allocated by task 7:`, `Freed:` and the forms of KFENCE.
  private static func memoryOwner(_ text: ByteView) -> OpenerLine? {
    if text.starts(with: "Allocated by ") || text.equals("Allocated:")
      || text.equals("Allocation:")
    {
      return .stack(.allocation, label: text, mark: .stackStart)
    }
    if text.starts(with: "Freed by ") || text.equals("Freed:") {
      return .stack(.free, label: text, mark: .stackStart)
    }
    if text.starts(with: "allocated by ") { return .stack(.allocation, label: text, mark: nil) }
    if text.starts(with: "freed by ") { return .stack(.free, label: text, mark: nil) }
    if text.starts(with: "FAULT_INJECTION: forcing a failure") {
      return .pending(.faultInjection, label: "Injected failure")
    }
    return nil
  }

  /// Where values came from, pages were allocated and work was queued.
  private static func origin(_ text: ByteView) -> OpenerLine? {
    if text.starts(with: "Last potentially related work creation:")
      || text.starts(with: "Second to last potentially related work creation:")
      || text.starts(with: "Last call_rcu") || text.starts(with: "Second to last call_rcu")
    {
      return .stack(.workCreation, label: text, mark: nil)
    }
    if text.starts(with: "page last allocated ") {
      return .stack(.pageOwner, label: text, mark: .pageAllocated)
    }
    if text.starts(with: "page last free ") { return .stack(.pageOwner, label: text, mark: nil) }
    if text.starts(with: "Uninit was stored to memory at") {
      return .stack(.store, label: text, mark: .stackStart)
    }
    if text.starts(with: "Uninit was created at:")
      || text.starts(with: "Local variable ") && text.ends(with: "created at:")
    {
      return .stack(.origin, label: text, mark: .origin)
    }
    return nil
  }

  /// `backtrace:` or `backtrace (crc 1234abcd):` of a leaked object.
  private static func leak(_ text: ByteView) -> OpenerLine? {
    let rest = text.dropping(9)
    guard rest.equals(":") || rest.starts(with: " (crc ") else { return nil }
    return .stack(.allocation, label: text, mark: .leakBacktrace)
  }

  /// Openers that are recognised by their end.
  @inline(__always)
  private static func ending(_ text: ByteView) -> OpenerLine? {
    guard text.last == Ascii.colon else { return hungTaskState(text) }
    if text.ends(with: " at:") { return lockEvent(text) }
    if text.equals("Deallocation:") { return .stack(.free, label: text, mark: nil) }
    if text.contains("kfence-#"), !text.contains(" allocated by ") {
      return .stack(.access, label: text, mark: nil)
    }
    if text.contains(" held by ") {
      return .stack(.heldLocks, label: text, mark: nil)
    }
    if text.contains(" allocated by task ") {
      return .stack(.allocation, label: text, mark: nil)
    }
    if text.contains(" by task ") || text.contains(" by interrupt ") {
      return .stack(.access, label: text, mark: nil)
    }
    return nil
  }

  /// `... acquired at:`, `... which became HARDIRQ-irq-unsafe at:`, `IN-SOFTIRQ-W at:`.
  private static func lockEvent(_ text: ByteView) -> OpenerLine? {
    if text.contains("acquired at:") { return .stack(.acquired, label: text, mark: nil) }
    if text.contains("which became ") { return .stack(.lockUsage, label: text, mark: .lockBecame) }
    let isUsage =
      text.contains("IRQ-") || text.starts(with: "INITIAL ") || text.contains("RECLAIM_FS")
      || text.ends(with: "state was registered at:")
    return isUsage ? .stack(.lockUsage, label: text, mark: nil) : nil
  }

  /// `syz-executor.5  D27672  8470   7101 0x00000004`, a task as kernels before 5.9 print it.
  private static func hungTaskState(_ text: ByteView) -> OpenerLine? {
    // It ends in a number or the flags.
    guard Ascii.isHexDigit(text.last), let name = text.firstIndex(of: Ascii.space), name > 0
    else { return nil }
    let rest = text.dropping(name)
    let state = rest.dropping(rest.leadingBlanks)
    guard state[0] &- 0x41 < 26, Ascii.isDigit(state[1]) || state[1] == Ascii.space else {
      return nil
    }
    let running = state.after("R  running task")
    let numbers = (running ?? state.dropping(1)).words
    guard numbers.count >= 3, numbers.allSatisfy({ $0.number() != nil || $0.starts(with: "0x") })
    else { return nil }
    return .task(text)
  }
}
