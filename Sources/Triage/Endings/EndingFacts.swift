import BisectionLog

/// What the cards of endings need of a log.
struct EndingFacts {
  typealias Sentence = EndingCard.Sentence

  let course: LogCourse
  /// The step whose verdict is not to be trusted.
  let suspect: SuspectStep?

  init(of course: LogCourse, suspect: SuspectStep?) {
    self.course = course
    self.suspect = suspect
  }

  var log: BisectionLog { course.log }

  /// The line of the ending.
  var endLines: [Int] { log.outcome.line.map { [$0] } ?? [] }

  /// What is looked for.
  var sought: String { log.direction == .fix ? "fix" : "culprit" }

  /// How the original commit behaved.
  var original: [Sentence] {
    guard let step = course.original.map({ log.steps[$0.index] }) else { return [] }
    let runs = step.crashed &+ step.passed &+ step.other
    guard runs > 0 else {
      let text =
        step.buildError == nil
        ? "No run of the original commit is recorded." : "The original commit could not be built."
      return [Sentence(text, at: [step.buildErrorLine ?? step.line])]
    }
    var text =
      "The crash appeared in \(step.crashed) of \(Words.count(runs, "run", "runs")) on the original commit"
    if step.other > 0 { text += "; \(step.other) inconclusive (boot or infrastructure)" }
    return [Sentence(text + ".", at: [step.line])]
  }

  /// The range that git had left, from its last two verdicts.
  var openRange: [Sentence] {
    guard let range = log.range else { return releaseRange }
    let bad = log.gitCommands.last { $0.isBad }
    let good = log.gitCommands.last { $0.isGood }
    let ends = [good?.verdictRevision ?? range.good, bad?.verdictRevision ?? range.bad]
      .map { Words.revision(log.string($0)) }
    let left = log.steps.last { $0.remaining != nil }?.remaining
    let amount = left.map { ", among about \(Words.count($0, "commit", "commits"))" } ?? ""
    return [
      Sentence(
        "The \(sought) is between \(ends[0]) and \(ends[1])\(amount)\(reservation).",
        at: [good?.line, bad?.line].compactMap { $0 })
    ]
  }

  /// What a range is true under.
  var reservation: String { suspect == nil ? "" : ", unless the doubtful verdict is wrong" }

  /// What a tested revision is called.
  func name(of step: Step) -> String {
    Words.revision(log.string(step.release ?? step.commit))
  }

  /// The verdicts that the range rests on and that are not to be trusted.
  var doubts: [Sentence] {
    guard let suspect else { return [] }
    let step = log.steps[suspect.step]
    let name = name(of: step)
    let text = "The verdict on \(name) is doubtful: \(suspect.reason)"
    return [
      Sentence(
        [text, suspect.consequence].compactMap { $0 }.joined(separator: " "), at: [step.line])
    ]
  }

  /// What a tested revision is called.
  func name(of judged: JudgedStep) -> String { name(of: log.steps[judged.index]) }

  /// Why steps were inconclusive.
  func failure(of steps: [Step]) -> String {
    let unbuilt = steps.filter { $0.buildError != nil }.count
    if unbuilt == steps.count { return "did not build" }
    return unbuilt == 0 ? "did not boot or gave no clear result" : "did not build or boot"
  }

  /// The first line of the ending's text.
  var message: String {
    let text = log.string(log.outcome.message) ?? ""
    return String(text.prefix { !$0.isNewline })
  }
}

extension GitCommand {
  /// Whether a revision was called bad.
  var isBad: Bool { if case .bad = command { true } else { false } }
}
