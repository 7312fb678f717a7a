/// How far a log's culprit can be trusted, and why.
public struct Assessment: Sendable {
  /// The chance that the named culprit is right, above 0 and below 1; nil where no single one is named.
  public var probability: Double?
  /// What speaks for and against it, the weightiest first.
  public var evidence: [Evidence] = []
  /// The step most likely judged wrongly; nil where none stands out.
  public var suspect: SuspectStep?
  /// The families of the titles seen.
  public var families = TitleFamilies()
  /// What is known where no single commit is named; nil where one is, and for what is no bisection.
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

/// The step most likely judged wrongly.
public struct SuspectStep: Sendable {
  /// Its index in the log's steps.
  public var step: Int
  /// Why, in one sentence.
  public var reason: String
  /// What follows if it is wrong, in one sentence; nil where the log does not tell.
  public var consequence: String?

  /// A suspect step.
  public init(step: Int, reason: String, consequence: String? = nil) {
    self.step = step
    self.reason = reason
    self.consequence = consequence
  }
}
