import BisectionLog
import Glibc

/// Ranks the steps of a course by how likely each is the first that was judged wrongly, given that one was.
///
/// A conditional logit over the steps: each has a score, and the weights are the scores' shares. It was
/// fitted on the 227 logs of the corpus that name a single wrong culprit and whose first wrong step is
/// known (`Sources/Triage/README.md`).
struct SuspectRanking {
  /// The steps with their weights, the best first.
  let ranked: [(step: JudgedStep, weight: Double)]

  /// Ranks the steps of a course; `first` is the index of one that comes before all others.
  init(_ course: LogCourse, first: Int?) {
    let facts = Facts(of: course)
    let steps = course.judged.filter { $0.crashed + $0.passed > 0 }
    let scores = steps.map { facts.score(of: $0) + ($0.index == first ? Self.ruleBonus : 0) }
    let top = scores.max() ?? 0
    let shares = scores.map { exp($0 - top) }
    let sum = shares.reduce(0, +)
    var ranked = zip(steps, shares).map { (step: $0, weight: sum > 0 ? $1 / sum : 0) }
    ranked.sort { ($0.weight, $1.step.index) > ($1.weight, $0.step.index) }
    if let place = ranked.firstIndex(where: { $0.step.index == first }), place > 0 {
      var named = ranked.remove(at: place)
      named.weight = ranked[0].weight
      ranked.insert(named, at: 0)
    }
    self.ranked = ranked
  }

  /// What a rule that names a step adds to its score.
  private static let ruleBonus = 1.5

  /// What the scores are made of.
  private struct Facts {
    let firstUnproven: Int?
    let firstThin: Int?
    let firstGoodRelease: Int?
    let firstGoodOfBisection: Int?
    let releases: Int

    init(of course: LogCourse) {
      let crashing = course.crashing
      let proven =
        crashing.lastIndex { $0.isProven && $0.family == .original }.map { $0 + 1 } ?? 0
      firstUnproven = crashing[proven...].first { !$0.isProven }?.index
      firstThin = crashing.first { $0.restsOnOneCrash || $0.restsOnTwoCrashes }?.index
      firstGoodRelease = course.passing.first { $0.stage == .release }?.index
      firstGoodOfBisection = course.passing.first { $0.stage == .bisect }?.index
      releases = course.judged.reduce(0) { $1.stage == .release ? $0 + 1 : $0 }
    }

    func score(of step: JudgedStep) -> Double {
      step.crashed > 0 ? scoreOfCrash(step) : scoreOfPass(step)
    }

    private func scoreOfCrash(_ step: JudgedStep) -> Double {
      var score = -0.06 + 0.56 * (1 - step.crashShare)
      if step.index == firstUnproven { score += 2.99 }
      if step.index == firstThin { score += 1.19 }
      if step.family == .foreign { score += 1.01 }
      return score
    }

    private func scoreOfPass(_ step: JudgedStep) -> Double {
      var score = 1.21
      if firstUnproven != nil { score += 0.37 }
      if step.stage == .bisect { score -= 1.27 }
      if step.index == firstGoodOfBisection { score += 0.56 }
      if step.index == firstGoodRelease {
        score += 2.03 + 1.6 * Double(min(releases, 10)) / 10
      }
      return score
    }
  }
}
