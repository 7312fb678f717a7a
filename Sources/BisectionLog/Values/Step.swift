/// One tested revision: each `testing commit` line is a step, also configuration trials and the
/// culprit's parent built at the end.
public struct Step: Sendable {
  /// The line of `testing commit`, from 1.
  public var line: Int
  /// What the revision was tested for.
  public var stage: Stage
  /// The revision: forty digits from syzkaller, any text from git logs.
  public var commit: TextRange
  /// The subject of the commit, if the log shows it.
  public var title: TextRange?
  /// The tag of a tested release, such as `v5.6`.
  public var release: TextRange?
  /// The compiler, as the log names it.
  public var compiler: TextRange?
  /// The hash of the built kernel, 40 or 64 digits; equal hashes are the same binary.
  public var signature: TextRange?
  /// The runs as printed; with ``allRuns`` one element for all of them.
  public var runs: [Run] = []
  /// Whether the log has `all runs:` instead of a list.
  public var allRuns = false
  /// How many runs there were, as far as the log or its era shows.
  public var runCount: Int?
  /// How many runs crashed; with ``allRuns``, of the number that the era implies.
  public var crashed = 0
  /// How many runs passed.
  public var passed = 0
  /// How many runs prove nothing: boot failures, infrastructure, ignored crashes.
  public var other = 0
  /// The result of the runs.
  public var result: StepResult = .inconclusive
  /// Git's verdict on this revision, found by its hash.
  public var verdict: GitVerdict?
  /// The line of the verdict, from 1.
  public var verdictLine: Int?
  /// How many revisions git reported as left to test after this one.
  public var remaining: Int?
  /// How many more steps git expected.
  public var roughSteps: Int?
  /// Why the kernel could not be built, from its first line to its last.
  public var buildError: TextRange?
  /// The line where the build text begins, from 1.
  public var buildErrorLine: Int?
  /// The crash that represents the step (since July 2023).
  public var representative: RepresentativeCrash?
  /// The chance that a good verdict missed the crash, from 0 to 1 (since July 2023).
  public var falseNegative: Double?
  /// Remarks of the log about this test.
  public var notices: [Notice] = []

  /// A step about which only its line, stage and revision are known.
  public init(line: Int, stage: Stage, commit: TextRange) {
    self.line = line
    self.stage = stage
    self.commit = commit
  }
}

/// What a revision was tested for.
public enum Stage: String, Sendable, CaseIterable {
  /// The commit where the crash was seen.
  case original
  /// A trial of another configuration, on the original commit.
  case config
  /// The newest commit, in a fix bisection.
  case head
  /// A release, to find where the range begins.
  case release
  /// A merge base.
  case mergeBase
  /// A revision that git chose.
  case bisect
  /// The culprit's parent, built at the end for its signature only.
  case parent
}

/// The result of a step's runs, regardless of the verdict given to git.
public enum StepResult: String, Sendable {
  /// The step counts as crashing.
  case crashed
  /// The step counts as not crashing.
  case passed
  /// The runs prove nothing.
  case inconclusive
}

/// The verdict on a revision that git was given.
public enum GitVerdict: String, Sendable {
  case good, bad, skip
}

/// A crash that syzkaller chose to represent a step.
public struct RepresentativeCrash: Hashable, Sendable {
  /// Its title.
  public var title: TextRange
  /// Its types, such as `KASAN`; an open set.
  public var types: [TextRange]
  /// Its line, from 1.
  public var line: Int

  /// A representative crash with its types.
  public init(title: TextRange, types: [TextRange], line: Int) {
    self.title = title
    self.types = types
    self.line = line
  }
}

/// One VM run of a step.
public struct Run: Sendable {
  /// The number printed, in order of completion; nil for an `all runs:` line.
  public var index: Int?
  /// What happened.
  public var outcome: RunOutcome
  /// The rest of the line after the outcome word; empty for OK.
  public var title: TextRange
  /// Lines that continue with the verdict, such as the output of a failed copy; nil if there are
  /// none.
  public var detail: TextRange?
  /// Its line, from 1.
  public var line: Int

  /// A run as printed.
  public init(
    index: Int?, outcome: RunOutcome, title: TextRange, detail: TextRange? = nil, line: Int
  ) {
    self.index = index
    self.outcome = outcome
    self.title = title
    self.detail = detail
    self.line = line
  }
}

/// What happened in a run.
public enum RunOutcome: String, Sendable, CaseIterable {
  /// Nothing crashed.
  case ok
  /// The kernel crashed, with any title.
  case crashed
  /// A crash that syzkaller does not count.
  case ignored
  /// The kernel did not come up.
  case bootFailed
  /// The machine came up but basic testing or copying the program failed.
  case basicTestFailed
  /// The infrastructure failed.
  case infra
  /// The run could not be made.
  case failed
}
