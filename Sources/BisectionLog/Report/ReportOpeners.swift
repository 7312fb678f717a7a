extension ReportParser {
  /// Parses a line that opens a stack or describes the next one.
  mutating func take(_ opener: OpenerLine, _ words: ByteView, line: Int) {
    switch opener {
    case .callTrace: takeCallTrace(line: line)
    case .stack(let kind, let name, let kindOfMark): take(kind, name, kindOfMark, line: line)
    case .pending(let kind, let name):
      if kind == .faultInjection { mark(.harmlessStack, line: line) }
      thread.close()
      thread.pending = StackOpener(kind: kind, label: name, line: line)
    case .processorBacktrace(let rest): takeProcessorBacktrace(rest, words, line: line)
    case .process:
      note(.header, "Process", line: line)
      thread.process = ProcessContext.ofHeader(words)
      thread.open = nil
    case .task:
      note(.header, "Process", line: line)
      thread.close()
      // `task: ffff8800141a8000 task.stack: ...` of kernels before 4.15 names nobody.
      if words.starts(with: "task: ") { break }
      thread.process = ProcessContext.ofTask(words)
    }
  }

  private mutating func takeCallTrace(line: Int) {
    mark(.callTrace, line: line)
    if let open = thread.open, thread.opener == nil, holdsRegistersOnly(open) {
      // The registers above a trace are its innermost frame.
      if report.stacks[open].kind == .registers {
        let pending = thread.pending
        report.stacks[open].kind = pending?.kind ?? .callTrace
        report.stacks[open].label = pending?.label ?? "Call trace"
        report.stacks[open].context = thread.process
        thread.pending = nil
      }
      thread.around = nil
      return
    }
    var opener =
      thread.pending ?? StackOpener(kind: .callTrace, label: "Call trace", line: line)
    opener.line = line
    opener.context = thread.process
    thread.close()
    thread.opener = opener
    thread.pending = nil
  }

  private mutating func take(
    _ kind: StackKind, _ name: ByteView, _ kindOfMark: ReportMark.Kind?, line: Int
  ) {
    if let kindOfMark { mark(kindOfMark, line: line) }
    if kind == .heldLocks { noteLockHolder(name, line: line) }
    var words = name
    while words.last == Ascii.colon { words = words.droppingLast(1).trimmedAtEnd }
    thread.close()
    thread.opener = StackOpener(
      kind: kind, label: openerLabel(kind, words),
      context: ProcessContext.ofOpener(name, in: text), line: line)
  }

  private var usedLockSuffix: String { usedLock.map { ", " + text.string($0) } ?? "" }

  /// Notes the lock of a block: ` -> (&lock){+.+.}-{2:2} {`.
  mutating func noteLockBlock(_ words: ByteView) {
    let block = words.after("-> ") ?? words
    guard block[0] == Ascii.openParenthesis, words.last == 0x7B,
      let end = block.firstIndex(of: "){")
    else { return }
    usedLock = block.prefix(end).dropping(1).rangeIfAny
  }

  private mutating func noteLockHolder(_ words: ByteView, line: Int) {
    guard let place = words.firstIndex(of: " held by "),
      let count = words.leadingNumber()?.value
    else { return }
    let task = words.dropping(place &+ 9).before(":") ?? words.dropping(place &+ 9)
    report.lockHolders.append(LockHolder(task: task.range, count: count, line: line))
  }

  /// What a person calls a stack, made of the words of its opener.
  private func openerLabel(_ kind: StackKind, _ words: ByteView) -> String {
    switch kind {
    case .lockChain: "Lock chain " + label(words.dropping(3))
    case .acquired: "Lock acquired" + usedLockSuffix
    case .lockUsage:
      words.starts(with: "...")
        ? label(words.dropping(3))
        : "Lock used: " + label(words.before(" at") ?? words) + usedLockSuffix
    case .allocation where words.starts(with: "backtrace"): "Leaked object allocated"
    case .pageOwner:
      words.starts(with: "page last allocated") ? "Page last allocated" : "Page last freed"
    default: label(words)
    }
  }

  private mutating func takeProcessorBacktrace(_ rest: ByteView, _ words: ByteView, line: Int) {
    thread.close()
    let digits = rest.leadingNumber()?.length ?? 0
    let opener = StackOpener(
      kind: .nmiBacktrace, label: "NMI backtrace of CPU " + text.string(rest.prefix(digits).range),
      line: line)
    guard var (frame, _) = TextLine.mention(in: SearchedLine(rest)) else {
      thread.pending = opener
      return
    }
    // The processor had nothing to do: the line names where it waits.
    frame.form = .mention
    thread.opener = opener
    thread.opener?.context = "CPU " + text.string(rest.prefix(digits).range)
    take(frame, line: line)
    thread.open = nil
  }
}
