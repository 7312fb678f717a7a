/// A remark of a log about itself.
public struct Notice: Hashable, Sendable {
  /// What it is about.
  public var kind: LineKind
  /// Its line, from 1.
  public var line: Int
  /// The whole line.
  public var text: TextRange
  /// Its content.
  public var fact: Fact

  /// A remark at a line.
  public init(kind: LineKind, line: Int, text: TextRange, fact: Fact = .wordsOnly) {
    self.kind = kind
    self.line = line
    self.text = text
    self.fact = fact
  }
}

/// The content of a remark.
public enum Fact: Hashable, Sendable {
  /// Nothing beyond its kind.
  case wordsOnly
  /// The original commit is about to be tested.
  case reproducing(commit: TextRange)
  /// The start commit is now another hash, found by its subject.
  case rewritten(commit: TextRange, title: TextRange)
  /// A command failed, with the first line of its output.
  case failed(reason: TextRange)
  /// The releases to test, newest first, out of so many.
  case pickedReleases(tags: [TextRange], total: Int?)
  /// The merge base of two revisions is looked for.
  case lookingForMergeBase(of: TextRange, and: TextRange)
  /// A merge base, and whether it is tested next.
  case mergeBase(commit: TextRange, title: TextRange, isTested: Bool)
  /// There was not one merge base but so many.
  case mergeBaseCount(Int)
  /// A revision known to crash is an ancestor of the candidate.
  case crashedAndReachable(commit: TextRange)
  /// A merge base is checked for the bug.
  case checkingMergeBase(commit: TextRange)
  /// The revision is tested, as no result is known yet.
  case hasNoResultYet
  /// The bug had not been introduced: the candidate counts as crashing without a test.
  case countsAsCrashed
  /// The numbers of runs that were missing for a verdict.
  case undetermined(RunShortage)
  /// A step of configuration minimisation.
  case minimisation(Minimisation)
  /// The culprit's parent is built for its signature.
  case parentUntested(commit: TextRange)
  /// The subject of HEAD or of the oldest release.
  case subject(TextRange)
  /// A message of git.
  case git(GitRemark)
}

/// How many runs a verdict wanted and how many there were.
public struct RunShortage: Hashable, Sendable {
  /// How many runs passed.
  public var passed: Int
  /// How many had to pass for a good verdict.
  public var wantedPassed: Int
  /// How many had to pass or crash for a bad verdict.
  public var wantedTelling: Int
  /// How many passed or crashed.
  public var telling: Int

  /// The four numbers of `unable to determine the verdict`.
  public init(passed: Int, wantedPassed: Int, wantedTelling: Int, telling: Int) {
    self.passed = passed
    self.wantedPassed = wantedPassed
    self.wantedTelling = wantedTelling
    self.telling = telling
  }
}
