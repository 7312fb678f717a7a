import BisectionLog

/// What a person needs to know of a log that names no single commit.
public struct EndingCard: Sendable {
  /// How the log ends; never ``OutcomeKind/culprit``.
  public var kind: OutcomeKind
  /// The ending in one sentence.
  public var headline: String
  /// What is known all the same.
  public var known: [Sentence] = []
  /// Where the commit that is looked for can still be.
  public var remaining: [Sentence] = []
  /// What to do next.
  public var next: [Sentence] = []

  /// A plain sentence with the lines of the log that it rests on.
  public struct Sentence: Hashable, Sendable {
    /// The sentence.
    public var text: String
    /// The lines, from 1; empty for advice.
    public var lines: [Int]

    /// A sentence that rests on some lines.
    public init(_ text: String, at lines: [Int] = []) {
      self.text = text
      self.lines = lines
    }
  }

  /// A card of which only the headline is known.
  public init(kind: OutcomeKind, headline: String) {
    self.kind = kind
    self.headline = headline
  }
}

extension EndingCard {
  /// The card of a log whose suspect step is known; nil if it names a single commit or is not a
  /// bisection.
  init?(of course: LogCourse, suspect: SuspectStep?) {
    let log = course.log
    guard log.format != .crashReport, log.format != .patchTest, log.format != .unknown,
      log.format != .mail,
      log.outcome.kind != .culprit
    else { return nil }
    let facts = EndingFacts(of: course, suspect: suspect)
    switch log.outcome.kind {
    case .culprit: return nil
    case .timeout: self = facts.timeout
    case .oldestRelease: self = facts.oldestRelease
    case .stillCrashes: self = facts.stillCrashes
    case .notReproduced: self = facts.notReproduced
    case .inconclusive: self = facts.inconclusive
    case .error: self = facts.error
    case .incomplete: self = facts.incomplete
    }
  }
}
