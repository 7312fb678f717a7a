import BisectionLog

/// Looks for the step most likely judged wrongly.
///
/// The course is followed from its start, since the first wrong verdict makes all later ones
/// worthless. Another bug's crash weighs more than a thin verdict, a thin one more than a crash that
/// may have been missed; that a reproducer died on an old release shows in no run at all and is said
/// only where the culprit is not to be believed anyway.
struct SuspectSearch {
  private let course: LogCourse
  private var log: BisectionLog { course.log }

  init(_ course: LogCourse) { self.course = course }

  /// The suspect step; nil where none stands out.
  func suspect(culpritProbability: Double?, depth: Depth) -> SuspectStep? {
    found(culpritProbability).map { judged, reason in
      let wrong = depth == .reasons ? WrongVerdict(of: judged, on: course) : nil
      return SuspectStep(step: judged.index, reason: reason, consequence: wrong?.consequence)
    }
  }

  private func found(_ probability: Double?) -> (JudgedStep, String)? {
    unseen ?? foreign ?? thin ?? missed
      ?? (probability.map { $0 < 0.5 } == true ? agedReproducer : nil)
  }

  /// The test of the original commit, where it did not show the crash that was reported.
  private var unseen: (JudgedStep, String)? {
    guard log.outcome.kind != .culprit, let original = course.original,
      original.crashed == 0
    else { return nil }
    let isBroken = original.passed == 0
    return (
      original,
      isBroken
        ? "The crash was reported on this very commit, but no run came far enough to show it."
        : "The crash was reported on this very commit, and no run showed it."
    )
  }

  /// The first step from which on nothing that counts as crashing shows the original crash.
  ///
  /// Every crashing step lies before those that crashed earlier on the course. One that shows an
  /// original title therefore proves all earlier ones right, whatever they crashed with.
  private var foreign: (JudgedStep, String)? {
    let crashing = course.crashing
    let proven = crashing.lastIndex { $0.isProven && $0.family == .original }.map { $0 + 1 } ?? 0
    guard let step = crashing[proven...].first(where: { !$0.isProven }) else { return nil }
    let title = course.kinship.mainTitle(ofStep: step.index) ?? "an unknown crash"
    let what = step.family == .foreign ? "another bug" : "a title that tells too little"
    return (step, "It counts as crashing, but crashed only as “\(title)”: \(what).")
  }

  /// The first step that counts as crashing for one or two runs, where the crash is no rare one.
  private var thin: (JudgedStep, String)? {
    guard course.original.map({ $0.crashShare >= 0.5 }) == true,
      let step = course.crashing.first(where: { $0.restsOnOneCrash || $0.restsOnTwoCrashes })
    else { return nil }
    let crashes = Words.count(step.crashed, "crash", "crashes")
    let runs = step.crashed &+ step.passed
    return (step, "It counts as crashing for \(crashes) in \(runs) runs.")
  }

  /// The passing step most likely to have missed the crash.
  private var missed: (JudgedStep, String)? {
    let chances = course.passing.map { ($0, course.missChance(of: $0)) }
    guard let worst = chances.max(by: { $0.1 < $1.1 }), worst.1 > 0.02 else { return nil }
    return (
      worst.0,
      "It passed, but a crash this rare is missed there with a chance of \(Words.percent(worst.1))."
    )
  }

  /// The release that passed and thereby set the range.
  private var agedReproducer: (JudgedStep, String)? {
    guard log.direction != .fix,
      let step = course.passing.first(where: { $0.stage == .release })
    else { return nil }
    return (
      step, "All that speaks for it is silence: the reproducer may not work on a release this old."
    )
  }
}
