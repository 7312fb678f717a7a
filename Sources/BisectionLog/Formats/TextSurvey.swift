/// What a pass over all lines shows, to determine the kind of text.
struct TextSurvey {
  /// Lines that only syzkaller's bisection prints.
  private(set) var syzkallerLines = 0
  /// Lines that only git's own record of a bisection has, or a terminal.
  private(set) var gitRecordLines = 0
  /// Lines that git prints while it bisects, whoever runs it.
  private(set) var gitOutputLines = 0
  /// Lines with full hashes among those of git.
  private(set) var gitHashLines = 0
  /// Marked lines that follow `>`.
  private(set) var quotedMarks = 0
  /// Marked lines that are indented.
  private(set) var indentedMarks = 0
  /// Marked lines that begin at column 0.
  private(set) var plainMarks = 0
  /// Filled lines before the first marked one, and after the last one.
  private(set) var filledBefore = 0
  private(set) var filledAfter = 0
  /// Whether the first filled line is the first line of a whole syzkaller log.
  private(set) var beginsWithHead = false
  /// Whether any line is the first of a syzkaller log.
  private(set) var hasHead = false
  /// Whether any line closes a syzkaller log.
  private(set) var hasStatistics = false
  /// Whether a line introduces a quotation, as mail programs write it.
  private(set) var hasAttribution = false

  /// The quoting depths of filled lines, and those of marked ones, a bit for each.
  private var depths: UInt64 = 0
  private var markedDepths: UInt64 = 0
  /// Filled lines that are neither quoted nor indented.
  private var plainLines = 0

  /// Lines without any mark that continue with nothing.
  private(set) var strayLines = 0
  /// Whether a line of a log may run on over the next one.
  private var mayGoOn = true
  /// How far the commit block is indented that the line may be in.
  private var blockIndent: Int?

  /// Examines a text.
  init(_ lines: Lines) {
    var isFirst = true
    for index in 0..<lines.count {
      let quoted = QuotedLine(lines[index])
      guard !quoted.content.isEmpty, !isInBlock(quoted) else { continue }
      look(at: quoted)
      if isFirst { beginsWithHead = hasHead }
      isFirst = false
      if hasStatistics, quotedMarks == 0, quoted.content.starts(with: "crash: ") { return }
      // A complete log of syzkaller is recognised by its head; its other lines need no survey.
      if beginsWithHead, quoted.isPlain { return }
    }
  }

  /// Whether all lines are quoted or indented as those of the log are, so that none is somebody's prose.
  var isWhollyQuoted: Bool {
    let lowestMarked = markedDepths & (0 &- markedDepths)
    return beginsWithHead && plainLines == 0 && depths & (lowestMarked &- 1) == 0 && !hasAttribution
  }

  /// Whether a line belongs to a commit that git shows, whose message may quote anything.
  private mutating func isInBlock(_ line: QuotedLine) -> Bool {
    if GitLine.firstBad(line.content) != nil {
      blockIndent = line.indent
      return false
    }
    guard let blockIndent else { return false }
    if line.indent > blockIndent || CommitHeader.isOne(line.content) { return true }
    self.blockIndent = nil
    return false
  }

  private mutating func look(at line: QuotedLine) {
    let kind = SyzkallerLine.kind(of: line.content)
    let depth: UInt64 = 1 << UInt64(min(line.depth, 63))
    depths |= depth
    if line.isPlain { plainLines += 1 }
    guard count(line.content, kind) else {
      if plainMarks + quotedMarks + indentedMarks == 0 { filledBefore += 1 }
      filledAfter += 1
      if line.content.ends(with: " wrote:") || line.content.starts(with: "```") {
        hasAttribution = true
      }
      countStray(kind)
      return
    }
    filledAfter = 0
    markedDepths |= depth
    if line.depth > 0 {
      quotedMarks += 1
    } else if line.indent > 0 {
      indentedMarks += 1
    } else {
      plainMarks += 1
    }
  }

  private mutating func countStray(_ kind: LineKind) {
    switch kind {
    case .unrecognised: if !mayGoOn { strayLines += 1 }
    case .compiler, .kernelSignature, .buildText, .testFailed, .minimisation: mayGoOn = true
    default: mayGoOn = false
    }
  }

  /// Counts a line under its family; false if it is of none.
  private mutating func count(_ line: ByteView, _ kind: LineKind) -> Bool {
    switch SyzkallerLine.mark(line, kind) {
    case .start, .host:
      hasHead = true
      syzkallerLines += 1
    case .statistics:
      hasStatistics = true
      syzkallerLines += 1
    case .unrecognised: return countForGit(line)
    case .testingCommit, .crashTitle:
      syzkallerLines += 1
      mayGoOn = true
      return true
    case let kind where kind == .run || kind == .allRuns:
      syzkallerLines += 1
      mayGoOn = Run(line: line, kind: kind, number: 1)?.outcome.mayRunOverLines ?? false
      return true
    default: syzkallerLines += 1
    }
    mayGoOn = false
    return true
  }

  private mutating func countForGit(_ line: ByteView) -> Bool {
    switch GitBisectLine.shape(line) {
    case .command(let command, _):
      guard let argument = command.words.dropFirst().first ?? command.words.first else {
        return false
      }
      if argument.unquoted.isHash { gitHashLines += 1 }
      gitRecordLines += 1
    case .subject, .first, .possible:
      gitHashLines += 1
      gitRecordLines += 1
    case .onlySkipped: gitRecordLines += 1
    case .output(.candidate), .output(.firstBad):
      gitHashLines += 1
      gitOutputLines += 1
    case .output(.bisecting): gitOutputLines += 1
    default: return false
    }
    return true
  }
}

extension SyzkallerLine {
  /// The kind of a line, where only a bisection of syzkaller prints it; else unrecognised.
  static func mark(_ line: ByteView, _ kind: LineKind) -> LineKind {
    switch kind {
    case .run, .allRuns: return Run(line: line, kind: kind, number: 1) == nil ? .unrecognised : kind
    case .testingCommit:
      return line.after("testing commit ")?.leadingHash() == nil ? .unrecognised : kind
    case .gitStart, .testingRelease, .testingHead, .culprit, .inconclusive, .signaturePair,
      .statistics, .start, .host, .representativeCrash, .verdictUndetermined, .pickedReleases:
      return kind
    case .gitVerdict:
      return GitVerdict.reading(line.dropping("# git bisect ".utf8.count)) == nil
        ? .unrecognised : kind
    default: return .unrecognised
    }
  }
}
