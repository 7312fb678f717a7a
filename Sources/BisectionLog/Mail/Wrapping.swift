/// Finds the pieces of lines that a mail program wrapped.
enum Wrapping {
  /// The shortest line that a mail program wraps, with the word that did not fit.
  private static let width = 70

  /// The shortest line that is wrapped before a long word: a hash, or a tree's address.
  private static let shortest = 14

  /// Whether a line is one of a log's own.
  static func isMark(_ line: ByteView) -> Bool {
    let kind = SyzkallerLine.kind(of: line)
    switch kind {
    case .unrecognised, .blank: break
    default: return true
    }
    switch GitBisectLine.shape(line) {
    case .blank, .other: return false
    case .comment: return true
    default: return true
    }
  }

  /// The longest line that a mail program leaves where it can be broken, in columns.
  private static let widest = 82

  /// Whether some lines are longer than a mail program leaves them, though they could be wrapped.
  static func hasLongLines(_ contents: some Sequence<ByteView>, atLeast sufficient: Int) -> Bool {
    var long = 0
    for line in contents {
      // Programs add a footer of long lines below the signature's mark, to whatever they are.
      if line[0] == Ascii.minus, line.trimmedAtEnd.equals("--") { return false }
      guard line.count > widest else { continue }
      // Where the first blank is further on, some programs leave the line whole.
      guard (line.prefix(width).lastIndex(of: Ascii.space) ?? 0) > 20, line.columns > widest else {
        continue
      }
      long += 1
      if long == sufficient { return true }
    }
    return false
  }

  /// Whether broken lines end in the blank that tells a mail program to join them (RFC 3676), which is
  /// none of the text's own.
  ///
  /// `isRest` tells which lines are the rest of the one above.
  static func isFlowed(_ contents: [ByteView], _ isRest: [Bool]) -> Bool {
    var broken = 0
    var flowed = 0
    for index in contents.indices.dropFirst() where isRest[index] {
      broken += 1
      if contents[index - 1].last == Ascii.space { flowed += 1 }
    }
    return flowed * 2 > broken
  }

  /// The lines below one that continue with it; where the text is not wrapped, only those without
  /// which the line is not whole.
  ///
  /// Where there is prose, lines that are not a log's own are somebody's words.
  static func continuation(
    of index: Int, in contents: [ByteView], isWrapped: Bool, hasProse: Bool = true
  ) -> [ByteView] {
    let line = contents[index]
    // Hardly any line lacks something where no program broke lines.
    guard isWrapped || isBareLabel(line) || isIncomplete(line, line) else { return [] }
    guard canBeWrapped(line) || isWrapped && !hasProse && (isText(line) || line[0] == Ascii.space)
    else { return [] }
    var pieces: [ByteView] = []
    var last = line
    while index + pieces.count + 1 < contents.count, pieces.count < 64 {
      let next = contents[index + pieces.count + 1]
      guard continues(from: last, first: line, to: next, isWrapped) else { break }
      pieces.append(next)
      last = next
    }
    return pieces
  }

  private static func canBeWrapped(_ line: ByteView) -> Bool {
    if line.starts(with: mergeBase) { return true }
    if isOfCommitBlock(line) { return line[0] != Ascii.space || line.starts(with: "    ") }
    switch SyzkallerLine.kind(of: line) {
    case .run, .allRuns, .testingCommit, .compiler, .kernelSignature, .signaturePair, .candidate,
      .culprit, .representativeCrash, .statistics, .gitVerdict, .gitStart, .recipients, .bisecting,
      .start, .error, .crashTitle:
      return true
    default: break
    }
    switch GitBisectLine.shape(line) {
    case .command, .subject, .first, .possible: return true
    case .comment: return isBareLabel(line)
    default: return false
    }
  }

  private static func continues(
    from last: ByteView, first: ByteView, to next: ByteView, _ isWrapped: Bool
  ) -> Bool {
    let words = next.trimmed
    if isBareLabel(first) {
      // The hash comes first, then only what cannot be a line of its own.
      return words[0] == Ascii.openBracket ? last.count == first.count : continuesTitle(words)
    }
    // Most lines fail here, at little cost.
    let mayBreak = isWrapped && mayBreak(last, first: first, before: words, next)
    guard !words.isEmpty, mayBreak || isIncomplete(first, last) else { return false }
    if isMark(words) || words.count != next.count && isMark(next) { return false }
    // Nothing of a report continues with a line above it, least of all its title.
    if LineAnchor.begins(words) || isRule(words) || CrashHeadline.isOne(words) { return false }
    if !mayBreak || isIncomplete(first, last) || lacksRest(last, before: next) { return true }
    if namesMergeBase(next) || beginsMessage(next, below: first) || isLink(next, below: first) {
      return false
    }
    if isOfCommitBlock(first),
      next[0] == Ascii.space || CommitHeader.isOne(next) || next.starts(with: "```")
    {
      return false
    }
    return !last.droppingLast(1).ends(with: ": exit status ")
  }

