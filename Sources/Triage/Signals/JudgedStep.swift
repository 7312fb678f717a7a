import BisectionLog

/// What counts of a step, with what its crashes have to do with the original one.
struct JudgedStep {
  /// Its index in the log's steps, which have the rest of it.
  let index: Int
  /// The line of its test, from 1.
  let line: Int
  let stage: Stage
  /// How many runs crashed.
  let crashed: Int
  /// How many runs passed.
  let passed: Int
  /// The chance that a good verdict missed the crash, by the log itself.
  let falseNegative: Double?
  /// Whether the log shows any of its runs.
  let hasRuns: Bool
  /// The family nearest to the original crash; nil if nothing crashed.
  let family: TitleFamily?
  /// Whether a title proves the original crash.
  let isProven: Bool

  init(index: Int, step: Step, kinship: Kinship) {
    self.index = index
    line = step.line
    stage = step.stage
    crashed = step.crashed
    passed = step.passed
    falseNegative = step.falseNegative
    hasRuns = !step.runs.isEmpty
    family = kinship.family(ofStep: index)
    isProven = kinship.isProven(step: index)
  }

  /// Whether its result moved the range.
  var isJudged: Bool {
    switch stage {
    case .release, .bisect, .head, .mergeBase: true
    case .original, .config, .parent: false
    }
  }

  /// The share of the telling runs that crashed, from 0 to 1.
  var crashShare: Double {
    let telling = crashed + passed
    return telling == 0 ? 0 : Double(crashed) / Double(telling)
  }

  /// Whether all its runs showed the original crash.
  var isBeyondDoubt: Bool { isProven && family == .original && passed == 0 }

  /// Whether it counts as crashing for one run among several that passed.
  var restsOnOneCrash: Bool { crashed == 1 && passed >= 2 }

  /// Whether it counts as crashing for two runs among several that passed.
  var restsOnTwoCrashes: Bool { crashed == 2 && passed >= 3 }
}
