import BisectionLog

/// A step with what its crashes have to do with the original one.
struct JudgedStep {
  /// Its index in the log's steps.
  let index: Int
  let step: Step
  /// The family nearest to the original crash; nil where nothing crashed.
  let family: TitleFamily?
  /// Whether a title proves the original crash.
  let isProven: Bool

  init(index: Int, step: Step, kinship: Kinship) {
    self.index = index
    self.step = step
    family = kinship.family(ofStep: index)
    isProven = kinship.isProven(step: index)
  }

  /// Whether its result moved the range.
  var isJudged: Bool {
    switch step.stage {
    case .release, .bisect, .head, .mergeBase: true
    case .original, .config, .parent: false
    }
  }

  /// The share of the telling runs that crashed, from 0 to 1.
  var crashShare: Double {
    let telling = step.crashed + step.passed
    return telling == 0 ? 0 : Double(step.crashed) / Double(telling)
  }

  /// Whether it counts as crashing for one run among several that passed.
  var restsOnOneCrash: Bool { step.crashed == 1 && step.passed >= 2 }

  /// Whether it counts as crashing for two runs among several that passed.
  var restsOnTwoCrashes: Bool { step.crashed == 2 && step.passed >= 3 }

  /// The lines of its crashes, or of the test where nothing crashed, from 1.
  var lines: [Int] {
    let crashes = step.runs.filter { $0.outcome == .crashed }.map(\.line)
    return crashes.isEmpty ? [step.line] : Array(crashes.prefix(4))
  }
}