  /// Whether a mail program may have broken a line before some words.
  private static func mayBreak(
    _ last: ByteView, first: ByteView, before words: ByteView, _ next: ByteView
  ) -> Bool {
    if lacksRest(last, before: next) || last.last == Ascii.space && last.count > 50 { return true }
    let word = words.firstIndex(of: Ascii.space) ?? words.count
    guard last.count <= 100, last.count + 1 + word > width else { return false }
    // Nothing within a commit's message begins at the margin.
    return last.count > shortest || isOfCommitBlock(first)
  }

  /// Whether the end of a line tells that it goes on.
  private static func lacksRest(_ last: ByteView, before next: ByteView) -> Bool {
    let text = last.trimmedAtEnd
    if text.last == UInt8(ascii: ";") || namesNothingYet(text) { return true }
    return text.ends(with: " of") && next.contains("://")
  }

  /// Whether a line is one of another program's words, which a log quotes: a compiler's, or ssh's.
  private static func isText(_ line: ByteView) -> Bool {
    line.count > 40 && line[0] != Ascii.space && !isMark(line)
  }

  /// Whether a line begins as compilers begin their messages, `elf.c:135:2: error:`, or below
  /// another program's words as any program does, `scp: `.
  private static func beginsMessage(_ line: ByteView, below first: ByteView) -> Bool {
    let word = line.prefix(line.firstIndex(of: Ascii.space) ?? line.count)
    // A title names the part of the kernel that it is about in the same way.
    guard word.last == Ascii.colon, word[0] != Ascii.quote, !isOfCommitBlock(first),
      first[0] != Ascii.openBracket
    else { return false }
    return isText(first) || word.contains("/")
      || Ascii.isDigit(word[word.count &- 2]) && word.contains(".")
  }

  private static let mergeBase: StaticString = "determining the merge base between"

  /// `HASH/TITLE is a merge base, check if it has the bug`: a line of its own, though it is text.
  private static func namesMergeBase(_ line: ByteView) -> Bool {
    line.leadingHash() != nil && line[40] == Ascii.slash
  }

  /// Whether a line is the link to what a run printed, which people put below its result.
  private static func isLink(_ line: ByteView, below first: ByteView) -> Bool {
    guard line.starts(with: "http") else { return false }
    switch SyzkallerLine.kind(of: first) {
    case .run, .allRuns: return true
    default: return false
    }
  }

  /// Whether a line is of a commit that git shows: its author, a line of its message, or a file in git's
  /// raw form.
  private static func isOfCommitBlock(_ line: ByteView) -> Bool {
    line[0] == Ascii.space || line.starts(with: "Author: ")
      || line[0] == Ascii.colon && Ascii.isDigit(line[1])
  }

  /// `# bad:` or `# possible first bad commit:` whose commit is below.
  private static func isBareLabel(_ line: ByteView) -> Bool {
    let text = line.trimmedAtEnd
    guard text.starts(with: "# "), text.last == Ascii.colon else { return false }
    let label = text.dropping(2).droppingLast(1)
    return label.ends(with: " commit") || label.firstIndex(of: Ascii.space) == nil
  }

  /// Whether a line is drawn of one sign, as reports have them.
  private static func isRule(_ words: ByteView) -> Bool {
    words.count > 8 && words.starts(with: "=====") || words.starts(with: "-----")
  }

  /// `first bad commit: HASH`, `[HASH]`: the title did not fit into a line beside the hash.
  private static func namesNothingYet(_ line: ByteView) -> Bool {
    let text = line.trimmedAtEnd
    if let hash = text.after("first bad commit: ") ?? text.after("first good commit: ") {
      return hash.isHash
    }
    return text[0] == Ascii.openBracket && text.last == Ascii.closeBracket
      && text.dropping(1).droppingLast(1).isHash
  }

  private static func continuesTitle(_ words: ByteView) -> Bool {
    !words.isEmpty && !isMark(words)
  }

  /// Whether a line lacks what it must hold.
  private static func isIncomplete(_ first: ByteView, _ last: ByteView) -> Bool {
    let text = first.trimmedAtEnd
    // The revision of a start is a word that fits into no line beside them.
    let isBare = text.ends(with: "starting from") || text.ends(with: " since")
    if first.count == last.count,
      isBare && SyzkallerLine.kind(of: first) == .start || text.equals("building syzkaller on")
        || text.equals(mergeBase)
    {
      return true
    }
    if first.starts(with: mergeBase), last.trimmedAtEnd.ends(with: " and") { return true }
    if text.last == Ascii.colon, first.count == last.count {
      return text.ends(with: "signature:")
    }
    if first.starts(with: "recipients (") || first.starts(with: "cc: [") {
      return last.trimmedAtEnd.last != Ascii.closeBracket
    }
    // In git's record, in a comment, the command follows the subject at once.
    if first.starts(with: "# ") {
      switch GitBisectLine.shape(first) {
      case .subject: return true
      case .first: return last.count > 60
      default: break
      }
    }
    return text.equals("git bisect good") || text.equals("git bisect bad")
  }
}
