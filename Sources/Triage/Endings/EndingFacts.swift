import BisectionLog

/// What the cards of endings need of a log.
struct EndingFacts {
  typealias Sentence = EndingCard.Sentence

  let course: LogCourse
  let log: BisectionLog

  init(of course: LogCourse) {
    self.course = course
    log = course.log
  }

  /// The line of the ending.
  var endLines: [Int] { log.outcome.line.map { [$0] } ?? [] }

  /// What is looked for.
  var sought: String { log.direction == .fix ? "fix" : "culprit" }

  /// How the original commit behaved.
  var original: [Sentence] {
    guard let step = course.original?.step else { return [] }
    let runs = step.crashed &+ step.passed &+ step.other
    guard runs > 0 else {
      let text =
        step.buildError == nil
        ? "No run of the original commit is recorded." : "The original commit could not be built."
      return [Sentence(text, at: [step.buildErrorLine ?? step.line])]
    }
    var text =
      "The crash appeared in \(step.crashed) of \(Words.count(runs, "run", "runs")) on the original commit"
    if step.other > 0 { text += "; \(step.other) told nothing (boot or infrastructure)" }
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
        "The \(sought) is between \(ends[0]) and \(ends[1])\(amount).",
        at: [good?.line, bad?.line].compactMap { $0 })
    ]
  }

  /// Before git was started the releases alone bound the range.
  private var releaseRange: [Sentence] {
    let releases = course.judged.filter { $0.step.stage == .release }
    guard let oldest = releases.last(where: { $0.step.crashed > 0 }) else { return [] }
    return [
      Sentence(
        "The \(sought) is older than \(name(of: oldest)), the oldest release that crashed.",
        at: [oldest.step.line])
    ]
  }

  /// The verdicts that the range rests on and that are not to be trusted.
  var doubts: [Sentence] {
    guard let suspect = SuspectSearch(course).suspect(culpritProbability: nil) else { return [] }
    let step = log.steps[suspect.step]
    let name = Words.revision(log.string(step.release ?? step.commit))
    let text = "The verdict on \(name) is doubtful: \(suspect.reason)"
    return [
      Sentence(
        [text, suspect.consequence].compactMap { $0 }.joined(separator: " "), at: [step.line])
    ]
  }

  /// What a tested revision is called.
  func name(of judged: JudgedStep) -> String {
    Words.revision(log.string(judged.step.release ?? judged.step.commit))
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
