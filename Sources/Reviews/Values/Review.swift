/// What a person holds of one log: the state derived from its events.
public struct Review: Hashable, Sendable {
  /// Whether the culprit is right; nil where there is only a note.
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

  /// A decision with who took it and when.
  public init(_ decision: Decision, by reviewer: Reviewer, at time: EventTime) {
    self.init(
      verdict: decision.judgement?.verdict, reason: decision.judgement?.reason,
      note: decision.note, duplicateOf: decision.judgement?.duplicateOf, reviewer: reviewer.name,
      at: time.description)
  }
}
