extension SyzkallerParser {
  /// Derives what depends on the whole log.
  mutating func finish() {
    if log.direction == .unknown { log.direction = log.inferredDirection() }
    if hasProse { log.trustGitsResult(lines) }
    log.culprit?.signature = culpritSignature
    log.culprit?.parentSignature = parentSignature
    mendCulprit()
    nameSteps()
    log.judgeSteps(lines, isExcerpt: hasProse)
  }
}

extension SyzkallerParser {
  /// Subjects of tested revisions that are elsewhere than in git's candidates.
  private mutating func nameSteps() {
    var known: [(commit: TextRange, title: TextRange)] = []
    var subject: TextRange?
    for notice in log.notices {
      switch notice.fact {
      case .mergeBase(let commit, let title, _), .rewritten(let commit, let title):
        known.append((commit, title))
      case .subject(let title): subject = subject ?? title
      default: break
      }
    }
    if let subject { nameLastRelease(subject) }
    if let culprit = log.culprit, let title = culprit.title {
      known.append((culprit.commit, title))
    }
    let title = title(among: known)
    for index in log.steps.indices where log.steps[index].title == nil {
      log.steps[index].title = title(lines.view(log.steps[index].commit))
    }
  }

  /// Finds the first title of a commit among some.
  ///
  /// A log can have any number of steps and titles, but hardly ever has more than two titles here,
  /// which need no table.
  private func title(
    among known: [(commit: TextRange, title: TextRange)]
  ) -> (ByteView) -> TextRange? {
    let lines = lines
    guard known.count > 4 else {
      return { commit in
        known.first { lines.view($0.commit).hasSameBytes(as: commit) }?.title
      }
    }
    let titles = Dictionary(known.map { (lines.view($0.commit).bytes, $0.title) }) { first, _ in
      first
    }
    return { titles[$0.bytes] }
  }

  /// Names the last step that no commit of git's bisection is tested in.
  private mutating func nameLastRelease(_ title: TextRange) {
    let last = log.steps.lastIndex {
      $0.stage == .head || $0.stage == .release || $0.stage == .mergeBase
    }
    if let last { log.steps[last].title = log.steps[last].title ?? title }
  }
}

extension BisectionLog {
  /// Records the commit of `first bad commit:`, keeping git's block where it shows the same commit.
  mutating func nameCulprit(_ commit: ByteView, title: ByteView, line: Int, in lines: Lines) {
    var culprit = Culprit(commit: commit.range, line: line)
    if let known = self.culprit, lines.view(known.commit).hasSameBytes(as: commit) {
      culprit = known
      culprit.line = line
    } else if title.starts(with: "Merge ") {
      // Before git 2.22 a merge had no block at all.
      culprit.isMerge = true
    }
    culprit.commit = commit.range
    culprit.title = title.rangeIfAny ?? culprit.title
    culprit.isMerge = culprit.isMerge || culprit.blockLines == nil && title.starts(with: "Merge ")
    culprit.isRelease = ReleaseTitle.matches(title)
    self.culprit = culprit
  }
}

/// The subject of a release commit: `Linux 5.6`, `Linux 4.19-rc1`.
enum ReleaseTitle {
  /// Whether a subject is that of a release.
  static func matches(_ title: ByteView) -> Bool {
    guard var rest = title.after("Linux ") else { return false }
    guard let (_, length) = rest.leadingNumber(), rest[length] == Ascii.dot else { return false }
    rest = rest.dropping(length &+ 1)
    guard let (_, minorLength) = rest.leadingNumber() else { return false }
    rest = rest.dropping(minorLength)
    while !rest.isEmpty {
      guard let part = rest.after("-rc") ?? rest.after("."), let (_, length) = part.leadingNumber()
      else { return false }
      rest = part.dropping(length)
    }
    return true
  }
}
