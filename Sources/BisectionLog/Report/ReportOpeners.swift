extension ReportParser {
  /// Takes a line that opens a stack or tells what the next one is.
  mutating func take(_ opener: OpenerLine, _ words: ByteView, line: Int) {
    switch opener {
    case .callTrace: takeCallTrace(line: line)
    case .stack(let kind, let name, let kindOfMark): take(kind, name, kindOfMark, line: line)
    case .pending(let kind, let name):
      if kind == .faultInjection { mark(.harmlessStack, line: line) }
      threads[current].close()
      threads[current].pending = StackOpener(kind: kind, label: name, line: line)
    case .processorBacktrace(let rest): takeProcessorBacktrace(rest, words, line: line)
    case .process:
      note(.header, "Process", line: line)
      threads[current].process = ProcessContext.ofHeader(words, in: text)
      threads[current].open = nil
    case .task:
      note(.header, "Process", line: line)
      threads[current].close()
      threads[current].process = ProcessContext.ofTask(words, in: text)
    }
  }

  private mutating func takeCallTrace(line: Int) {
    mark(.callTrace, line: line)
    if let open = threads[current].open, threads[current].opener == nil, holdsRegistersOnly(open) {
      // The registers above a trace are its innermost frame.
      if report.stacks[open].kind == .registers {
        let pending = threads[current].pending
        report.stacks[open].kind = pending?.kind ?? .callTrace
        report.stacks[open].label = pending?.label ?? "Call trace"
        report.stacks[open].context = threads[current].process
        threads[current].pending = nil
      }
      threads[current].around = nil
      return
    }
    var opener =
      threads[current].pending ?? StackOpener(kind: .callTrace, label: "Call trace", line: line)
    opener.line = line
    opener.context = threads[current].process
    threads[current].close()
    threads[current].opener = opener
    threads[current].pending = nil
  }

  private mutating func take(
    _ kind: StackKind, _ name: ByteView, _ kindOfMark: ReportMark.Kind?, line: Int
  ) {
    if let kindOfMark { mark(kindOfMark, line: line) }
    if kind == .heldLocks { noteLockHolder(name, line: line) }
    var words = name
    while words.last == Ascii.colon { words = words.droppingLast(1).trimmedAtEnd }
    threads[current].close()
    threads[current].opener = StackOpener(
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
    threads[current].close()
    let digits = rest.leadingNumber()?.length ?? 0
    let opener = StackOpener(
      kind: .nmiBacktrace, label: "NMI backtrace of CPU " + text.string(rest.prefix(digits).range),
      line: line)
    guard var (frame, _) = TextLine.mention(in: SearchedLine(rest)) else {
      threads[current].pending = opener
      return
    }
    // The processor had nothing to do: the line names where it waits.
    frame.form = .mention
    threads[current].opener = opener
    threads[current].opener?.context = "CPU " + text.string(rest.prefix(digits).range)
    take(frame, line: line)
    threads[current].open = nil
  }
}
