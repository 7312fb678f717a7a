import BisectionLog
import Triage

extension AnalysedLog {
  /// A log that `git bisect replay` replays, optionally with a suspect step left out or turned.
  func gitReplay(_ change: ReplayChange?) -> String {
    var text = ReplayText(log: log, session: session)
    text.comment(subject)
    if log.direction == .fix {
      text.comment("A fix bisection: bad means that the crash is gone, as in git's own verdicts.")
    }
    text.start()
    let isBeforeRange = change.flatMap { stepAt($0.step)?.stage }.map { $0 != .bisect } ?? false
    if let change, isBeforeRange {
      addRange(changedBy: change, to: &text)
    } else {
      let titles = StepTitles(log)
      addRange(to: &text, titles)
      addVerdicts(changedBy: change, to: &text, titles)
    }
    return text.text
  }

  /// The last session, of a file that holds what git itself recorded.
  private var session: GitSession? { log.sessions.last }

  private func stepAt(_ index: Int) -> Step? {
    log.steps.indices.contains(index) ? log.steps[index] : nil
  }

  /// The ends that git was given.
  private func addRange(to text: inout ReplayText, _ titles: StepTitles) {
    guard let range = session?.range ?? log.range else {
      return text.comment("The log stops before git got its starting points.")
    }
    for (verdict, revision) in [(GitVerdict.bad, range.bad), (.good, range.good)] {
      // A record of git's own may give the ends as verdicts, which come next.
      if session != nil, isJudged(revision) { continue }
      text.verdict(verdict, revision, title: titles[revision])
    }
  }

  private func isJudged(_ revision: TextRange) -> Bool {
    let name = log.string(revision)
    return log.gitCommands.contains { command in
      command.verdict.map { log.string($0.1) == name } ?? false
    }
  }

  /// The verdicts in order, up to the changed step.
  private func addVerdicts(
    changedBy change: ReplayChange?, to text: inout ReplayText, _ titles: StepTitles
  ) {
    for command in log.gitCommands where session?.lines.contains(command.line) ?? true {
      guard let (verdict, revision) = command.verdict else { continue }
      let title = command.title ?? titles[revision]
      guard let change, command.step == change.step else {
        text.verdict(verdict, revision, title: title)
        continue
      }
      switch change {
      case .leaveOut:
        text.comment("Left out from here on: \(short(revision)) was \(verdict.rawValue).")
      case .turn:
        text.comment("Turned, was \(verdict.rawValue); all after it is left out.")
        text.verdict(verdict == .bad ? .good : .bad, revision, title: title)
      }
      return
    }
  }

  /// The ends of the range where the changed step is one that led to the range, such as a release.
  ///
  /// Releases are tested from the newest to the oldest: all before the step crashed.
  private func addRange(changedBy change: ReplayChange, to text: inout ReplayText) {
    guard let step = stepAt(change.step) else { return }
    let crashedBefore = log.steps[..<change.step].last { $0.result == .crashed }
    let (crashes, passes): (GitVerdict, GitVerdict) =
      log.direction == .fix ? (.good, .bad) : (.bad, .good)
    text.comment("The range is another one than the log's: \(short(step.commit)) is in doubt.")
    if let crashedBefore { text.verdict(crashes, crashedBefore.commit, title: crashedBefore.title) }
    switch change {
    case .leaveOut where step.result == .crashed:
      if let range = log.range {
        text.verdict(passes, passes == .good ? range.good : range.bad, title: nil)
      }
    case .leaveOut: text.comment("No revision is known that does not crash; give git one.")
    case .turn where step.result == .crashed: text.verdict(passes, step.commit, title: step.title)
    case .turn:
      text.verdict(crashes, step.commit, title: step.title)
      text.comment("No revision is known that does not crash; give git one.")
    }
  }
}

/// The subjects of tested revisions; a log can have any number of steps and verdicts.
private struct StepTitles {
  private let log: BisectionLog
  private let titles: [String: TextRange?]

  init(_ log: BisectionLog) {
    self.log = log
    titles = Dictionary(log.steps.map { (log.string($0.commit), $0.title) }) { first, _ in first }
  }

  subscript(revision: TextRange) -> TextRange? { titles[log.string(revision)] ?? nil }
}

extension GitCommand {
  /// The verdict and the revision; nil for the start.
  fileprivate var verdict: (GitVerdict, TextRange)? {
    switch command {
    case .start: nil
    case .good(let commit): (.good, commit)
    case .bad(let commit): (.bad, commit)
    case .skip(let commit): (.skip, commit)
    }
  }
}
