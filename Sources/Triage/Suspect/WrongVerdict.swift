import BisectionLog

/// What follows if a step was judged wrongly.
struct WrongVerdict {
  private let judged: JudgedStep
  private let course: LogCourse

  private let step: Step

  init(of judged: JudgedStep, on course: LogCourse) {
    self.judged = judged
    self.course = course
    step = course.log.steps[judged.index]
  }

  private var log: BisectionLog { course.log }

  /// In which commits the culprit then lies, in one sentence; nil if the log does not show it.
  var consequence: String? {
    if judged.stage == .release { return releaseConsequence }
    guard judged.stage == .bisect, let told = place else { return nil }
    let isGood = log.gitCommands[told].isGood
    guard let end = otherEnd(before: told, good: !isGood) else { return nil }
    let own = revision(judged)
    let ends = isGood ? "\(end) and \(own)" : "\(own) and \(end)"
    return "If it is wrong, the \(culprit) is among \(amount)between \(ends)."
  }

  private var culprit: String { log.direction == .fix ? "fix" : "culprit" }

  /// The commits left, as git counted them before this test: its other half is as large.
  private var amount: String {
    guard let left = step.remaining else { return "the commits " }
    return left == 0 ? "the few commits " : "about \(Words.count(left, "commit", "commits")) "
  }

  /// The index in ``BisectionLog/gitCommands`` of the step's verdict.
  private var place: Int? {
    log.gitCommands.firstIndex {
      ($0.step == judged.index || $0.line == step.verdictLine) && !$0.isSkip
        && $0.verdictRevision != nil
    }
  }

  /// The end of the range that the turned verdict would not move, as it was before the test.
  private func otherEnd(before told: Int, good isGood: Bool) -> String? {
    // A step called bad that is good has the culprit between itself and the last bad one.
    let wanted = log.gitCommands[..<told].last {
      $0.verdictRevision != nil && !$0.isSkip && $0.isGood != isGood
    }
    if let revision = wanted?.verdictRevision { return Words.revision(log.string(revision)) }
    guard let range = log.range else { return nil }
    return releaseName(of: isGood ? range.bad : range.good)
  }

  /// What a release that crashed or passed wrongly means: the range lies elsewhere.
  private var releaseConsequence: String? {
    let releases = course.judged.filter { $0.stage == .release }
    let own = revision(judged)
    if judged.crashed == 0 {
      return "If it is wrong, the culprit is older than \(own) and was never in the range."
    }
    let newer = releases.last { $0.index < judged.index && $0.crashed > 0 }
    let end = newer.map(revision) ?? log.startCommit.map { Words.revision(log.string($0)) }
    return end.map {
      "If it is wrong, the culprit is between \(own) and \($0), and the range is too old."
    }
  }

  private func revision(_ judged: JudgedStep) -> String {
    let step = log.steps[judged.index]
    return Words.revision(log.string(step.release ?? step.commit))
  }

  /// A tag where the revision was tested as a release, else its hash.
  private func releaseName(of revision: TextRange) -> String {
    let text = log.string(revision)
    let step = log.steps.first { $0.release != nil && log.string($0.commit) == text }
    return Words.revision(log.string(step?.release) ?? text)
  }
}
