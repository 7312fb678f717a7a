/// Reads a log of syzkaller's `pkg/bisect` line by line.
///
/// It keeps what a line's meaning depends on: the step that is open, the candidate git named last,
/// what an unknown line would continue, and whether the closing part has begun.
struct SyzkallerParser: LineParser, ~Copyable {
  /// The lines being read.
  let lines: Lines
  /// What is known so far.
  var log: BisectionLog
  /// The kind of each line.
  var kinds: [LineKind]
  /// The index of the line being read, from 0.
  var at = 0
  /// The place of the step whose lines are being read; it is the last one.
  var openStep: Int?
  /// The stage of the next tested revision, if a line announced it.
  var announcedStage: Stage?
  /// The revision git named last.
  var candidate: Candidate?
  /// What an unknown line continues with.
  var payload = Payload.none
  /// The release that the next test is for.
  var announcedRelease: TextRange?
  /// How many revisions git reported as left to test, before it named the next one.
  var expectedCount: RevisionCount?
  /// The signatures of the culprit's kernel and of its parent's.
  var culpritSignature: TextRange?
  var parentSignature: TextRange?
  /// Whether syzkaller decided about the candidate without a test.
  var pretends = false
  /// Whether `git bisect start` has been seen.
  var gitHasStarted = false
  /// Whether a release, HEAD or a merge base has been tested.
  var rangeHasBegun = false
  /// Whether `revisions tested` has been seen: only then is `error:` or `crash:` the log's own.
  var isClosing = false
  /// The lines whose text was joined to the line before, after a mail's wrapping was undone.
  let absorbed: [Bool]
  /// What is left of git's commit block where the head is missing up to it.
  var cutBlock: Culprit?
  /// Whether a line further down closes the log; looked for once.
  private(set) lazy var hasStatisticsAhead = (at..<lines.count).contains {
    lines[$0].starts(with: "revisions tested: ")
  }
  /// Whether prose may be between the lines, as in a mail.
  let hasProse: Bool

  /// What a line that no template fits continues with (grammar, section 9: the payloads).
  enum Payload {
    case none
    /// The last run of the open step.
    case run
    /// The compiler's output, of the open step.
    case buildText
    /// Text of some other node, which it lengthens without a value of its own.
    case node
  }

  /// A revision that git proposed.
  struct Candidate {
    var commit: ByteView
    var title: TextRange
    var remaining: Int?
    var roughSteps: Int?
  }

  init(lines: Lines, log: consuming BisectionLog, absorbed: [Bool], hasProse: Bool) {
    self.lines = lines
    self.log = log
    self.absorbed = absorbed
    self.hasProse = hasProse
    kinds = Array(repeating: .unrecognised, count: lines.count)
  }

  /// Reads every line and gives the log.
  consuming func parse() -> BisectionLog {
    log.format = .syzkaller
    if !absorbed.isEmpty { skipAbsorbed() }
    while at < lines.count {
      let line = lines[at]
      take(line, as: SyzkallerLine.kind(of: line))
    }
    closeStep()
    finish()
    return takeLog()
  }

  /// Keeps the whole line as a remark that belongs to no step.
  mutating func acceptNotice(_ kind: LineKind, _ line: ByteView) {
    log.notices.append(
      Notice(kind: kind, line: lineNumber, text: line.range, fact: Fact(line, kind)))
    accept(kind)
  }

  private mutating func take(_ line: ByteView, as kind: LineKind) {
    switch kind {
    case .run, .allRuns: takeRun(line, kind)
    case .unrecognised: takeUnknown(line)
    case .blank: takeBlank()
    case .testingCommit, .compiler, .kernelSignature, .buildText, .representativeCrash,
      .verdictUndetermined, .falseNegativeChance, .flakyNotice, .misleadingSkip, .testFailed:
      takeTestLine(line, kind)
    case .host, .start, .buildingSyzkaller, .fetchTags, .fetchFailed, .rewrittenCommit,
      .ensureReproducible:
      takeStartLine(line, kind)
    case .pickedReleases, .testingRelease, .testingHead, .mergeBase, .guiltyCommitCheck,
      .pretendCrashed, .minimisation:
      takeRangeLine(line, kind)
    case .gitStart, .gitVerdict, .bisecting, .candidate, .firstBad, .gitWarning,
      .gitAccessWarning, .gitMessage, .gitStatus:
      takeGitLine(line, kind)
    default: takeEndLine(line, kind)
    }
  }

  /// A line that no template fits continues what can run over several lines; else it is kept as it is.
  mutating func takeUnknown(_ line: ByteView) {
    switch payload {
    case .run: continueRun()
    case .buildText: continueBuildText()
    case .node: accept(.continuation)
    case .none:
      if isBeforeAnything { return takeLineOfMissingHead(line) }
      if canBeginBuildText { return beginBuildText(line) }
      if hasProse { closeStep() }
      accept(hasProse ? .mail : .unrecognised)
    }
  }

  /// The output of a failed command ends with an empty line; elsewhere an empty line is separate.
  private mutating func takeBlank() {
    switch payload {
    case .run, .buildText, .node: accept(.continuation)
    case .none: accept(.blank)
    }
  }
}
