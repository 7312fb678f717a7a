/// What a person can decide about a log's result.
package enum Verdict: String, Sendable, CaseIterable {
  /// The culprit is right.
  case correct
  /// It may be right; unproven.
  case plausible
  /// It is not right.
  case wrong
  /// The log does not show whether it is right.
  case inconclusive
  /// It should be run again.
  case retest
  /// A duplicate of another log or bug.
  case duplicate
}

/// Why a culprit is wrong.
package enum Reason: String, Sendable, CaseIterable {
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
