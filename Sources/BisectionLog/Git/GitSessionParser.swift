/// Reads what git records of a bisection (`git bisect log`) and what a terminal shows of one
/// (`git bisect run`, or by hand); a file may hold both, several of each, and prose around them.
struct GitSessionParser: LineParser, ~Copyable {
  let lines: Lines
  var log: BisectionLog
  var kinds: [LineKind]
  var at = 0
  /// The lines whose text was joined to the line before.
  let absorbed: [Bool]
  /// What unknown lines outside a test are.
  let unknownKind: LineKind
  /// The words in use.
  var terms = GitTerms()
  /// The sessions so far.
  var sessions: [GitSession] = []
  /// Which ends of the range are known; without a start line neither is.
  var ends: (bad: TextRange?, good: TextRange?, areOpen: Bool) = (nil, nil, false)
  /// The commit that the last `# WORD: [HASH] subject` describes.
  var subject: (hash: ByteView, title: TextRange)?
  /// How many revisions git reported as left to test, before it named the next one.
  var expectedCount: RevisionCount?
  /// The last step of each revision, by the bytes of its hash.
  var stepsByCommit: [[UInt8]: Int] = [:]
  /// The step of the revision git named last.
  var candidateStep: Int?
  /// The commits that the text shows apart from git's result.
  var shownCommits: [Culprit] = []
  /// Whether a test is running, whose output follows.
  var isRunning = false
  /// The index of the line where the test was started.
  var lastRunning: Int?
  /// Whether git's output in a terminal was seen, which names revisions before they are judged.
  var isTranscript = false
  /// Whether `git bisect run` was seen at work.
  var hasRun = false
  /// Whether lines of git's own record were seen.
  var hasRecord = false

  init(lines: Lines, log: consuming BisectionLog, absorbed: [Bool], hasProse: Bool) {
    self.lines = lines
    self.log = log
    self.absorbed = absorbed
    unknownKind = hasProse ? .mail : .unrecognised
    kinds = Array(repeating: .unrecognised, count: lines.count)
  }

  /// Reads every line and gives the log.
  consuming func parse() -> BisectionLog {
    terms.new = newTermOfResult(after: 0)
    if !absorbed.isEmpty { skipAbsorbed() }
    while at < lines.count { take(lines[at]) }
    closeSession()
    finish()
    return takeLog()
  }

  private mutating func take(_ line: ByteView) {
    switch GitBisectLine.shape(line) {
    case .command(let command, let isTyped):
      isTranscript = isTranscript || isTyped
      takeCommand(command)
    case .subject(_, let hash, let title):
      subject = (hash, title.range)
      hasRecord = true
      accept(.gitSubject)
    case .first(_, let hash, let title): takeResult(hash, title: title)
    case .possible(let hash):
      addPossible(hash)
      accept(.skippedOnly)
    case .onlySkipped: takeOnlySkipped()
    case .comment: accept(.gitStatus)
    case .running: takeRunning()
    case .runEnd(let isError): takeRunEnd(line, isError: isError)
    case .output(let kind): takeOutput(line, kind)
    case .blank: accept(isRunning ? .runOutput : .blank)
    case .other where !isRunning && isAtShownCommit: takeShownCommit()
    // In a terminal other programs print lines as well.
    case .other: accept(isRunning || isTranscript && !hasRecord ? .runOutput : unknownKind)
    }
  }

  /// The word that the next result names.
  ///
  /// In a record without its options nothing else distinguishes the words.
  func newTermOfResult(after index: Int) -> ByteView? {
    for index in index..<max(index, lines.count) {
      let line = lines[index]
      if line.starts(with: "git bisect start") { return nil }
      if case .first(let word, _, _) = GitBisectLine.shape(line) { return word }
      guard let hash = GitLine.firstBad(line),
        let word = line.dropping(hash.count).after(" is the first ")?.before(" commit")
      else { continue }
      return word.unquoted
    }
    return nil
  }
}
