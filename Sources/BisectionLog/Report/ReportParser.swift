/// Reads a report line by line; each console context has a thread of its own.
struct ReportParser: ~Copyable {
  let text: SourceText
  var report: CrashReport
  /// The thread of the line that is being read.
  var thread = ReportThread(.none, 0)
  /// The threads of the other contexts.
  private var otherThreads: [ThreadName: ReportThread] = [:]

  /// A console context of one machine.
  private struct ThreadName: Hashable {
    var console: ConsoleContext
    var machine: UInt8
  }

  /// Whether stamps were removed with the wrapping, so that a line without one can also be a
  /// console's.
  var hasLostStamps = false
  /// Whether a journal names the kernel before each of those lines: its console had stamped them.
  var isOfKernelsConsole = false
  /// Whether the line that is being read has a console's stamp.
  private var hasStamp = false
  /// Which of several machines prints the line that is being read, from 0.
  var machine: UInt8 = 0
  /// The last frames, which their stack has not got yet.
  var gathered = GatheredFrames()
  /// The lock whose uses the following stacks show.
  var usedLock: TextRange?
  /// A section that continues regardless of the form of its lines.
  var sticky: (kind: ReportSectionKind, label: String)?

  init(text: SourceText, report: CrashReport) {
    self.text = text
    self.report = report
    // Most reports have a few of each.
    self.report.stacks.reserveCapacity(4)
    self.report.sections.reserveCapacity(8)
  }

  /// The report as far as it was read.
  consuming func finish() -> CrashReport {
    settleFrames()
    report.headline = report.headlines.first?.line
    if !report.lockHolders.isEmpty { addUnlistedLocks() }
    let nothing = CrashReport(title: nil, line: 0, lines: 0..<0)
    return exchange(&report, with: nothing)
  }

  /// Reserves room for a multiple of what was found so far, to avoid repeated reallocation.
  mutating func expect(times factor: Int) {
    // A little more, so that a few more do not force a reallocation.
    func expected(_ count: Int) -> Int { count &* factor &+ count &* factor / 32 }
    report.stacks.reserveCapacity(expected(report.stacks.count))
    // Each holder whose locks are not listed gets a section at the end.
    report.sections.reserveCapacity(expected(report.sections.count + report.lockHolders.count))
    report.headlines.reserveCapacity(expected(report.headlines.count))
    report.marks.reserveCapacity(expected(report.marks.count))
    report.lockHolders.reserveCapacity(expected(report.lockHolders.count))
    report.sources.reserveCapacity(expected(report.sources.count))
  }

