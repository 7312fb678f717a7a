import BisectionLog

/// What a list shows of one log.
public struct LogSummary: Sendable {
  /// The log's format.
  public var format: LogFormat
  /// What it hunts.
  public var direction: Direction
  /// How it ends.
  public var outcome: OutcomeKind
  /// The commits it names.
  public var commits: [String]
  /// The culprit's forty digits; nil if no single commit is named.
  public var culprit: String?
  /// The culprit's subject.
  public var culpritTitle: String?
  /// The title of the crash at the end, else of the original crash.
  public var crashTitle: String?
  /// The title of the crash that the log set out to bisect; nil if the log does not show it.
  public var originalTitle: String?
  /// What the titles of one bug share with ``title``, such as the function.
  public var titleFamily: String?
  /// The title of another bug that the runs crashed with most often; nil if none did.
  public var foreignTitle: String?
  /// How many steps.
  public var steps: Int
  /// How far the culprit can be trusted, above 0 and below 1.
  public var probability: Double?
  /// The revision of the suspect step.
  public var suspectCommit: String?
  /// The function of the guilty frame.
  public var guiltyFunction: String?
  /// The guilty file.
  public var guiltyFile: String?
  /// How many lines no rule took.
  public var unrecognised: Int

  /// The name that its bug goes by: the title of the original crash, else of the one at the end.
  public var title: String? { originalTitle ?? crashTitle }

  /// Sums up a log, without computing more than that needs.
  public init(of log: BisectionLog) {
    let guilt = log.crash.map { Guilt(of: $0, in: log.text, depth: .conclusions) }
    self.init(
      log, assessment: Assessment(of: log, depth: .conclusions), guilt: guilt ?? Guilt())
  }

  /// Sums up a log with what is concluded about it.
  public init(_ log: BisectionLog, assessment: Assessment, guilt: Guilt) {
    format = log.format
    direction = log.direction
    outcome = log.outcome.kind
    commits = log.outcome.commits.map(log.string)
    culprit = log.culprit.map { log.string($0.commit) }
    culpritTitle = log.string(log.culprit?.title)
    originalTitle = log.string(log.originalTitle)
    crashTitle = log.string(log.crash?.title) ?? originalTitle ?? guilt.derivedTitle
    titleFamily = (originalTitle ?? crashTitle).map { CrashTitle($0).familyName }
    foreignTitle = assessment.families.mainForeignTitle
    steps = log.steps.count
    probability = assessment.probability
    suspectCommit = assessment.suspect.map { log.string(log.steps[$0.step].commit) }
    guiltyFile = guilt.file
    unrecognised = log.unrecognisedLines.count
    guard let place = guilt.frame, let report = log.crash else { return }
    guiltyFunction = report.stacks[place.stack].frames[place.frame].readableFunction(in: log.text)
  }
}
