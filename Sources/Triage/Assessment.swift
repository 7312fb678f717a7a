/// How far a log's culprit can be trusted, and why.
public struct Assessment: Sendable {
  /// The chance that the named culprit is right, above 0 and below 1; nil if no single one is
  /// named.
  public var probability: Double?
  /// What speaks for and against it, the weightiest first.
  public var evidence: [Evidence] = []
  /// The step to look at first; nil if none stands out.
  public var suspect: SuspectStep?
  /// The steps most likely judged wrongly if the culprit is wrong, best first, at most
  /// ``SuspectStep/most``.
  public var suspects: [SuspectStep] = []
  /// The families of the titles seen.
  public var families = TitleFamilies()
  /// What is known if no single commit is named; nil if one is, or if the log is not a bisection.
  public var ending: EndingCard?

  /// Nothing known yet.
  public init() {}
}

/// One thing in a log that speaks for or against its culprit.
public struct Evidence: Sendable {
  /// A stable name, such as `merge` or `foreign-titles`.
  public var code: String
  /// Which way it points.
  public var effect: Effect
  /// How much, in log odds; negative against.
  public var weight: Double
  /// One plain sentence.
  public var text: String
  /// The lines of the log it rests on, from 1, the most telling first.
  public var lines: [Int]
  /// Whether the probability includes it; it does not include what a case adds to a log.
  public var isCounted = true

  /// How far it moves the probability, in steps from 1 to 3: by less than half, by half to one, and by
  /// more than one in log odds.
  public var strength: Int { abs(weight) < 0.5 ? 1 : abs(weight) < 1 ? 2 : 3 }

  /// Which way evidence points.
  public enum Effect: String, Sendable {
    case supports, against, neutral
  }

  /// A piece of evidence.
  public init(code: String, effect: Effect, weight: Double, text: String, lines: [Int]) {
    self.code = code
    self.effect = effect
    self.weight = weight
    self.text = text
    self.lines = lines
  }
}

extension [Evidence] {
  /// The reasons that the probability includes, and the others.
  package var parted: (counted: [Evidence], beside: [Evidence]) {
    (filter(\.isCounted), filter { !$0.isCounted })
  }
}

/// The step most likely judged wrongly.
public struct SuspectStep: Sendable {
  /// Its index in the log's steps.
  public var step: Int
  /// Why, in one sentence.
  public var reason: String
  /// What follows if it is wrong, in one sentence; nil if the log does not show it.
  public var consequence: String?
  /// What is thought to have gone wrong.
  public var kind = Kind.unclear
  /// How likely this step is the first wrong one, from 0 to 1, given that the culprit is wrong.
  public var weight = 0.0
  /// How many passing runs would settle a verdict of good; nil if it is not good.
  public var settlingRuns: SettlingRuns?

  /// How many suspects are named at most.
  public static let most = 4

  /// What is thought to have gone wrong at a step.
  public enum Kind: String, Sendable {
    /// Another bug's crash was taken for the bug's own.
    case foreignCrash
    /// The bug was there, but no run showed it.
    case missedCrash
    /// One of both.
    case unclear
  }

  /// How many runs without a crash make a missed crash unlikely.
  public struct SettlingRuns: Sendable, Equatable {
    /// For a chance below 5 % that the crash is missed.
    public var forFivePercent: Int
    /// For a chance below 1 %.
    public var forOnePercent: Int
  }

  /// A suspect step.
  public init(step: Int, reason: String, consequence: String? = nil) {
    self.step = step
    self.reason = reason
    self.consequence = consequence
  }
}
