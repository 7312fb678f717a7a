import BisectionLog

/// How often the suspect step is the first one that was judged wrongly, by the reason.
public struct SuspectTally: Sendable {
  /// The figures of one reason.
  public struct Count: Sendable {
    /// How many logs.
    public var logs = 0
    /// In how many of them a step is suspected.
    public var named = 0
    /// In how many of them the suspect step is the right one.
    public var hits = 0
    /// In how many of them one of the first two suspects is the right one.
    public var hitsOfTwo = 0
  }

  /// The figures by the reason as the labels have it.
  public private(set) var counts: [String: Count] = [:]

  /// No logs yet.
  public init() {}

  /// Counts a log whose first wrong step is known; others change nothing.
  public mutating func add(_ suspects: [SuspectStep], of log: BisectionLog, label: LabelTable.Label)
  {
    guard let wrong = label.firstWrongCommit, let reason = label.reason else { return }
    var count = counts[reason, default: Count()]
    count.logs += 1
    let commits = suspects.prefix(2).map { log.string(log.steps[$0.step].commit) }
    if !commits.isEmpty { count.named += 1 }
    if commits.first == wrong { count.hits += 1 }
    if commits.contains(wrong) { count.hitsOfTwo += 1 }
    counts[reason] = count
  }
}
