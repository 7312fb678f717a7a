/// What a person holds of one log: the state derived from its events.
package struct Review: Hashable, Sendable {
  /// Whether the culprit is right; nil if there is only a note.
  package var verdict: Verdict?
  /// Why it is wrong.
  package var reason: Reason?
  /// A free remark.
  package var note: String
  /// The other log or bug that this is a duplicate of.
  package var duplicateOf: String?
  /// The commit to blame instead, where the culprit is wrong and it is known.
  package var rightCommit: String?
  /// Who decided.
  package var reviewer: String
  /// When, RFC 3339 in UTC.
  package var at: String

  /// A decision.
  package init(
    verdict: Verdict?, reason: Reason? = nil, note: String = "", duplicateOf: String? = nil,
    rightCommit: String? = nil, reviewer: String, at: String
  ) {
    self.verdict = verdict
    self.reason = reason
    self.note = note
    self.duplicateOf = duplicateOf
    self.rightCommit = rightCommit
    self.reviewer = reviewer
    self.at = at
  }

  /// A decision with who took it and when.
  package init(_ decision: Decision, by reviewer: Reviewer, at time: EventTime) {
    self.init(
      verdict: decision.judgement?.verdict, reason: decision.judgement?.reason,
      note: decision.note, duplicateOf: decision.judgement?.duplicateOf,
      rightCommit: decision.judgement?.rightCommit, reviewer: reviewer.name, at: time.description)
  }
}
