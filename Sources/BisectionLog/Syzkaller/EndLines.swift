extension SyzkallerParser {
  /// The closing part, from the error probability to the crash report (grammar, section 9).
  mutating func takeEndLine(_ line: ByteView, _ kind: LineKind) {
    if kind == .crashTitle, !isClosing, hasLostItsClosing { isClosing = true }
    switch kind {
    case .error where !isClosing, .crashTitle where !isClosing: return takeUnknown(line)
    case .error: return takeError(line)
    case .crashTitle: return takeCrash(line)
    case .inconclusive: return takeInconclusive(line)
    case .endMessage: return takeEndMessage(line)
    case .releaseDetection, .parentUntested:
      closeStep()
      acceptNotice(kind, line)
      payload = kind == .releaseDetection ? .node : .none
      if kind == .parentUntested { announcedStage = .parent }
      return
    default: break
    }
    closeStep()
    payload = .none
    switch kind {
    case .statistics: takeStatistics(line)
    case .errorProbability:
      log.statistics.errorProbability =
        line.after("accumulated error probability: ")?.leadingDecimal()?.value
    case .reproducerFlaky:
      log.statistics.flaky = true
      log.statistics.reproChance = line.after("reproducer is flaky (")?.leadingDecimal()?.value
    case .signaturePair: takeSignature(line)
    case .culprit: takeCulprit(line)
    case .recipients: takeRecipients(line)
    case .commitMessage: acceptNotice(kind, line); return
    default: break
    }
    accept(kind)
  }

  private mutating func takeStatistics(_ line: ByteView) {
    isClosing = true
    log.statistics.takeStatistics(line, number: lineNumber)
  }

  private mutating func takeSignature(_ line: ByteView) {
    guard let colon = line.firstIndex(of: Ascii.colon) else { return }
    let signature = line.dropping(colon &+ 1).trimmed.rangeIfAny
    let isParent = line.starts(with: "parent") || line.starts(with: "previous")
    if isParent { parentSignature = signature } else { culpritSignature = signature }
  }

  private mutating func takeCulprit(_ line: ByteView) {
    let cause = line.after("first bad commit: ")
    guard let rest = cause ?? line.after("first good commit: ") else { return }
    let length = rest.firstIndex(of: Ascii.space) ?? rest.count
    let commit = rest.prefix(length)
    if log.direction == .unknown { log.direction = cause != nil ? .cause : .fix }
    isClosing = true
    // Until March 2019 the oldest release was also named like a culprit when it crashed.
    if log.startCommit != nil, !gitHasStarted, cause != nil {
      log.outcome = Outcome(
        kind: .oldestRelease, commits: [commit.range], message: line.range, line: lineNumber)
      return
    }
    log.outcome = Outcome(
      kind: .culprit, commits: [commit.range], message: line.range, line: lineNumber)
    log.nameCulprit(commit, title: rest.dropping(length).trimmed, line: lineNumber, in: lines)
  }

  private mutating func takeRecipients(_ line: ByteView) {
    isClosing = true
    var recipients = log.recipients ?? Recipients(line: lineNumber)
    if let list = line.after("recipients (to): ") {
      recipients.to = QuotedList.items(of: list)
    } else if let list = line.after("recipients (cc): ") ?? line.after("cc: ") {
      recipients.cc = QuotedList.items(of: list)
    }
    log.recipients = recipients
  }

  private mutating func takeInconclusive(_ line: ByteView) {
    closeStep()
    payload = .none
    if log.direction == .unknown {
      log.direction = line.contains("the first good commit") ? .fix : .cause
    }
    isClosing = true
    let first = at
    accept(.inconclusive)
    let commits = takeHashes(.continuation)
    let last = (first..<at).last { !lines[$0].isEmpty } ?? first
    log.outcome = Outcome(
      kind: .inconclusive, commits: commits, message: lines.range(from: first, through: last),
      line: first &+ 1)
  }

  /// A sentence with the reason why there is no commit.
  ///
  /// Before `revisions tested` it is only a remark.
  private mutating func takeEndMessage(_ line: ByteView) {
    closeStep()
    payload = .none
    guard isClosing else { return acceptNotice(.endMessage, line) }
    let isOldest =
      line.starts(with: "the crash already happened on the oldest")
      || line.starts(with: "oldest tested release already had the bug")
    log.outcome = Outcome(
      kind: isOldest ? .oldestRelease : .stillCrashes, message: line.range, line: lineNumber)
    if log.direction == .unknown { log.direction = isOldest ? .cause : .fix }
    accept(.endMessage)
  }

  /// `error:` runs to the end of the log.
  private mutating func takeError(_ line: ByteView) {
    closeStep()
    let first = at
    let text = line.dropping("error: ".utf8.count)
    accept(.error)
    let end =
      hasProse ? (at..<lines.count).first { lines[$0].isEmpty || closesFence(lines[$0]) } : nil
    accept(.continuation, upTo: end ?? lines.count)
    let last = (first..<at).last { !lines[$0].isEmpty } ?? first
    let message = TextRange(text.start..<max(text.start, lines[last].end))
    let leftovers = leftovers(inLines: first &+ 1..<at)
    log.outcome = Outcome(
      kind: leftovers.isEmpty ? .ofError(text) : .inconclusive, commits: leftovers,
      message: message, line: first &+ 1)
  }

  /// Until March 2019 git's own list of what is left was in the error.
  private func leftovers(inLines range: Range<Int>) -> [TextRange] {
    guard let opener = range.first(where: { lines[$0].contains("commit could be any of:") }) else {
      return []
    }
    return (opener &+ 1..<range.upperBound).prefix { lines[$0].isHash }.map { lines[$0].range }
  }

  /// `crash:` and the report run to the end of the log.
  private mutating func takeCrash(_ line: ByteView) {
    closeStep()
    let title = line.dropping("crash: ".utf8.count).range
    let number = lineNumber
    accept(.crashTitle)
    let first = lineNumber
    let end = endOfFence
    accept(.report, upTo: end)
    log.crash = CrashReport(
      parsing: log.text, lines: first..<end &+ 1, title: title, titleLine: number,
      absorbed: absorbed)
  }

  /// The index of the line that closes what a log was put in; the end of the text if there is none.
  private var endOfFence: Int {
    let fence = hasProse ? (at..<lines.count).first { closesFence(lines[$0]) } : nil
    var end = fence ?? lines.count
    // What was left out below is of the text around it.
    while end > at, end <= absorbed.count, absorbed[end &- 1] { end &-= 1 }
    return end
  }

  /// Whether a line closes what people put a log in, in Markdown.
  private func closesFence(_ line: ByteView) -> Bool { line.starts(with: "```") }
}

extension OutcomeKind {
  /// What an `error:` text means.
  static func ofError(_ text: ByteView) -> OutcomeKind {
    if text.starts(with: "the crash wasn't reproduced on the original commit") {
      return .notReproduced
    }
    if text.starts(with: "bisection is taking too long") { return .timeout }
    return .error
  }
}
