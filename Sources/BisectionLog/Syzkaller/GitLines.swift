extension SyzkallerParser {
  /// Git's commands and its answers (grammar, section 8).
  mutating func takeGitLine(_ line: ByteView, _ kind: LineKind) {
    closeStep()
    payload = .none
    switch kind {
    case .gitStart: takeGitStart(line)
    case .gitVerdict: takeGitVerdict(line)
    case .bisecting: takeBisecting(line)
    case .candidate: takeCandidate(line)
    case .firstBad: takeFirstBad(line)
    case .gitMessage where line.contains("commit could be any of:"):
      takeLeftovers(line)
    case .gitAccessWarning, .gitStatus: accept(kind)
    default: acceptNotice(kind, line)
    }
  }

  /// The commits that git cannot distinguish, one on a line.
  private mutating func takeLeftovers(_ line: ByteView) {
    let number = lineNumber
    accept(.gitMessage)
    let commits = takeHashes(.skippedOnly)
    log.notices.append(
      Notice(
        kind: .gitMessage, line: number, text: line.range, fact: .git(.couldBeAnyOf(commits))))
  }

  private mutating func takeGitStart(_ line: ByteView) {
    noteRangeBegins()
    gitHasStarted = true
    announcedStage = nil
    let words = (line.after("# git bisect start ") ?? line).words
    if words.count >= 2 {
      let range = BisectionRange(bad: words[0].range, good: words[1].range)
      log.range = log.range ?? range
      log.gitCommands.append(
        GitCommand(line: lineNumber, command: .start(bad: range.bad, good: range.good)))
    }
    accept(.gitStart)
  }

  private mutating func takeGitVerdict(_ line: ByteView) {
    gitHasStarted = true
    guard let (verdict, commit) = GitVerdict.reading(line.dropping("# git bisect ".utf8.count))
    else {
      return takeUnknown(line)
    }
    var command = GitCommand(line: lineNumber, command: .init(verdict, commit.range))
    if let candidate, candidate.commit.hasSameBytes(as: commit) { command.title = candidate.title }
    nameUnnamedStep(commit)
    if !pretends, let index = lastStep(testing: commit) {
      command.step = index
      command.title = command.title ?? log.steps[index].title
      log.steps[index].verdict = verdict
      log.steps[index].verdictLine = lineNumber
    }
    pretends = false
    log.gitCommands.append(command)
    accept(.gitVerdict)
  }

  /// The last step that tested a revision: steps are paired with verdicts by hash, never by place.
  ///
  /// No bisection has thousands of steps; in a text made to do harm the others are not looked through.
  private func lastStep(testing commit: ByteView) -> Int? {
    log.steps.indices.suffix(1024).last {
      lines.view(log.steps[$0].commit).hasSameBytes(as: commit)
    }
  }

  /// Where the line that named the tested revision is missing, the verdict below the runs names it.
  private mutating func nameUnnamedStep(_ commit: ByteView) {
    guard let last = log.steps.indices.last, log.steps[last].commit.isEmpty else { return }
    if let told = log.gitCommands.last, told.line > log.steps[last].line { return }
    log.steps[last].commit = commit.range
  }

  private mutating func takeBisecting(_ line: ByteView) {
    announcedStage = nil
    expectedCount = line.after("Bisecting: ").flatMap(RevisionCount.init)
    accept(.bisecting)
  }

  private mutating func takeCandidate(_ line: ByteView) {
    guard let (hash, rest) = line.dropping(1).split(at: Ascii.closeBracket) else {
      return accept(.unrecognised)
    }
    let title = rest.withoutLeadingBlank
    candidate = Candidate(
      commit: hash, title: title.range, remaining: expectedCount?.remaining,
      roughSteps: expectedCount?.roughSteps)
    expectedCount = nil
    pretends = false
    accept(.candidate)
  }

  private mutating func takeFirstBad(_ line: ByteView) {
    if let hash = GitLine.firstBad(line) {
      var culprit = Culprit(commit: hash.range, line: lineNumber)
      accept(.firstBad)
      takeCommitBlock(of: &culprit)
      log.culprit = culprit
    } else {
      accept(.firstBad)
    }
  }
}

extension GitVerdict {
  /// The word and the revision of `good HASH`.
  static func reading(_ text: ByteView) -> (GitVerdict, ByteView)? {
    if let commit = text.after("good ") { return (.good, commit.trimmed) }
    if let commit = text.after("bad ") { return (.bad, commit.trimmed) }
    if let commit = text.after("skip ") { return (.skip, commit.trimmed) }
    return nil
  }
}

extension GitCommand.Command {
  /// The command that gives git a verdict.
  init(_ verdict: GitVerdict, _ commit: TextRange) {
    switch verdict {
    case .good: self = .good(commit)
    case .bad: self = .bad(commit)
    case .skip: self = .skip(commit)
    }
  }
}

/// Git's count of what is left: `26 revisions left to test after this (roughly 5 steps)`.
struct RevisionCount {
  var remaining: Int
  var roughSteps: Int?

  init?(_ text: ByteView) {
    guard let (remaining, length) = text.leadingNumber() else { return nil }
    let rest = text.dropping(length)
    guard rest.starts(with: " revision") else { return nil }
    self.remaining = remaining
    roughSteps = rest.split(at: "(roughly ")?.tail.leadingNumber()?.value
  }
}
