import Kernel

/// The answers of the kernel's repository so far, for all logs.
package struct KernelKnowledge: Sendable {
  /// Whether there is a repository to ask.
  package var isThere = false
  /// What the user waits for; another answer that comes late is not shown.
  package var awaited: KernelQuestion?
  /// The candidates that the user waits for.
  var ranking: CandidateRequest?
  /// The line (from 1) that is meant in the source the user waits for.
  var awaitedLine: Int?
  /// The earliest tags of commits.
  package var tags: [Revision: NearestTag] = [:]
  /// Later commits that refer to culprits, or why they cannot be found.
  package var later: [CulpritQuestion: Result<[LaterCommit], KernelProblem>] = [:]

  /// Nothing yet.
  package init() {}
}

/// What comes from the kernel's repository.
package enum KernelNews: Sendable {
  /// There is one; `workTree` is the folder that is checked out, nil for a bare repository.
  case found(workTree: String?)
  /// There is none that can be used, and why.
  case unusable(KernelProblem)
  /// The ranked commits of a range, or why there are none.
  case ranked(CandidateRequest, Result<RankedCandidates, KernelProblem>)
  /// An answer, or why there is none.
  case answered(KernelQuestion, Result<KernelAnswer, KernelProblem>)
}