  /// Adds the holders whose locks are counted but not listed; they have no stack.
  private mutating func addUnlistedLocks() {
    let unlisted = unlistedLockHolders()
    guard !unlisted.isEmpty else { return }
    report.sections += unlisted.map { holder in
      let noun = holder.count == 1 ? "lock" : "locks"
      return ReportSection(
        kind: .other,
        label: "\(holder.count) \(noun) held by \(text.string(holder.task)), not listed",
        lines: holder.line..<holder.line + 1)
    }
    report.sections.sort { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  private func unlistedLockHolders() -> [LockHolder] {
    guard !report.lockHolders.isEmpty else { return [] }
    // By their indices: a report can have many stacks, and to hand one out is to count its references.
    var listed: [Int] = []
    for index in report.stacks.indices where report.stacks[index].kind == .heldLocks {
      listed.append(report.stacks[index].line)
    }
    // Cheap: stacks are in order unless contexts mix.
    listed.sort()
    var next = 0
    return report.lockHolders.filter { holder in
      while next < listed.count, listed[next] < holder.line { next += 1 }
      return next == listed.count || listed[next] != holder.line
    }
  }

  /// Parses the next line.
  mutating func take(_ whole: ByteView, line: Int) {
    var text = whole
    var context = ConsoleContext.none
    hasStamp = false
    if let prefix = ConsolePrefix(of: whole) {
      text = whole.dropping(prefix.length)
      context = prefix.context
      hasStamp = true
    } else if hasLostStamps {
      // The stamp may have been in what was taken off.
      context = isOfKernelsConsole ? .console : thread.console
    }
    switchThread(to: context)
    thread.lineCount &+= 1
    if let sticky, continues(sticky.kind, text) {
      note(sticky.kind, sticky.label, line: line)
      return
    }
    var frame = Frame(function: text)
    let parsed = ReportLine(text, frame: &frame)
    switch parsed {
    case .blank:
      // A line of blanks alone is what is left of a torn frame line.
      if text.isEmpty { takeBlank() }
    case .tag(let tag): take(tag, line: line)
    case .frame(let tag):
      if let tag {
        // Symbolisers repeat the whole line, the tag included, for each inlined function.
        if thread.repeatedTagCount != thread.lineCount { take(tag, line: line) }
        if frame.inlined { thread.repeatedTagCount = thread.lineCount + 1 }
      }
      if frame.form == .register, let open = thread.open, RegisterLine.isRepeated(text) {
        take(repeated: frame, after: open, line: line)
      } else {
        take(frame, line: line)
      }
    case .bareRegister(let isUserSpace): takeBareRegister(isUserSpace, line: line)
    case .text(let words): takeText(words, line: line)
    }
    if case .text = parsed { return }
    if case .blank = parsed { return }
    thread.followsHeadline = false
  }

  @inline(__always)
  private mutating func switchThread(to context: ConsoleContext) {
    if thread.console != context || thread.machine != machine { exchangeThread(for: context) }
  }

  private mutating func exchangeThread(for context: ConsoleContext) {
    let name = ThreadName(console: context, machine: machine)
    let other = otherThreads.removeValue(forKey: name) ?? ReportThread(context, machine)
    let left = exchange(&thread, with: other)
    otherThreads[ThreadName(console: left.console, machine: left.machine)] = left
  }

  private mutating func takeBlank() {
    thread.open = nil
    thread.mentions = nil
  }

  private mutating func takeBareRegister(_ isUserSpace: Bool, line: Int) {
    note(.registers, "Registers", line: line)
    mark(.bareInstructionPointer, line: line)
    // What the program was doing is below the kernel's stack.
    if isUserSpace { thread.close() }
  }

  /// Parses a line of text: an opener, a headline, a row of a section, or something unknown.
  private mutating func takeText(_ words: ByteView, line: Int) {
    defer { thread.lastText = words }
    if let opener = OpenerLine(words) {
      take(opener, words, line: line)
      thread.followsHeadline = false
      return
    }
    if words.starts(with: "** replaying previous printk message") {
      dropCutHeadline(before: line)
    }
    if let (kind, label) = SectionLine.section(of: words) {
      if words.starts(with: "status: "), words.contains(" badaddr: ") {
        mark(.riscvStatus, line: line)
      }
      note(kind, label, line: line)
      if kind == .disassembly || kind == .memoryState || kind == .lockScenario {
        sticky = (kind, label)
      }
      // Registers, code and modules may be within a trace; processes precede one.
      if kind == .header { thread.open = nil }
      return
    }
    let searched = SearchedLine(words)
    if let (family, rest) = HeadlineFinder.family(of: searched) {
      take(family, rest, words, line: line)
      return
    }
    takeUnknown(searched, line: line)
  }

  private mutating func takeUnknown(_ searched: SearchedLine, line: Int) {
    let words = searched.view
    if words.ends(with: "Call Trace:") || words.ends(with: "Call trace:") {
      // Another line lost its end to the opener.
      take(.callTrace, words, line: line)
      return
    }
    noteMarks(searched, number: line)
    noteLockBlock(words)
    completeHeadline(words)
    if let (frame, lead) = TextLine.mention(in: searched) {
      take(mention: frame, lead: lead, line: line)
      if frame.form != .lock, !isKnown(words) {
        note(.unrecognised, "Not understood", line: line)
      }
      noteSource(searched, line: line)
      return
    }
    noteSource(searched, line: line)
    noteText(words, line: line)
    thread.followsHeadline = false
    if words.last == Ascii.colon, words.count > 3, ReportProse.canBeLabel(words.droppingLast(1)),
      !words.contains(" lock")
    {
      thread.close()
      thread.opener = StackOpener(
        kind: .other, label: label(words.droppingLast(1)), line: line)
    }
  }

  /// Whether a line of text is one that a kernel's console prints.
  private func isKnown(_ words: ByteView) -> Bool { hasStamp || ReportProse.isKnown(words) }

  /// Notes a line of text that opens nothing.
  private mutating func noteText(_ words: ByteView, line: Int) {
    if !isKnown(words) {
      note(.unrecognised, "Not understood", line: line)
    } else {
      note(report.headlines.isEmpty ? .console : .other, "Text", line: line)
    }
  }

  /// Notes a mark of the report at a line.
  mutating func mark(_ kind: ReportMark.Kind, line: Int) {
    report.marks.append(ReportMark(kind: kind, line: line, console: thread.console))
  }

  /// Notes the first source file that a line of text names.
  mutating func noteSource(_ words: SearchedLine, line: Int) {
    guard let file = TextLine.source(in: words), !TextLine.isStateOnly(words),
      !words.view.contains(", at: ")
    else { return }
    report.sources.append(
      SourceMention(file: file, line: line, console: thread.console))
  }

  /// A label made of some words, short enough to be one.
  func label(_ words: ByteView) -> String { text.string(words.trimmed.prefix(120).range) }
}
