import BisectionLog

/// What several signals need of a log, found once.
struct LogFacts {
  let log: BisectionLog
  let culprit: Culprit
  let kinship: Kinship
  /// The steps whose runs set the range or told git: releases, HEAD, merge bases, bisection.
  let judged: [JudgedStep]
  /// The first test of the original commit.
  let original: JudgedStep?
  /// The step at the culprit that crashed: the culprit's own, or in a fix bisection the last one
  /// before it.
  let crashStep: JudgedStep?
  let culpritFiles: CulpritFiles
  let stackFiles: StackFiles

  /// The facts of a log that names one culprit.
  init(of log: BisectionLog, culprit: Culprit, kinship: Kinship) {
    self.log = log
    self.culprit = culprit
    self.kinship = kinship
    let all = log.steps.indices.map { JudgedStep(index: $0, step: log.steps[$0], kinship: kinship) }
    judged = all.filter { $0.isJudged }
    original = all.first { $0.step.stage == .original }
    crashStep = Self.crashStep(of: log, among: all, culprit: log.string(culprit.commit))
    stackFiles = StackFiles(of: log.crash, in: log.text)
    culpritFiles = CulpritFiles(of: culprit, in: log, architecture: stackFiles.architecture)
  }

  /// The steps that crashed.
  var crashing: [JudgedStep] { judged.filter { $0.step.crashed > 0 } }

  /// The steps that passed.
  var passing: [JudgedStep] { judged.filter { $0.step.crashed == 0 && $0.step.passed > 0 } }

  private static func crashStep(
    of log: BisectionLog, among steps: [JudgedStep], culprit: String
  ) -> JudgedStep? {
    if log.direction == .fix {
      return steps.last { $0.isJudged && $0.step.crashed > 0 } ?? steps.first
    }
    return steps.last { $0.step.crashed > 0 && log.string($0.step.commit) == culprit }
  }
}

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
