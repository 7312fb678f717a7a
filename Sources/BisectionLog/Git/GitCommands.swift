extension GitSessionParser {
  /// `git bisect WORD ...`.
  mutating func takeCommand(_ command: ByteView) {
    isRunning = false
    let words = ShellWords.split(command)
    guard let word = words.first else { return accept(.runCommand) }
    let arguments = Array(words.dropFirst())
    if word.equals("start") {
      beginSession(arguments)
      accept(.gitStart)
    } else if Self.isOther(word) {
      hasRun = hasRun || word.equals("run")
      accept(.runCommand)
    } else if let verdict = terms.verdict(word) {
      judge(arguments, verdict, word)
      accept(.gitVerdict)
    } else {
      accept(unknownKind)
    }
  }

  /// Whether a command gives git no verdict.
  private static func isOther(_ word: ByteView) -> Bool {
    word.equals("run") || word.equals("log") || word.equals("reset") || word.equals("replay")
      || word.equals("terms") || word.equals("visualize") || word.equals("view")
      || word.equals("next") || word.equals("help")
  }

  private mutating func beginSession(_ arguments: [ByteView]) {
    closeSession()
    terms = GitTerms(new: newTermOfResult(after: at &+ 1))
    var session = GitSession(line: lineNumber, step: log.steps.count)
    var revisions: [ByteView] = []
    var arguments = arguments[...]
    while let argument = arguments.popFirst() {
      if argument.equals("--") {
        session.paths = arguments.map(\.range)
        break
      }
      if terms.take(option: argument) || argument.starts(with: "--") { continue }
      revisions.append(argument)
    }
    session.direction = terms.direction
    session.newTerm = terms.new?.range
    session.oldTerm = terms.old?.range
    ends = (revisions.first?.range, revisions.dropFirst().first?.range, true)
    sessions.append(session)
    if let bad = ends.bad, let good = ends.good {
      log.gitCommands.append(
        GitCommand(line: lineNumber, command: .start(bad: bad, good: good)))
    }
    candidateStep = nil
    noteRange()
  }

  /// Closes the current session, before a new one or at the end.
  mutating func closeSession() {
    guard !sessions.isEmpty else { return }
    let last = sessions.count - 1
    sessions[last].lines =
      sessions[last].lines.lowerBound..<max(at &+ 1, sessions[last].lines.upperBound)
    sessions[last].steps = sessions[last].steps.lowerBound..<log.steps.count
  }

  /// Records the ends of the range once both are known.
  private mutating func noteRange() {
    guard let bad = ends.bad, let good = ends.good, let last = sessions.indices.last else { return }
    let range = sessions[last].range ?? BisectionRange(bad: bad, good: good)
    sessions[last].range = range
  }

  /// `git bisect good [REVISION ...]`; without one it is the current revision.
  private mutating func judge(_ revisions: [ByteView], _ verdict: GitVerdict, _ word: ByteView) {
    if revisions.isEmpty {
      guard let index = candidateStep, log.steps.indices.contains(index) else { return }
      note(verdict, word, commit: log.steps[index].commit, step: index)
    }
    for revision in revisions where !revision.starts(with: "--") {
      if verdict == .bad, ends.areOpen, ends.bad == nil {
        ends.bad = revision.range
        note(verdict, word, commit: revision.range, step: nil)
      } else if verdict == .good, ends.areOpen, ends.good == nil {
        ends.good = revision.range
        note(verdict, word, commit: revision.range, step: nil)
      } else {
        note(verdict, word, commit: revision.range, step: step(testing: revision))
      }
    }
    noteRange()
  }

  private mutating func note(
    _ verdict: GitVerdict, _ word: ByteView, commit: TextRange, step: Int?
  ) {
    var command = GitCommand(line: lineNumber, command: .init(verdict, commit))
    command.step = step
    if !word.equals("good"), !word.equals("bad"), !word.equals("skip") { command.term = word.range }
    if let subject, subject.hash.hasSameBytes(as: lines.view(commit)) {
      command.title = subject.title
    }
    if let step {
      log.steps[step].title = log.steps[step].title ?? command.title
      command.title = command.title ?? log.steps[step].title
      log.steps[step].verdict = verdict
      log.steps[step].verdictLine = lineNumber
    }
    log.gitCommands.append(command)
  }

  /// The step of a revision in this session: git never asks for one twice, but mails repeat lines.
  private mutating func step(testing revision: ByteView) -> Int {
    let first = sessions.last.map { isTranscript ? 0 : $0.steps.lowerBound } ?? 0
    let bytes = revision.bytes
    if let known = stepsByCommit[bytes], known >= first { return known }
    stepsByCommit[bytes] = log.steps.count
    log.steps.append(Step(line: lineNumber, stage: .bisect, commit: revision.range))
    return log.steps.count - 1
  }
}
