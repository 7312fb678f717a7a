extension GitSessionParser {
  /// Derives what depends on the whole text.
  mutating func finish() {
    log.format = hasRun || isTranscript && !hasRecord ? .gitBisectRun : .gitBisectLog
    log.sessions = sessions
    // What the first concluded session found counts; else the state of the last.
    let concluded =
      sessions.first { $0.outcome.kind == .culprit }
      ?? sessions.first { $0.outcome.kind != .incomplete } ?? sessions.last
    log.direction = concluded?.direction ?? terms.direction
    if let concluded {
      log.outcome = concluded.outcome
      log.range = concluded.range
      log.startCommit = concluded.range?.bad
    }
    judgeCulprit()
    completeCulprit()
    for index in log.steps.indices { log.steps[index].trust(log.direction) }
    nameTitles()
  }

  /// A transcript does not record verdicts, but its result implies that the culprit was bad.
  private mutating func judgeCulprit() {
    for session in sessions where session.outcome.kind == .culprit {
      guard let commit = session.outcome.commits.first.map(lines.view) else { continue }
      for index in log.steps.indices where log.steps[index].verdict == nil {
        if lines.view(log.steps[index].commit).hasSameBytes(as: commit) {
          log.steps[index].verdict = .bad
          log.steps[index].verdictLine = session.outcome.line
        }
      }
    }
  }

  /// The culprit's subject is in its block, with its result, or with its verdict.
  private mutating func nameTitles() {
    guard let culprit = log.culprit else { return }
    let commit = lines.view(culprit.commit)
    let step = log.steps.first { lines.view($0.commit).hasSameBytes(as: commit) }
    let title = culprit.title ?? step?.title
    log.culprit?.title = title
    log.culprit?.isRelease = title.map { ReleaseTitle.matches(lines.view($0)) } ?? false
    if culprit.blockLines == nil, let title, lines.view(title).starts(with: "Merge ") {
      log.culprit?.isMerge = true
    }
  }
}

extension Step {
  /// Without runs, the result is the verdict that the person or the command gave git.
  mutating func trust(_ direction: Direction) {
    switch verdict {
    case .bad: result = direction == .fix ? .passed : .crashed
    case .good: result = direction == .fix ? .crashed : .passed
    case .skip, nil: result = .inconclusive
    }
  }
}
