/// A copy of a text without what a mail program did to it.
///
/// It has exactly as many lines as the source, so that every line number holds in both: what was
/// wrapped is joined to the line where it began, and leaves an empty line.
struct UnquotedText {
  /// The copy.
  private(set) var text: SourceText
  /// The lines, by index from 0, whose content was joined to another line.
  private(set) var absorbed: [Bool]

  /// Removes quoting and wrapping from a text; lines that were joined to others already are empty.
  init(_ lines: Lines, absorbed known: [Bool] = [], hasProse: Bool) {
    let contents = IndentTracker.contents(of: lines)
    let isWrapped = !Wrapping.hasLongLines(contents, atLeast: 3)
    // The lines of the report below the crash's title are joined as those of reports are.
    let title = contents.lastIndex { SyzkallerLine.kind(of: $0) == .crashTitle }
    let end = isWrapped && !hasProse ? title.map { $0 + 1 } ?? contents.count : contents.count
    let isRest = Self.rests(in: contents, before: end, isWrapped: isWrapped, hasProse: hasProse)
    text = Self.joined(contents, isRest)
    absorbed = known.isEmpty ? isRest : zip(known, isRest).map { $0 || $1 }
    if isWrapped, let title { joinReport(below: title) }
    // Texts of several lines must not contain what is left of those that were joined.
    text = text.emptying(absorbed)
  }

  /// Which lines, by index, are the rest of the one above; below `end` only those of commits are.
  private static func rests(
    in contents: [ByteView], before end: Int, isWrapped: Bool, hasProse: Bool
  ) -> [Bool] {
    var isRest = Array(repeating: false, count: contents.count)
    var block = CommitBlockBreaks()
    var index = 0
    while index < contents.count {
      var pieces = isWrapped ? block.pieces(below: index, in: contents) : nil
      if pieces == nil, index < end {
        pieces = Wrapping.continuation(
          of: index, in: contents, isWrapped: isWrapped, hasProse: hasProse)
      }
      let count = pieces?.count ?? 0
      for offset in 0..<count { isRest[index + 1 + offset] = true }
      index += 1 + count
    }
    return isRest
  }

  /// A text of some lines, each with its rests behind it.
  private static func joined(_ contents: [ByteView], _ isRest: [Bool]) -> SourceText {
    let isFlowed = Wrapping.isFlowed(contents, isRest)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(contents.reduce(contents.count) { $0 &+ $1.count })
    var open = 0
    for (index, content) in contents.enumerated() {
      if isRest[index] {
        if !isFlowed || bytes.last != Ascii.space { bytes.append(Ascii.space) }
        content.trimmed.append(to: &bytes)
        open += 1
      } else {
        bytes.append(contentsOf: repeatElement(Ascii.lineFeed, count: open))
        content.append(to: &bytes)
        open = 1
      }
    }
    bytes.append(contentsOf: repeatElement(Ascii.lineFeed, count: open))
    return SourceText(bytes)
  }

  /// Joins the lines of the report below the crash's title.
  private mutating func joinReport(below title: Int) {
    let joined = Lines.withLines(of: text) { lines in
      WrappedReport(lines, absorbed: absorbed, from: title + 1)
    }
    if let joined { (text, absorbed) = (joined.text, joined.absorbed) }
  }
}

/// Removes the quoting and the indentation of a whole log, but leaves that of its commit blocks.
private struct IndentTracker {
  private var indent = 0
  private var depth = 0
  private var isInBlock = false
  /// Whether the log's lines follow the quoting without a blank.
  private var isTight = false

  /// The content of each line.
  static func contents(of lines: Lines) -> [ByteView] {
    var tracker = IndentTracker()
    return (0..<lines.count).map { tracker.content(of: lines[$0]) }
  }

  private mutating func content(of line: ByteView) -> ByteView {
    var quoted = QuotedLine(line)
    if isInBlock, quoted.depth > depth {
      // What a commit's message marks, as `>ffff8880751ace80: 00 00`, is its own.
      let ofMessage = QuotedLine(line, deepest: depth)
      if ofMessage.indent >= indent + (isTight ? 3 : 4) { quoted = ofMessage }
    }
    // What was left out or joined has no depth.
    if quoted.depth != depth, !line.isEmpty {
      depth = quoted.depth
      isInBlock = false
      isTight = false
      indent = 0
    }
    if Wrapping.isMark(quoted.content), !isInBlock || quoted.indent <= indent {
      indent = quoted.indent
      isTight = quoted.depth > 0 && quoted.unquoted[0] != Ascii.space
      isInBlock = GitLine.firstBad(quoted.content) != nil
    }
    let line = isTight ? quoted.unquoted : quoted.indented
    return line.dropping(min(indent, quoted.indent)).trimmedAtCarriageReturn
  }
}

extension ByteView {
  /// The bytes themselves.
  var bytes: [UInt8] { (0..<count).map { self[$0] } }

  /// A view has no line end; this one only names the intent where lines are copied.
  fileprivate var trimmedAtCarriageReturn: ByteView {
    last == Ascii.carriageReturn ? droppingLast(1) : self
  }
}
