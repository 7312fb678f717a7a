extension BisectionLog {
  /// Reads a log completely.
  ///
  /// It accepts any bytes and never traps; what no rule accepts is kept as
  /// ``LineKind/unrecognised``, and what is not a log at all has format ``LogFormat/unknown`` and a
  /// ``refusal``.
  public init(parsing bytes: [UInt8]) {
    let source = SourceText(bytes)
    let unwrapped = UnwrappedText(of: source)
    self.init(source: source, text: unwrapped.text)
    read(unwrapped)
    let (isMarkup, isSpaced) = (holdsMarkup, holdsNoBreakSpaces)
    guard isMarkup || isSpaced else { return }
    let decoded = UnwrappedText(of: source, isMarkup: isMarkup, holdsControls: isSpaced)
    self = BisectionLog(source: source, text: decoded.text)
    read(decoded)
  }

  /// Whether a page's source shows in what was read of a log: the signs that it writes otherwise are
  /// rare in a log, but its titles and addresses have them.
  private var holdsMarkup: Bool {
    // An author's address was found by its `<`.
    guard format == .syzkaller, culprit?.email == nil else { return false }
    return Lines.withLines(of: text) { lines in
      var entities = 0
      /// Whether nothing speaks against a page's source so far.
      func agrees(_ range: TextRange?) -> Bool {
        guard let range else { return true }
        let found = MarkupText.ampersands(in: lines.view(range))
        entities += found.entities
        return found.others == 0
      }
      for index in steps.indices {
        guard agrees(steps[index].title), agrees(steps[index].buildError) else { return false }
        guard steps[index].other > 0 else { continue }
        let failed = steps[index].runs.firstIndex { $0.outcome == .basicTestFailed }
        guard agrees(failed.flatMap { steps[index].runs[$0].title }) else { return false }
      }
      guard agrees(outcome.message), agrees(recipients.map { lines[$0.line &- 1].range }) else {
        return false
      }
      if let culprit {
        let message = culprit.line > 0 ? culprit.message.prefix(40) : []
        guard agrees(culprit.title), agrees(culprit.author), agrees(culprit.date),
          message.allSatisfy({ agrees($0) })
        else { return false }
      }
      return entities > 0
    }
  }

  /// How many lines tell how a page or a mail program indented a report.
  private static let sufficientLines = 60

  /// Whether a page or a mail program indented a log's commit or its report its own way: only there
  /// does a log have several blanks in a row.
  private var holdsNoBreakSpaces: Bool {
    guard format == .syzkaller else { return false }
    if let block = culprit?.blockLines, holdsNoBreakSpace(from: block.lowerBound, atMost: 8) {
      return true
    }
    guard let count = crash?.unrecognisedLineCount, count > 0, let report = crash?.judgedLines
    else { return false }
    return holdsNoBreakSpace(from: report.lowerBound, atMost: Self.sufficientLines)
  }

  /// Whether one of some lines holds a blank that lines are not broken at; the first is counted from 0.
  private func holdsNoBreakSpace(from first: Int, atMost count: Int) -> Bool {
    let last = min(first + count, text.lineCount) - 1
    guard first <= last else { return false }
    return Lines.withLines(of: text) { lines in
      TerminalText.holdsNoBreakSpace(lines.view(lines.range(from: first, through: last)))
    }
  }

  /// Reads a text, of which nothing is known yet.
  private mutating func read(_ unwrapped: UnwrappedText) {
    let source = source
    switch Lines.withLines(of: text, { DetectedFormat($0) }) {
    case .syzkaller(let traits):
      let absorbed = free(traits, absorbed: unwrapped.absorbed)
      self = Lines.withLines(of: text) { lines in
        SyzkallerParser(
          lines: lines, log: Self(source: source, text: text), absorbed: absorbed,
          hasProse: traits.hasProse
        ).parse()
      }
    case .git(let traits):
      let absorbed = free(traits, absorbed: unwrapped.absorbed)
      self = Lines.withLines(of: text) { lines in
        GitSessionParser(
          lines: lines, log: Self(source: source, text: text), absorbed: absorbed,
          hasProse: traits.hasProse
        ).parse()
      }
    case .patchTest:
      self = Lines.withLines(of: text) { lines in
        PatchTestParser(
          lines: lines, log: Self(source: source, text: text), absorbed: unwrapped.absorbed
        ).parse()
      }
    case .crashReport(let headline):
      let joined = Lines.withLines(of: text) { WrappedReport($0, absorbed: unwrapped.absorbed) }
      text = joined?.text ?? text
      format = .crashReport
      lineKinds = Array(repeating: .report, count: source.lineCount)
      crash = CrashReport(
        parsing: text, lines: 1..<source.lineCount + 1, title: nil, titleLine: headline,
        absorbed: joined?.absorbed ?? unwrapped.absorbed,
        consoles: unwrapped.hadPrefix && unwrapped.consoles.isEmpty
          ? Array(repeating: 0, count: source.lineCount) : unwrapped.consoles,
        isOfKernelsConsole: unwrapped.namesKernel)
    case .refused(let refusal):
      self.refusal = refusal
      lineKinds = Array(repeating: .unrecognised, count: source.lineCount)
    }
  }

  /// Undoes a mail's quoting and wrapping in the text, where there is any; returns which lines were
  /// joined to the line before.
  private mutating func free(_ traits: DetectedFormat.MailTraits, absorbed: [Bool]) -> [Bool] {
    guard traits.isQuoted || traits.hasProse || traits.isBroken else { return absorbed }
    var absorbed = absorbed
    if traits.isBroken,
      let whole = Lines.withLines(of: text, { FoldedLines($0, absorbed: absorbed) })
    {
      (text, absorbed) = (whole.text, whole.absorbed)
    }
    let unquoted = Lines.withLines(of: text) {
      UnquotedText($0, absorbed: absorbed, hasProse: traits.hasProse)
    }
    text = unquoted.text
    return unquoted.absorbed
  }
}
