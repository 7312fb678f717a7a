import BisectionLog

/// Looks for the step most likely judged wrongly.
///
/// The course is followed from its start, since the first wrong verdict makes all later ones
/// worthless. Another bug's crash comes first, then a verdict that rests on a crash or two; the others
/// are ranked by a small model, see ``SuspectRanking``.
struct SuspectSearch {
  private let course: LogCourse
  private var log: BisectionLog { course.log }

  init(_ course: LogCourse) { self.course = course }

  /// The steps most likely judged wrongly first, given that the culprit is wrong: best first, at most
  /// ``SuspectStep/most``, with weights that sum to at most 1.
  func suspects(depth: Depth) -> [SuspectStep] {
    let told = unseen ?? foreign ?? thin
    var ranked = SuspectRanking(course, first: told?.0.index).ranked
    if let told, !ranked.contains(where: { $0.step.index == told.0.index }) {
      ranked.insert((told.0, ranked.first?.weight ?? 1), at: 0)
    }
    // Where a culprit is known to be wrong, so is some verdict; where there is none, all may be right.
    if log.outcome.kind != .culprit { ranked.removeAll { $0.step.isBeyondDoubt } }
    return ranked.prefix(SuspectStep.most).map { judged, weight in
      let reason = judged.index == told?.0.index ? told?.1 : nil
      return suspect(judged, weight: weight, reason: reason ?? sentence(on: judged), depth)
    }
  }

  private func suspect(
    _ judged: JudgedStep, weight: Double, reason: String, _ depth: Depth
  ) -> SuspectStep {
    let wrong = depth == .reasons ? WrongVerdict(of: judged, on: course) : nil
    var suspect = SuspectStep(step: judged.index, reason: reason, consequence: wrong?.consequence)
    suspect.weight = weight
    suspect.kind = kind(of: judged)
    suspect.settlingRuns = judged.crashed == 0 ? course.settlingRuns : nil
    return suspect
  }

  private func kind(of judged: JudgedStep) -> SuspectStep.Kind {
    if judged.crashed == 0 { return judged.passed > 0 ? .missedCrash : .unclear }
    return judged.family == .original ? .unclear : .foreignCrash
  }

  /// Why a step is suspected that no rule of its own names.
  private func sentence(on judged: JudgedStep) -> String {
    if judged.crashed == 0 {
      if judged.stage == .release {
        return "No run crashed; the reproducer may not work on a release this old."
      }
      let chance = course.missChance(of: judged)
      return chance > 0.02
        ? "It passed, but a crash this rare is missed there with a chance of \(Words.percent(chance))."
        : "It passed, which proves little if the reproducer needs newer code."
    }
    let title = course.kinship.mainTitle(ofStep: judged.index) ?? "an unknown crash"
    if judged.family != .original { return "It crashed only as “\(title)”." }
    let crashes = Words.count(judged.crashed, "crash", "crashes")
    return "It counts as crashing for \(crashes) in \(judged.crashed &+ judged.passed) runs."
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
  /// original title therefore proves all earlier ones right, regardless of what they crashed with.
  private var foreign: (JudgedStep, String)? {
    let crashing = course.crashing
    let proven = crashing.lastIndex { $0.isProven && $0.family == .original }.map { $0 + 1 } ?? 0
    guard let step = crashing[proven...].first(where: { !$0.isProven }) else { return nil }
    let title = course.kinship.mainTitle(ofStep: step.index) ?? "an unknown crash"
    let what = step.family == .foreign ? "another bug" : "a title that is too unspecific"
    return (step, "It counts as crashing, but crashed only as “\(title)”: \(what).")
  }

  /// The first step that counts as crashing for one or two runs, where the crash is not rare.
  private var thin: (JudgedStep, String)? {
    guard course.original.map({ $0.crashShare >= 0.5 }) == true,
      let step = course.crashing.first(where: { $0.restsOnOneCrash || $0.restsOnTwoCrashes })
    else { return nil }
    let crashes = Words.count(step.crashed, "crash", "crashes")
    let runs = step.crashed &+ step.passed
    return (step, "It counts as crashing for \(crashes) in \(runs) runs.")
  }
}
