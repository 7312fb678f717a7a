/// How a log ends.
public struct Outcome: Sendable {
  /// Which ending.
  public var kind: OutcomeKind
  /// The commits that are named: one for a culprit, several for an inconclusive end.
  public var commits: [TextRange]
  /// The message of the log, from its first line to its last.
  public var message: TextRange?
  /// The line of the ending, from 1; nil if the log just stops.
  public var line: Int?

  /// An ending.
  public init(
    kind: OutcomeKind, commits: [TextRange] = [], message: TextRange? = nil, line: Int? = nil
  ) {
    self.kind = kind
    self.commits = commits
    self.message = message
    self.line = line
  }
}

/// Which ending a log has.
public enum OutcomeKind: String, Sendable, CaseIterable {
  /// One commit is named; also where a fix bisection found its commit.
  case culprit
  /// Several commits are left.
  case inconclusive
  /// The oldest tested release also crashes.
  case oldestRelease
  /// A fix bisection found that HEAD still crashes.
  case stillCrashes
  /// The crash was not seen again on the original commit.
  case notReproduced
  /// The bisection took too long.
  case timeout
  /// Another error.
  case error
  /// The log stops before its end.
  case incomplete
}

/// Whom the result was to be sent to.
public struct Recipients: Sendable {
  /// Addresses of the `To:` line; empty for logs before August 2020.
  public var to: [TextRange] = []
  /// Addresses of the `Cc:` line.
  public var cc: [TextRange] = []
  /// The line of the first list, from 1.
  public var line: Int

  /// Empty lists that begin at a line.
  public init(line: Int) { self.line = line }
}

/// Times, counts and chances that the log states.
public struct Statistics: Sendable {
  /// How many revisions were tested, by the log's own count.
  public var revisionsTested: Int?
  /// Seconds from start to end.
  public var totalSeconds: Double?
  /// Seconds spent building.
  public var buildSeconds: Double?
  /// Seconds spent testing.
  public var testSeconds: Double?
  /// Whether the log calls the reproducer flaky.
  public var flaky = false
  /// The estimated chance that a run reproduces the crash, from 0 to 1 (since July 2023).
  public var reproChance: Double?
  /// The accumulated chance of a wrong verdict, from 0 to 1 (since July 2023).
  public var errorProbability: Double?
  /// The line of `revisions tested`, from 1.
  public var line: Int?

  /// Nothing stated yet.
  public init() {}
}
