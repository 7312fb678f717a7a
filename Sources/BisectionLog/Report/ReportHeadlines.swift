extension ReportParser {
  /// Parses a line that announces a crash.
  mutating func take(
    _ family: HeadlineFamily, _ rest: ByteView, _ words: ByteView, line: Int
  ) {
    let found = HeadlineFinder.headline(family, rest)
    var headline = Headline(
      kind: found.kind, family: family, line: line, text: rest.range,
      console: thread.console, precedingLines: thread.lineCount - 1)
    headline.function = found.function
    headline.detail = found.detail
    headline.secondDetail = found.secondDetail
    let isFirst = report.headlines.isEmpty
    report.headlines.append(headline)
    note(.headline, "Headline", line: line)
    noteSource(SearchedLine(words), line: line)
    thread.close()
    thread.pending = pending(of: headline, isFirst: isFirst)
    if headline.kind == .freedOrAllocated {
      // SLUB prints the origin of an object under such a line.
      let isAllocation = rest.starts(with: "INFO: Allocated")
      thread.opener = StackOpener(
        kind: isAllocation ? .allocation : .free, label: label(rest.dropping(6)), line: line)
    }
    thread.followsHeadline = true
    if headline.kind == .stackProtector,
      let (frame, lead) = TextLine.mention(in: SearchedLine(words))
    {
      // The stack is lost; only this line names the place.
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

  /// Forgets a headline that a message was cut in: the kernel prints it again, whole (`kernel/printk`).
  mutating func dropCutHeadline(before line: Int) {
    guard let last = report.headlines.last, last.line == line - 1 else { return }
    report.headlines.removeLast()
    thread.close()
    thread.pending = nil
  }

  /// Completes the last headline with a line that follows it.
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

  /// Parses the end of a hung task's headline that the task's own name broke in two.
  private mutating func completeHungTask(_ last: Int, _ words: ByteView) {
    guard thread.followsHeadline, words.contains(" blocked for more than "),
      text.string(report.headlines[last].text).hasPrefix("INFO: task ")
    else { return }
    report.headlines[last].kind = .taskHung
    thread.pending = pending(of: report.headlines[last], isFirst: last == 0)
  }
}
