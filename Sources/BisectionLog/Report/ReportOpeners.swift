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
    if let open = threads[current].open,
      report.stacks[open].frames.allSatisfy({ $0.form == .register }),
      threads[current].opener == nil
    {
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
    guard var (frame, _) = TextLine.mention(in: rest) else {
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

  /// Takes a line that announces a crash.
  mutating func take(
    _ family: HeadlineFamily, _ rest: ByteView, _ words: ByteView, line: Int
  ) {
    let found = HeadlineFinder.headline(family, rest)
    var headline = Headline(
      kind: found.kind, family: family, line: line, text: rest.range,
      console: threads[current].console, precedingLines: threads[current].lineCount - 1)
    headline.function = found.function
    headline.detail = found.detail
    headline.secondDetail = found.secondDetail
    let isFirst = report.headlines.isEmpty
    report.headlines.append(headline)
    note(.headline, "Headline", line: line)
    noteSource(words, line: line)
    threads[current].close()
    threads[current].pending = pending(of: headline, isFirst: isFirst)
    if headline.kind == .freedOrAllocated {
      // SLUB tells where an object came from under such a line.
      let isAllocation = rest.starts(with: "INFO: Allocated")
      threads[current].opener = StackOpener(
        kind: isAllocation ? .allocation : .free, label: label(rest.dropping(6)), line: line)
    }
    threads[current].followsHeadline = true
    if headline.kind == .stackProtector, let (frame, lead) = TextLine.mention(in: words) {
      // The stack is lost; this is the only line that tells where.
      take(mention: frame, lead: lead, line: line)
    }
  }

  /// What the next call trace is after a headline.
  private func pending(of headline: Headline, isFirst: Bool) -> StackOpener? {
    switch headline.kind {
    case .taskHung, .taskCannotDie:
      let task = headline.detail.map(text.string) ?? ""
      return StackOpener(kind: .hungTask, label: "Task \(task) hangs", line: headline.line)
    default:
      guard headline.family == .kernelPanic, !isFirst else { return nil }
      return StackOpener(kind: .panic, label: "Panic", line: headline.line)
    }
  }

  /// Gives the last headline what stands in a line behind it.
  mutating func completeHeadline(_ words: ByteView) {
    guard let last = report.headlines.indices.last else { return }
    switch report.headlines[last].kind {
    case .rustPanic where report.headlines[last].detail == nil:
      report.headlines[last].detail = words.range
    case .unknown where report.headlines[last].family == .info: completeHungTask(last, words)
    case .workqueueLeakedLock where report.headlines[last].function == nil:
      guard let place = words.firstIndex(of: "last function: ") else { return }
      let name = words.dropping(place &+ 15)
      report.headlines[last].function = name.prefix(FrameSyntax.symbolLength(name)).range
    default: break
    }
  }

  /// Takes the end of a hung task's headline that the task's own name broke in two.
  private mutating func completeHungTask(_ last: Int, _ words: ByteView) {
    guard threads[current].followsHeadline, words.contains(" blocked for more than "),
      text.string(report.headlines[last].text).hasPrefix("INFO: task ")
    else { return }
    report.headlines[last].kind = .taskHung
    threads[current].pending = pending(of: report.headlines[last], isFirst: last == 0)
  }

  /// Notes what else a line of text tells a reader who looks for the guilty frame.
  mutating func noteMarks(_ words: ByteView, line: Int) {
    if words.starts(with: "Exception stack") {
      mark(.exceptionStack, line: line)
    } else if words.contains("(stack is not available)") {
      mark(.stackUnavailable, line: line)
    } else if words.contains("vmalloc: allocation failure:")
      || words.contains("FAULT_FLAG_ALLOW_RETRY missing")
    {
      mark(.harmlessStack, line: line)
    } else if words.contains("VM disconnected.") {
      mark(.disconnected, line: line)
    } else if let place = words.firstIndex(of: "Read ") ?? words.firstIndex(of: "Write ") {
      noteAccess(words.dropping(place), line: line)
    } else {
      noteLockMarks(words, line: line)
    }
  }

  private mutating func noteAccess(_ words: ByteView, line: Int) {
    let isRead = words.starts(with: "Read ")
    let rest = words.dropping(isRead ? 5 : 6)
    guard rest.starts(with: "of size ") || rest.starts(with: "at addr ") else { return }
    mark(isRead ? .readAccess : .writeAccess, line: line)
  }

  private mutating func noteLockMarks(_ words: ByteView, line: Int) {
    if words.contains("is trying to acquire") {
      mark(.tryingToAcquire, line: line)
    } else if words.contains("just changed the state of lock") {
      mark(.changedLockState, line: line)
    } else if words.ends(with: " takes:") || words.contains("takes:") {
      mark(.takes, line: line)
    } else if words.contains("leaving the kernel with locks still held") {
      mark(.leavingWithLocks, line: line)
    } else if words.contains("Sending NMI from CPU") {
      mark(.sendingInterrupts, line: line)
    }
  }
}
