/// What a person decided about one log: the state derived from its events.
public struct Review: Hashable, Sendable {
  /// Whether the culprit is right.
  public var verdict: Verdict?
  /// Why it is wrong.
  public var reason: Reason?
  /// A free remark.
  public var note: String
  /// The other log or bug that this is a duplicate of.
  public var duplicateOf: String?
  /// Who decided.
  public var reviewer: String
  /// When, RFC 3339 in UTC.
  public var at: String

  /// A decision.
  public init(
    verdict: Verdict?, reason: Reason? = nil, note: String = "", duplicateOf: String? = nil,
    reviewer: String, at: String
  ) {
    self.verdict = verdict
    self.reason = reason
    self.note = note
    self.duplicateOf = duplicateOf
    self.reviewer = reviewer
    self.at = at
  }
}

/// What a person can say of a log's result.
public enum Verdict: String, Sendable, CaseIterable {
  /// The culprit is right.
  case correct
  /// It may be right; unproven.
  case plausible
  /// It is not right.
  case wrong
  /// The log does not let one tell.
  case inconclusive
  /// It should be run again.
  case retest
  /// Another log or bug tells the same.
  case duplicate
}

/// Why a culprit is wrong.
public enum Reason: String, Sendable, CaseIterable {
  /// Another bug's crash was taken for this one.
  case foreignCrash = "foreign-crash"
  /// A test missed the crash.
  case missedCrash = "missed-crash"
  /// The commit only lets the bug show: a new warning, tool, system call or option.
  case onlyExposes = "only-exposes"
  /// It cannot be: a merge, a release, documentation, another architecture, the same binary.
  case impossibleCommit = "impossible-commit"
  /// Something else; see the note.
  case other
}
