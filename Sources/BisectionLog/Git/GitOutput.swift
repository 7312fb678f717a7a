extension GitSessionParser {
  /// A line that git printed in a terminal.
  ///
  /// A test may print anything, so `Bisecting:` counts only with a candidate below it.
  mutating func takeOutput(_ line: ByteView, _ kind: LineKind) {
    switch kind {
    case .bisecting where GitLine.isCandidate(lines[nextIndex]):
      isRunning = false
      isTranscript = true
      expectedCount = line.after("Bisecting: ").flatMap(RevisionCount.init)
      accept(.bisecting)
      takeCandidate(lines[at])
    case .candidate where !isRunning: takeCandidate(line)
    case .bisecting, .candidate: accept(isRunning ? .runOutput : unknownKind)
    case .firstBad: takeFirstBad(line)
    case .gitMessage where line.contains("commit could be any of:"):
      isRunning = false
      let number = lineNumber
      accept(.gitMessage)
      let commits = takeHashes(.skippedOnly)
      end(Outcome(kind: .inconclusive, commits: commits, message: line.range, line: number))
    case .gitMessage: takeMessage(line)
    default: accept(isRunning && kind != .gitStatus ? .runOutput : kind)
    }
  }

  private mutating func takeMessage(_ line: ByteView) {
    isRunning = false
    log.notices.append(
      Notice(kind: .gitMessage, line: lineNumber, text: line.range, fact: Fact(line, .gitMessage)))
    if case .mergeBaseIsBad = GitRemark(line) {
      end(Outcome(kind: .error, message: line.range, line: lineNumber))
    }
    accept(.gitMessage)
  }

  private mutating func takeCandidate(_ line: ByteView) {
    guard let hash = line.dropping(1).leadingHash() else { return accept(unknownKind) }
    var step = Step(line: lineNumber, stage: .bisect, commit: hash.range)
    step.title = line.dropping(hash.count &+ 2).withoutLeadingBlank.range
    step.remaining = expectedCount?.remaining
    step.roughSteps = expectedCount?.roughSteps
    expectedCount = nil
    stepsByCommit[hash.bytes] = log.steps.count
    log.steps.append(step)
    candidateStep = log.steps.count - 1
    accept(.candidate)
  }

  /// `HASH is the first bad commit`, with the commit below it.
  private mutating func takeFirstBad(_ line: ByteView) {
    guard let hash = GitLine.firstBad(line) else { return accept(unknownKind) }
    isRunning = false
    var culprit = Culprit(commit: hash.range, line: lineNumber)
    end(Outcome(kind: .culprit, commits: [hash.range], message: line.range, line: lineNumber))
    accept(.firstBad)
    takeCommitBlock(of: &culprit)
    keep(culprit)
  }

  /// `# first bad commit: [HASH] subject`.
  mutating func takeResult(_ hash: ByteView, title: ByteView) {
    isRunning = false
    var culprit = Culprit(commit: hash.range, line: lineNumber)
    culprit.title = title.rangeIfAny
    let outcome = Outcome(
      kind: .culprit, commits: [hash.range], message: lines[at].range, line: lineNumber)
    end(outcome)
    keep(culprit)
    accept(.firstBad)
  }

  /// Keeps the first culprit of the file, and what a later mention adds to it.
  private mutating func keep(_ culprit: Culprit) {
    guard var known = log.culprit else {
      log.culprit = culprit
      return
    }
    guard lines.view(known.commit).hasSameBytes(as: lines.view(culprit.commit)) else { return }
    let title = culprit.title ?? known.title
    if known.blockLines == nil, culprit.blockLines != nil { known = culprit }
    known.title = title
    log.culprit = known
  }

  /// `running COMMAND`: until git speaks again, the command does.
  ///
  /// Prose and tests may also begin a line with that word: it counts directly below git's words or
  /// a command, and where the same command ran before.
  mutating func takeRunning() {
    let isRepeated = lastRunning.map { lines[at].hasSameBytes(as: lines[$0]) } ?? false
    guard isRepeated || !isRunning && isBelowGit else {
      return accept(isRunning ? .runOutput : unknownKind)
    }
    hasRun = true
    isRunning = true
    lastRunning = at
    accept(.runCommand)
  }

  private var isBelowGit: Bool {
    guard at > 0 else { return true }
    switch kinds[at &- 1] {
    case .candidate, .runCommand, .gitStart, .gitVerdict, .gitStatus: return true
    default: return false
    }
  }

  mutating func takeRunEnd(_ line: ByteView, isError: Bool) {
    isRunning = false
    if isError { end(Outcome(kind: .error, message: line.range, line: lineNumber)) }
    accept(.endMessage)
  }

  /// `# only skipped commits left to test`; the commits follow.
  mutating func takeOnlySkipped() {
    end(Outcome(kind: .inconclusive, message: lines[at].range, line: lineNumber))
    accept(.gitMessage)
  }

  /// One of the commits that are left.
  mutating func addPossible(_ hash: ByteView) {
    if sessions.isEmpty || sessions[sessions.count - 1].outcome.kind != .inconclusive {
      end(Outcome(kind: .inconclusive, message: lines[at].range, line: lineNumber))
    }
    sessions[sessions.count - 1].outcome.commits.append(hash.range)
  }

  /// Records how the session ends.
  ///
  /// The same end may be reported twice, by git and by its record. Another end without a start in
  /// between is that of another session, of which only a part was copied.
  private mutating func end(_ outcome: Outcome) {
    guard let last = sessions.last else {
      sessions.append(implicitSession(line: 1, step: 0))
      return end(outcome)
    }
    if last.outcome.kind == .incomplete {
      sessions[sessions.count - 1].outcome = outcome
    } else if !isSameEnd(last.outcome, outcome) {
      closeSession()
      var session = implicitSession(line: lineNumber, step: log.steps.count)
      session.outcome = outcome
      sessions.append(session)
    }
  }

  /// A session whose start is not in the text.
  private func implicitSession(line: Int, step: Int) -> GitSession {
    var session = GitSession(line: line, step: step)
    session.direction = terms.direction
    return session
  }

  private func isSameEnd(_ first: Outcome, _ second: Outcome) -> Bool {
    if second.kind == .error { return true }
    guard first.kind == second.kind else { return false }
    guard let one = first.commits.first, let other = second.commits.first else { return true }
    return first.kind == .inconclusive || lines.view(one).hasSameBytes(as: lines.view(other))
  }
}
