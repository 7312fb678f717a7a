/// What a line of a log is.
///
/// Every byte of a log belongs to exactly one node: a line with a kind of its own, followed by the
/// lines of kind ``continuation`` that continue with it. Names follow the sections of the grammar:
/// start, test, build, range, minimisation, git, end.
public enum LineKind: UInt8, Sendable, CaseIterable {
  /// No rule took the line. It is kept, shown and counted.
  case unrecognised
  /// An empty line between nodes.
  case blank
  /// Continues the node before it.
  case continuation

  // Start.
  case host, start, buildingSyzkaller, fetchTags, fetchFailed, rewrittenCommit, ensureReproducible
  // One test of one revision.
  case testingCommit, compiler, kernelSignature, buildText, run, allRuns, representativeCrash
  case verdictUndetermined, falseNegativeChance, flakyNotice, misleadingSkip, testFailed
  // The range.
  case pickedReleases, testingRelease, testingHead, mergeBase, guiltyCommitCheck, pretendCrashed
  // Configuration minimisation.
  case minimisation
  // Git.
  case gitStart, gitVerdict, gitSubject, bisecting, candidate, firstBad, commitBlock, skippedOnly
  case gitWarning, gitAccessWarning, gitMessage, gitStatus
  // The end.
  case errorProbability, releaseDetection, signaturePair, parentUntested, reproducerFlaky,
    statistics
  case error, endMessage, commitMessage, inconclusive, culprit, recipients, crashTitle, report
  // Other inputs.
  case runCommand, runOutput, patchTest, mail
}
