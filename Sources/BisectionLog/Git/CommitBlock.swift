extension LineParser where Self: ~Copyable {
  /// The commit that git shows below `HASH is the first bad commit` (grammar, section 8).
  ///
  /// Its header is at column 0, everything else is indented, empty or a raw line with `:`; the
  /// message may quote whole logs and reports.
  mutating func takeCommitBlock(of culprit: inout Culprit) {
    guard lines[at].starts(with: "commit "), lines[at].dropping(7).leadingHash() != nil else {
      return
    }
    let first = at
    accept(.commitBlock)
    takeHeader(of: &culprit)
    var lastFilled = at
    // Git indents also the empty lines of a message, but many programs cut blanks at line ends.
    var emptyLines: [TextRange] = []
    while at < lines.count {
      let line = lines[at]
      guard line.isEmpty || line[0] == Ascii.space || line[0] == Ascii.colon else { break }
      if line.isEmpty {
        emptyLines.append(line.range)
      } else {
        lastFilled = at &+ 1
        if !emptyLines.isEmpty {
          if !culprit.message.isEmpty, line.starts(with: "    ") { culprit.message += emptyLines }
          emptyLines = []
        }
        culprit.takeBlockLine(line, number: lineNumber)
      }
      accept(.commitBlock)
    }
    // Empty lines below the block belong to syzkaller's record, not to git's text.
    for index in lastFilled..<at { kinds[index] = .blank }
    culprit.blockLines = first &+ 1..<lastFilled &+ 1
    culprit.countFiles()
  }

  private mutating func takeHeader(of culprit: inout Culprit) {
    while at < lines.count {
      let line = lines[at]
      if line.starts(with: "Merge: ") {
        culprit.isMerge = true
      } else if let author = line.after("Author:") {
        culprit.takeAuthor(author.trimmed)
      } else if let date = line.after("Date:") {
        culprit.date = date.trimmed.rangeIfAny
      } else {
        return
      }
      accept(.commitBlock)
    }
  }
}

/// The lines at the head of a commit that git shows.
enum CommitHeader {
  /// Whether a line is one of them.
  static func isOne(_ line: ByteView) -> Bool {
    if let rest = line.after("commit ") { return rest.leadingHash() != nil }
    return line.starts(with: "Merge: ") || line.starts(with: "Author:")
      || line.starts(with: "Date:")
  }
}

extension Culprit {
  /// `Name <address>`.
  mutating func takeAuthor(_ text: ByteView) {
    guard let open = text.lastIndex(of: Ascii.less) else {
      author = text.rangeIfAny
      return
    }
    author = text.prefix(open).trimmed.rangeIfAny
    let address = text.dropping(open &+ 1)
    email = (address.last == Ascii.greater ? address.droppingLast(1) : address).rangeIfAny
  }

  /// A line below the header: message, raw change, diffstat or its summary.
  mutating func takeBlockLine(_ line: ByteView, number: Int) {
    if let text = line.after("    ") {
      if message.isEmpty { title = title ?? text.trimmed.rangeIfAny }
      message.append(text.range)
    } else if line[0] == Ascii.colon {
      if let file = ChangedFile(rawLine: line, number: number) { files.append(file) }
    } else if let summary = DiffSummary(line) {
      filesChanged = summary.files
      insertions = summary.insertions
      deletions = summary.deletions
    } else if let file = ChangedFile(diffstatLine: line, number: number) {
      files.append(file)
    }
  }

  /// Counts the files if git printed no summary.
  mutating func countFiles() {
    if filesChanged == nil, !files.isEmpty { filesChanged = files.count }
  }
}
