import BisectionLog

/// The way a bisection took, judged by what its crashes have to do with the original one.
///
/// It never changes, and is an object so that whoever asks something of it need not hold on to each
/// of the log's values anew.
final class LogCourse: Sendable {
  let log: BisectionLog
  let kinship: Kinship
  /// The steps whose runs set the range or gave git a verdict: releases, HEAD, merge bases,
  /// bisection.
  let judged: [JudgedStep]
  /// The first test of the original commit.
  let original: JudgedStep?
  /// The steps that crashed.
  let crashing: [JudgedStep]
  /// The steps that passed.
  let passing: [JudgedStep]
  /// How often the crash reproduces where it is proven to be there; never exactly 0 or 1.
  let reproductionRate: Double

  /// The course of a log whose titles are judged already.
  init(of log: BisectionLog, kinship: Kinship) {
    self.log = log
    self.kinship = kinship
    let all = log.steps.indices.map { JudgedStep(index: $0, step: log.steps[$0], kinship: kinship) }
    judged = all.filter { $0.isJudged }
    original = all.first { $0.stage == .original }
    crashing = judged.filter { $0.crashed > 0 }
    passing = judged.filter { $0.crashed == 0 && $0.passed > 0 }
    reproductionRate = Self.reproductionRate(of: original, crashing: crashing)
  }

  /// The chance that a passing step has the bug all the same: by the log, else by how often the
  /// crash reproduces in the steps that are proven to have it.
  func missChance(of judged: JudgedStep) -> Double {
    if let stated = judged.falseNegative { return min(max(stated, 0), 1) }
    var chance = 1.0
    for _ in 0..<min(judged.passed, 100) { chance *= 1 - reproductionRate }
    return chance
  }

  /// How many runs without a crash settle that a revision is good, by how often the crash reproduces
  /// where the original title was seen: n so that (1-p)^n is below 5 % and below 1 %.
  var settlingRuns: SuspectStep.SettlingRuns {
    func runs(_ limit: Double) -> Int {
      var chance = 1.0
      var runs = 0
      while chance > limit, runs < 1000 {
        chance *= 1 - reproductionRate
        runs += 1
      }
      return runs
    }
    return .init(forFivePercent: runs(0.05), forOnePercent: runs(0.01))
  }

  /// The lines of a step's crashes, or of the test where nothing crashed, from 1.
  func lines(of judged: JudgedStep) -> [Int] {
    let runs = log.steps[judged.index].runs
    let crashes = runs.lazy.filter { $0.outcome == .crashed }.map(\.line).prefix(4)
    return crashes.isEmpty ? [judged.line] : Array(crashes)
  }

  private static func reproductionRate(of original: JudgedStep?, crashing: [JudgedStep]) -> Double {
    let proven = [original].compactMap { $0 } + crashing.filter(\.isProven)
    let pooled = rate(of: proven)
    return original.map { min(rate(of: [$0]), pooled) } ?? pooled
  }

  private static func rate(of steps: [JudgedStep]) -> Double {
    let crashed = steps.reduce(0.0) { $0 + Double($1.crashed) }
    let passed = steps.reduce(0.0) { $0 + Double($1.passed) }
    return (crashed + 0.5) / (crashed + passed + 1)
  }
}
