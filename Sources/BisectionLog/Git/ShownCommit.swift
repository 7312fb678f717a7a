extension GitSessionParser {
  /// Whether a whole commit begins here, as `git show` prints it and KernelCI's mails do below `Breaking commit found:`.
  var isAtShownCommit: Bool {
    guard let hash = lines[at].after("commit ")?.leadingHash(), hash.count >= 40 else {
      return false
    }
    let next = lines[nextIndex]
    return next.starts(with: "Author:") || next.starts(with: "Merge: ")
  }

  /// Parses a shown commit: its head, its message, and its change where it follows.
  mutating func takeShownCommit() {
    guard let hash = lines[at].after("commit ")?.leadingHash() else { return accept(unknownKind) }
    var commit = Culprit(commit: hash.range, line: lineNumber)
    takeCommitBlock(of: &commit)
    takeChange(of: &commit)
    shownCommits.append(commit)
  }

  /// Completes the culprit from a commit of the same hash shown elsewhere in the text.
  mutating func completeCulprit() {
    guard let culprit = log.culprit, culprit.blockLines == nil else { return }
    let hash = lines.view(culprit.commit)
    guard
      var shown = shownCommits.first(where: { lines.view($0.commit).hasSameBytes(as: hash) })
    else { return }
    shown.title = culprit.title ?? shown.title
    shown.line = culprit.line
    log.culprit = shown
  }

  /// Parses the change below a commit's message: `diff --git a/PATH b/PATH` with its hunks.
  private mutating func takeChange(of commit: inout Culprit) {
    var (added, removed) = (0, 0)
    let hadStat = !commit.files.isEmpty
    while at < lines.count, lines[at].starts(with: "diff --git ") {
      let number = lineNumber
      guard var file = ChangedFile(header: lines[at], number: number) else { break }
      accept(.commitBlock)
      takeHunks(of: &file)
      added &+= file.added ?? 0
      removed &+= file.removed ?? 0
      if !hadStat { commit.files.append(file) }
      if let block = commit.blockLines { commit.blockLines = block.lowerBound..<lineNumber }
    }
    guard !commit.files.isEmpty, !hadStat else { return }
    (commit.filesChanged, commit.insertions, commit.deletions) =
      (commit.files.count, added, removed)
  }

  /// Parses the lines of one file's change; the numbers in a hunk's header determine where it ends.
  private mutating func takeHunks(of file: inout ChangedFile) {
    var (added, removed) = (0, 0)
    while at < lines.count {
      let line = lines[at]
      if let hunk = HunkHead(line) {
        accept(.commitBlock)
        takeLines(of: hunk, &added, &removed)
      } else if line.starts(with: "Binary files ") || line.starts(with: "GIT binary patch") {
        file.binary = true
        accept(.commitBlock)
      } else if ChangedFile.isHeader(line) {
        accept(.commitBlock)
      } else {
        break
      }
    }
    if !file.binary { (file.added, file.removed) = (added, removed) }
  }

  private mutating func takeLines(of hunk: HunkHead, _ added: inout Int, _ removed: inout Int) {
    var (old, new) = (hunk.oldCount, hunk.newCount)
    while at < lines.count, old > 0 || new > 0 {
      switch lines[at].isEmpty ? Ascii.space : lines[at][0] {
      // A mailer may have taken the blank of an empty line.
      case Ascii.space: (old, new) = (old &- 1, new &- 1)
      case Ascii.plus: (new, added) = (new &- 1, added &+ 1)
      case Ascii.minus: (old, removed) = (old &- 1, removed &+ 1)
      case UInt8(ascii: "\\"): break
      default: return
      }
      accept(.commitBlock)
    }
    if at < lines.count, lines[at].starts(with: "\\ No newline") { accept(.commitBlock) }
  }
}

/// The head of a hunk, `@@ -10,6 +10,7 @@`, with the counts of lines; a missing count is 1.
private struct HunkHead {
  var oldCount = 1
  var newCount = 1

  init?(_ line: ByteView) {
    guard let old = line.after("@@ -"), let (oldCount, rest) = Self.count(old),
      let new = rest.after(" +"), let (newCount, end) = Self.count(new), end.starts(with: " @@")
    else { return nil }
    (self.oldCount, self.newCount) = (oldCount, newCount)
  }

  private static func count(_ text: ByteView) -> (Int, ByteView)? {
    guard let (_, length) = text.leadingNumber() else { return nil }
    let rest = text.dropping(length)
    guard rest[0] == Ascii.comma else { return (1, rest) }
    guard let (count, digits) = rest.dropping(1).leadingNumber() else { return nil }
    return (count, rest.dropping(1 &+ digits))
  }
}

extension ChangedFile {
  /// `diff --git a/PATH b/PATH`.
  fileprivate init?(header line: ByteView, number: Int) {
    guard let rest = line.after("diff --git a/"), let middle = rest.lastIndex(of: Ascii.space),
      let path = rest.dropping(middle &+ 1).after("b/"), !path.isEmpty
    else { return nil }
    self.init(path: path.range, line: number)
    let old = rest.prefix(middle)
    if !old.hasSameBytes(as: path) { oldPath = old.rangeIfAny }
  }

  /// Whether a line is between `diff --git` and the first hunk.
  fileprivate static func isHeader(_ line: ByteView) -> Bool {
    switch line[0] {
    case UInt8(ascii: "i"): line.starts(with: "index ")
    case Ascii.minus: line.starts(with: "--- a/") || line.starts(with: "--- /dev/null")
    case Ascii.plus: line.starts(with: "+++ b/") || line.starts(with: "+++ /dev/null")
    case UInt8(ascii: "n"): line.starts(with: "new file mode ") || line.starts(with: "new mode ")
    case UInt8(ascii: "d"):
      line.starts(with: "deleted file mode ") || line.starts(with: "dissimilarity index ")
    case UInt8(ascii: "o"): line.starts(with: "old mode ")
    case UInt8(ascii: "s"): line.starts(with: "similarity index ")
    case UInt8(ascii: "r"): line.starts(with: "rename ")
    case UInt8(ascii: "c"): line.starts(with: "copy ")
    default: false
    }
  }
}
