/// Reads a report line by line; each console context has a thread of its own.
struct ReportParser: ~Copyable {
  let text: SourceText
  var report: CrashReport
  var threads: [ReportThread] = [ReportThread(console: .none)]
  /// The place of each context's thread.
  private var places: [ConsoleContext: Int] = [ConsoleContext.none: 0]
  /// The thread of the line that is being read.
  var current = 0
  /// The lock whose uses the following stacks show.
  var usedLock: TextRange?
  /// A section that goes on whatever its lines look like.
  var sticky: (kind: ReportSectionKind, label: StaticString)?

  init(text: SourceText, report: CrashReport) {
    self.text = text
    self.report = report
  }

  /// The report as far as it was read.
  consuming func finish() -> CrashReport {
    report.headline = report.headlines.first?.line
    if !report.lockHolders.isEmpty { addUnlistedLocks() }
    let nothing = CrashReport(title: nil, line: 0, lines: 0..<0)
    return exchange(&report, with: nothing)
  }

  /// Adds the holders whose locks are counted but not listed; they have no stack.
  private mutating func addUnlistedLocks() {
    let listed = Set(report.stacks.lazy.filter { $0.kind == .heldLocks }.map(\.line))
    let unlisted = report.lockHolders.filter { !listed.contains($0.line) }
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

  /// Takes the next line.
  mutating func take(_ whole: ByteView, line: Int) {
    var text = whole
    var context = ConsoleContext.none
    if let prefix = ConsolePrefix(of: whole) {
      text = whole.dropping(prefix.length)
      context = prefix.context
    }
    switchThread(to: context)
    threads[current].lineCount &+= 1
    if let sticky, goesOn(sticky.kind, text) {
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
        if threads[current].repeatedTagLine != line { take(tag, line: line) }
        if frame.inlined { threads[current].repeatedTagLine = line + 1 }
      }
      take(frame, line: line)
    case .bareRegister(let isUserSpace): takeBareRegister(isUserSpace, line: line)
    case .text(let words): takeText(words, line: line)
    }
    if case .text = parsed { return }
    if case .blank = parsed { return }
    threads[current].followsHeadline = false
  }

  private mutating func switchThread(to context: ConsoleContext) {
    guard threads[current].console != context else { return }
    if let place = places[context] {
      current = place
    } else {
      current = threads.count
      places[context] = current
      threads.append(ReportThread(console: context))
    }
  }

  private mutating func takeBlank() {
    threads[current].open = nil
    threads[current].mentions = nil
  }

  private mutating func takeBareRegister(_ isUserSpace: Bool, line: Int) {
    note(.registers, "Registers", line: line)
    mark(.bareInstructionPointer, line: line)
    // What the program was doing is below the kernel's stack.
    if isUserSpace { threads[current].close() }
  }

  /// Takes a line of text: an opener, a headline, a row of a section, or something unknown.
  private mutating func takeText(_ words: ByteView, line: Int) {
    defer { threads[current].lastText = words.range }
    if let opener = OpenerLine(words) {
      take(opener, words, line: line)
      threads[current].followsHeadline = false
      return
    }
    if let (kind, label) = SectionLine.section(of: words) {
      if words.starts(with: "status: "), words.contains(" badaddr: ") {
        mark(.riscvStatus, line: line)
      }
      note(kind, label, line: line)
      if kind == .disassembly || kind == .memoryState || kind == .lockScenario {
        sticky = (kind, label)
      }
      // Registers, code and modules may stand within a trace; processes stand before one.
      if kind == .header { threads[current].open = nil }
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
      noteSource(searched, line: line)
      return
    }
    noteSource(searched, line: line)
    note(report.headlines.isEmpty ? .console : .other, "Text", line: line)
    threads[current].followsHeadline = false
    if words.last == Ascii.colon, words.count > 3, Ascii.isLetter(words[0]),
      !words.contains(" lock")
    {
      threads[current].close()
      threads[current].opener = StackOpener(
        kind: .other, label: label(words.droppingLast(1)), line: line)
    }
  }

  /// Notes a mark of the report at a line.
  mutating func mark(_ kind: ReportMark.Kind, line: Int) {
    report.marks.append(ReportMark(kind: kind, line: line, console: threads[current].console))
  }

  /// Notes the first source file that a line of text names.
  mutating func noteSource(_ words: SearchedLine, line: Int) {
    guard let file = TextLine.source(in: words), !TextLine.isStateOnly(words),
      !words.view.contains(", at: ")
    else { return }
    report.sources.append(
      SourceMention(file: file, line: line, console: threads[current].console))
  }

  /// A label made of some words, short enough to be one.
  func label(_ words: ByteView) -> String { text.string(words.trimmed.prefix(120).range) }
}
