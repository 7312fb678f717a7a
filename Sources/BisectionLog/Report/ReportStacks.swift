extension ReportParser {
  /// Parses a frame on a line of its own.
  mutating func take(_ frame: Frame, line: Int) {
    let stack = stackForFrame(isRegister: frame.form == .register, line: line)
    append(frame, to: stack, line: line)
    thread.mentions = nil
  }

  /// Parses a register that an old kernel prints again after the trace in the open stack.
  ///
  /// The trace stays open: frames that follow were printed by another context and are its own.
  mutating func take(repeated frame: Frame, after open: Int, line: Int) {
    guard thread.opener == nil, !holdsRegistersOnly(open) else {
      take(frame, line: line)
      return
    }
    let stack: Int
    if let last = thread.repeatedRegisters, last.trace == open {
      stack = last.stack
    } else {
      stack = begin(
        StackOpener(kind: .registers, label: "Registers, printed again", line: line))
      thread.repeatedRegisters = (stack, trace: open)
    }
    append(frame, to: stack, line: line)
  }

  /// Parses a function that a line of text names.
  mutating func take(mention frame: Frame, lead: ByteView, line: Int) {
    if frame.form == .lock, !lead.starts(with: "...") {
      append(frame, to: stackOfLocks(line: line), line: line)
      return
    }
    if let last = thread.mentions, last.nextCount == thread.lineCount {
      thread.mentions = (last.stack, thread.lineCount + 1)
      append(frame, to: last.stack, line: line)
      return
    }
    let stack = begin(
      StackOpener(kind: .other, label: mentionLabel(lead), context: "", line: line))
    thread.mentions = (stack, thread.lineCount + 1)
    append(frame, to: stack, line: line)
  }

  private func mentionLabel(_ lead: ByteView) -> String {
    if lead.contains("irqs last ") { return "Interrupt state" }
    if lead.starts(with: "Register r") { return "What registers point at" }
    if lead.starts(with: "..."), lead.contains(" key ") {
      return usedLock.map { "Key of the lock " + text.string($0) } ?? "Key of the lock"
    }
    var words = lead.trimmed
    while words.last == Ascii.colon { words = words.droppingLast(1).trimmedAtEnd }
    return ReportProse.canBeLabel(words) ? label(words) : "Named function"
  }

  /// The stack that a frame belongs to: the open one, the one that was announced, or a new one.
  private mutating func stackForFrame(isRegister: Bool, line: Int) -> Int {
    if let opener = thread.opener {
      let stack = begin(opener)
      thread.opener = nil
      thread.open = stack
      return stack
    }
    if let open = thread.open { return open }
    let stack = begin(impliedOpener(isRegister: isRegister, line: line))
    thread.open = stack
    return stack
  }

  private mutating func impliedOpener(isRegister: Bool, line: Int) -> StackOpener {
    if isRegister {
      if var pending = thread.pending, pending.kind == .nmiBacktrace {
        thread.pending = nil
        pending.context = thread.process
        return pending
      }
      return StackOpener(kind: .registers, label: "Registers", line: line)
    }
    if let pending = thread.pending, pending.kind == .faultInjection {
      thread.pending = nil
      return pending
    }
    if thread.followsHeadline {
      return StackOpener(kind: .callTrace, label: "Call trace", line: line)
    }
    let words = lastLabel ?? ""
    return StackOpener(
      kind: .other, label: words.isEmpty ? "Frames without an opener" : String(words.prefix(120)),
      line: line)
  }

  /// The thread's last text where it can name what follows it.
  private var lastLabel: String? {
    thread.lastText.flatMap { ReportProse.canBeLabel($0) ? text.string($0.range) : nil }
  }

  /// The stack that a lock belongs to.
  private mutating func stackOfLocks(line: Int) -> Int {
    if let open = thread.open, report.stacks[open].kind == .heldLocks { return open }
    let stack: Int
    if let opener = thread.opener, opener.kind == .heldLocks {
      stack = begin(opener)
    } else {
      var words = lastLabel ?? "Locks"
      if words.last == ":" { words.removeLast() }
      stack = begin(StackOpener(kind: .heldLocks, label: String(words.prefix(120)), line: line))
    }
    thread.opener = nil
    thread.open = stack
    return stack
  }

  /// Whether a stack consists of registers only so far.
  mutating func holdsRegistersOnly(_ stack: Int) -> Bool {
    settleFrames()
    let frames = report.stacks[stack].frames
    // A processor has few; a longer run is damage that must not cost time.
    return frames.count <= 16 && frames.allSatisfy { $0.form == .register }
  }

  /// Begins a stack and returns its place.
  mutating func begin(_ opener: StackOpener) -> Int {
    let index = report.stacks.count
    let context = opener.context.isEmpty ? impliedContext(of: opener.kind) : opener.context
    report.stacks.append(
      Stack(
        index: index, kind: opener.kind, label: opener.label, context: context, line: opener.line))
    report.stacks[index].console = thread.console
    return index
  }

  func impliedContext(of kind: StackKind) -> String {
    switch kind {
    case .interrupt:
      let process = thread.process
      guard let place = process.lastRange(ofProcessor: "CPU ") else { return "interrupt" }
      return "interrupt, " + process[place...]
    case .callTrace, .registers, .hungTask, .nmiBacktrace, .panic, .faultInjection:
      return thread.process
    default: return ""
    }
  }

  private mutating func append(_ frame: consuming Frame, to stack: Int, line: Int) {
    if stack != gathered.stack || gathered.isFull {
      settleFrames()
      gathered.begin(stack, at: report.stacks[stack].frames.count)
    }
    gathered.append(frame, line: line)
  }

  /// Gives the frames that were gathered to their stack.
  mutating func settleFrames() {
    guard let stack = gathered.stack else { return }
    gathered.settle(in: &report.stacks[stack])
  }
}

extension String {
  /// Where the last occurrence of some words begins.
  fileprivate func lastRange(ofProcessor words: String) -> String.Index? {
    var from = startIndex
    var found: String.Index?
    while from < endIndex {
      if self[from...].hasPrefix(words) { found = from }
      from = index(after: from)
    }
    return found
  }
}
