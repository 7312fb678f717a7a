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
    absorbed = known.isEmpty ? Array(repeating: false, count: contents.count) : known
    var bytes: [UInt8] = []
    bytes.reserveCapacity(contents.reduce(contents.count) { $0 &+ $1.count })
    let isWrapped = !Wrapping.hasLongLines(contents)
    // The lines of the report below the crash's title are joined as those of reports are.
    let title = contents.lastIndex { SyzkallerLine.kind(of: $0) == .crashTitle }
    let end = isWrapped && !hasProse ? title.map { $0 + 1 } ?? contents.count : contents.count
    var index = 0
    while index < contents.count {
      contents[index].append(to: &bytes)
      let wrapped =
        index < end
        ? Wrapping.continuation(
          of: index, in: contents, isWrapped: isWrapped, hasProse: hasProse) : []
      for piece in wrapped {
        if bytes.last != Ascii.space { bytes.append(Ascii.space) }
        piece.trimmed.append(to: &bytes)
      }
      bytes.append(Ascii.lineFeed)
      for offset in 0..<wrapped.count {
        absorbed[index + 1 + offset] = true
        bytes.append(Ascii.lineFeed)
      }
      index += 1 + wrapped.count
    }
    text = SourceText(bytes)
    if isWrapped, let title { joinReport(below: title) }
    // Texts of several lines must not contain what is left of those that were joined.
    text = text.emptying(absorbed)
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
    let quoted = QuotedLine(line)
    if quoted.depth != depth {
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
