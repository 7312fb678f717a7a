/// A verdict with what goes with it, and with nothing that does not.
package enum Judgement: Hashable, Sendable {
  case correct
  case plausible
  /// Not right; why, and which commit is to blame instead, where that is known.
  case wrong(Reason?, rightCommit: String? = nil)
  case inconclusive
  case retest
  /// A duplicate of the log or bug named.
  case duplicate(of: String?)

  /// Makes a judgement from its parts.
  ///
  /// - Throws: ``DecisionFault`` if a part does not go with the verdict.
  package init(
    verdict: Verdict, reason: Reason? = nil, duplicateOf: String? = nil, rightCommit: String? = nil
  ) throws(DecisionFault) {
    guard rightCommit == nil || verdict == .wrong else { throw .rightCommitWithoutWrong }
    guard reason == nil || verdict == .wrong else { throw .reasonWithoutWrong }
    guard duplicateOf == nil || verdict == .duplicate else { throw .originalWithoutDuplicate }
    switch verdict {
    case .correct: self = .correct
    case .plausible: self = .plausible
    case .wrong: self = .wrong(reason, rightCommit: rightCommit)
    case .inconclusive: self = .inconclusive
    case .retest: self = .retest
    case .duplicate: self = .duplicate(of: duplicateOf)
    }
  }

  /// The verdict alone.
  package var verdict: Verdict {
    switch self {
    case .correct: .correct
    case .plausible: .plausible
    case .wrong: .wrong
    case .inconclusive: .inconclusive
    case .retest: .retest
    case .duplicate: .duplicate
    }
  }

  /// Why it is wrong; nil if it is not, or no reason is given.
  package var reason: Reason? {
    if case .wrong(let reason, _) = self { reason } else { nil }
  }

  /// The commit to blame instead, 12 to 40 hexadecimal digits; nil if none is known.
  package var rightCommit: String? {
    if case .wrong(_, let commit) = self { commit } else { nil }
  }

  /// What it is a duplicate of; nil if it is none, or the original is not named.
  package var duplicateOf: String? {
    if case .duplicate(let original) = self { original } else { nil }
  }
}

/// One decision of a person on a log; it replaces the same person's earlier one.
package struct Decision: Hashable, Sendable {
  /// The judgement; nil if the person only leaves a note, or withdraws a decision.
  package let judgement: Judgement?
  /// A free remark, at most ``noteLimit`` bytes of UTF-8.
  package let note: String

  /// The longest note, in bytes of UTF-8.
  package static let noteLimit = 1 << 16
  /// The longest name of an original, in bytes of UTF-8.
  package static let originalLimit = 4096
  /// Withdraws the earlier decision.
  package static let withdrawal = Decision()

  /// A decision.
  ///
  /// - Throws: ``DecisionFault`` if a text is too long.
  package init(_ judgement: Judgement?, note: String = "") throws(DecisionFault) {
    guard note.utf8.count <= Self.noteLimit else { throw .noteTooLong }
    if let original = judgement?.duplicateOf {
      guard !original.isEmpty else { throw .originalEmpty }
      guard original.utf8.count <= Self.originalLimit else { throw .originalTooLong }
    }
    if let commit = judgement?.rightCommit {
      guard Self.isCommit(commit) else { throw .rightCommitIsNoHash }
    }
    self.judgement = judgement
    self.note = note
  }

  /// Whether a text is the hash of a commit, or enough of one to identify it in a kernel's
  /// repository.
  private static func isCommit(_ text: String) -> Bool {
    (12...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private init() {
    judgement = nil
    note = ""
  }

  /// Whether it withdraws the earlier decision.
  package var isWithdrawal: Bool { judgement == nil && note.isEmpty }
}

/// Why parts make no decision.
package enum DecisionFault: Error, Hashable, Sendable, CustomStringConvertible {
  case reasonWithoutWrong
  case originalWithoutDuplicate
  case rightCommitWithoutWrong
  case rightCommitIsNoHash
  case originalEmpty
  case originalTooLong
  case noteTooLong

  /// What is wrong, in one sentence without full stop.
  package var description: String {
    switch self {
    case .reasonWithoutWrong: "a reason goes with the verdict 'wrong' only"
    case .originalWithoutDuplicate: "the name of an original goes with 'duplicate' only"
    case .rightCommitWithoutWrong: "a right commit goes with the verdict 'wrong' only"
    case .rightCommitIsNoHash:
      "the right commit must be 12 to 40 hexadecimal digits in lower case"
    case .originalEmpty: "the name of the original is empty"
    case .originalTooLong:
      "the name of the original is longer than \(Decision.originalLimit) bytes"
    case .noteTooLong: "the note is longer than \(Decision.noteLimit) bytes"
    }
  }
}
