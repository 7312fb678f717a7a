/// A whole bisection log as values.
///
/// Every value has the line it comes from. Lines count from 1 in ``source``, the bytes as they
/// came. Ranges lie in ``text``, which is the same bytes unless the log was quoted in a mail.
public struct BisectionLog: Sendable {
  /// The bytes as they came.
  public var source: SourceText
  /// What the values' ranges lie in: `source`, with mail quoting and wrapping undone where there was any.
  public var text: SourceText
  /// What kind of text this is, determined by its content.
  public var format: LogFormat = .unknown
  /// Whether it hunts the commit that brought the crash or the one that ended it.
  public var direction: Direction = .unknown
  /// The machine that ran the bisection (since July 2022).
  public var host: TextRange?
  /// When it began, as Go prints a time (since July 2022).
  public var startedAt: TextRange?
  /// Where it set out from: forty digits, or another revision text.
  public var startCommit: TextRange?
  /// The syzkaller revision that drove the runs.
  public var syzkallerCommit: TextRange?
  /// The ends given to `git bisect start`.
  public var range: BisectionRange?
  /// Every tested revision, in the order of the log.
  public var steps: [Step] = []
  /// Git's commands, in order.
  public var gitCommands: [GitCommand] = []
  /// The sessions of a text from git; empty for a log of syzkaller.
  public var sessions: [GitSession] = []
  /// Why this is not a log, where its format is unknown.
  public var refusal: Refusal?
  /// How the log ends.
  public var outcome = Outcome(kind: .incomplete)
  /// The commit that was named, where one was.
  public var culprit: Culprit?
  /// Whom the report was to be sent to.
  public var recipients: Recipients?
  /// Times, counts and chances the log states.
  public var statistics = Statistics()
  /// The crash report at the end.
  public var crash: CrashReport?
  /// What each line of ``source`` is; index 0 is line 1.
  public var lineKinds: [LineKind] = []
  /// Notes of the log about itself that belong to no step: flaky reproducer, minimisation and the like.
  public var notices: [Notice] = []

  /// A log about which nothing is known yet.
  public init(source: SourceText, text: SourceText) {
    self.source = source
    self.text = text
  }

  /// The text of a range of ``text``, with bytes that are not UTF-8 replaced.
  public func string(_ range: TextRange) -> String { text.string(range) }

  /// The text of a range, or nil if there is none.
  public func string(_ range: TextRange?) -> String? { range.map(text.string) }

  /// The lines (from 1) that no rule took, in order.
  public var unrecognisedLines: [Int] {
    lineKinds.indices.filter { lineKinds[$0] == .unrecognised }.map { $0 + 1 }
  }
}

/// What kind of text a log is, determined by its content.
public enum LogFormat: String, Sendable {
  /// A log of syzkaller's `pkg/bisect`.
  case syzkaller
  /// What `git bisect log` prints.
  case gitBisectLog = "git-bisect-log"
  /// The transcript of `git bisect run`, or of a session by hand.
  case gitBisectRun = "git-bisect-run"
  /// A mail about a bisection or a bug, without a log.
  case mail
  /// A syzkaller patch test: no bisection.
  case patchTest = "patch-test"
  /// A crash report or console log on its own.
  case crashReport = "crash-report"
  /// None of these.
  case unknown
}

/// What a bisection hunts.
public enum Direction: String, Sendable {
  /// The commit that brought the crash: a crash is bad.
  case cause
  /// The commit that ended the crash: syzkaller gives git the opposite of each result.
  case fix
  /// The head of the log is missing and nothing else shows it.
  case unknown
}

/// The two ends given to `git bisect start`, bad first.
public struct BisectionRange: Hashable, Sendable {
  /// The revision marked bad.
  public var bad: TextRange
  /// The revision marked good.
  public var good: TextRange

  /// The range between two revisions.
  public init(bad: TextRange, good: TextRange) {
    self.bad = bad
    self.good = good
  }
}
