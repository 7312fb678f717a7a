/// A copy of a text without what surrounds its lines: prefixes of journals and serial loggers,
/// numbers, colours, quotation marks, the signs of a page's source, records that keep a line each,
/// doubled blank lines.
///
/// It has exactly as many lines as the source, so that every line number holds in both.
struct UnwrappedText {
  /// The copy; the source itself where nothing was taken off.
  private(set) var text: SourceText
  /// The lines, by index from 0, of which nothing is left: they were joined to another one, or belong
  /// to what is around the text; empty if there are none.
  private(set) var absorbed: [Bool] = []
  /// Which of several machines printed each line, from 0; empty if there is one.
  private(set) var consoles: [UInt8] = []

  /// Whether something preceded its lines.
  private(set) var hadPrefix = false

  /// Whether it named the kernel, as journals do.
  private(set) var namesKernel = false

  /// How many wrappings are taken off one after the other.
  private static let mostLayers = 4

  /// Removes the wrapping around the lines of a text; `isMarkup` is true for the source of a page,
  /// `holdsControls` where something that a terminal acts on was found already.
  init(of source: SourceText, isMarkup: Bool = false, holdsControls: Bool = false) {
    text = Self.withoutByteOrderMark(source)
    var probe = Lines.withLines(of: text) { WrappingProbe($0) }
    guard !probe.isPlain || isMarkup || holdsControls else { return }
    if takeOutOfRecords() { probe = Lines.withLines(of: text) { WrappingProbe($0) } }
    if probe.hasEntities || isMarkup { rewrite { MarkupText.append($0, to: &$1) } }
    if probe.hasControls || holdsControls { rewrite { TerminalText.append($0, to: &$1) } }
    leaveOut(Lines.withLines(of: text) { AnswerLines(ofTypescriptIn: $0) })
    leaveOut(Lines.withLines(of: text) { AnswerLines(aroundFenceIn: $0) })
    // What precedes lines further down in a log is its own, and so are the stamps of a patch test.
    let isBare = Lines.withLines(of: text) {
      WrappingProbe.beginsWithHead($0) || PatchTestLine.fills($0)
    }
    var layers = isBare ? Self.mostLayers : 0
    while layers < Self.mostLayers, takeOffPrefix() {
      layers += 1
      if Lines.withLines(of: text, { WrappingProbe($0).isPlain }) { break }
    }
    if let joined = Lines.withLines(of: text, { FoldedLines($0, absorbed: absorbed) }) {
      (text, absorbed) = (joined.text, joined.absorbed)
    }
    if let ending = Lines.withLines(of: text, { CommonEnding($0) }) {
      let isQuoted = ending.closesQuotes && hadPrefix
      let isEscaped = isQuoted && Lines.withLines(of: text) { EscapedText.escapesQuotes(in: $0) }
      rewrite { line, bytes in
        let rest = ending.taken(off: line)
        if isEscaped {
          EscapedText.append(rest, to: &bytes)
        } else if isQuoted {
          rest.appendUnquoted(to: &bytes)
        } else {
          rest.append(to: &bytes)
        }
      }
    }
    if probe.endsInBlanks { rewrite { $0.trimmedAtEnd.append(to: &$1) } }
    note(Lines.withLines(of: text) { BlankLines(in: $0, besides: absorbed).added })
    // Texts of several lines must not contain what is left of these.
    if !absorbed.isEmpty { text = text.emptying(absorbed) }
  }

  /// A text without the mark that some editors put before it (U+FEFF in UTF-8).
  private static func withoutByteOrderMark(_ text: SourceText) -> SourceText {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return text.bytes.starts(with: mark) ? SourceText(Array(text.bytes[mark.count...])) : text
  }

  /// Takes the lines out of a collector's records; false if there are none.
  private mutating func takeOutOfRecords() -> Bool {
    guard let records = Lines.withLines(of: text, { RecordLines($0) }) else { return false }
    hadPrefix = true
    namesKernel = Lines.withLines(of: text) { lines in
      (0..<min(lines.count, 50)).contains {
        lines[$0].contains("\"kernel\"") || lines[$0].ends(with: "=kernel")
      }
    }
    var keptNone: [Bool] = []
    rewrite { keptNone.append(!records.append($0, to: &$1)) }
    note(keptNone)
    return true
  }

  /// Notes which lines belong to what is around the text; there are none if `isAround` is empty.
  private mutating func note(_ isAround: [Bool]) {
    guard !isAround.isEmpty else { return }
    absorbed = absorbed.isEmpty ? isAround : zip(absorbed, isAround).map { $0 || $1 }
  }

  /// Leaves out what somebody wrote around the text.
  private mutating func leaveOut(_ answers: AnswerLines) {
    guard !answers.isAnswer.isEmpty else { return }
    text = text.emptying(answers.isAnswer)
    note(answers.isAnswer)
  }

  /// Removes the outermost prefix; false if there is none.
  @inline(never)
  private mutating func takeOffPrefix() -> Bool {
    let isBisection = Lines.withLines(of: text) { Self.isBisection($0) }
    let search = Lines.withLines(of: text) { lines in
      isBisection && Self.isWhollyQuoted(lines)
        ? PrefixSearch() : PrefixSearch(lines, isMailAllowed: !isBisection)
    }
    // A mail program may break what it quotes; the quoting itself is the bisection's parser's.
    if isBisection {
      leaveOut(Lines.withLines(of: text) { AnswerLines(aroundQuotedLogIn: $0) })
      joinBrokenLines(isOnlyStamped: true) { QuotedLine($0).depth > 0 }
    }
    guard !search.isEmpty else { return false }
    hadPrefix = true
    var cursor = PrefixSearch.Cursor()
    joinBrokenLines { search.length(in: $0, &cursor) > 0 }
    let lengths = Lines.withLines(of: text) { search.lengths(in: $0) }
    if search.isQuoting {
      leaveOut(Lines.withLines(of: text) { AnswerLines(in: $0, quotedBy: lengths) })
    } else {
      leaveOut(Lines.withLines(of: text) { AnswerLines(aroundLinesOf: lengths, in: $0) })
    }
    namesKernel = namesKernel || Lines.withLines(of: text) { Self.namesKernel(lengths, in: $0) }
    if consoles.isEmpty {
      consoles = Lines.withLines(of: text) { MachineNames(of: lengths, in: $0).consoles }
    }
    var index = 0
    rewrite { line, bytes in
      line.dropping(lengths[index]).append(to: &bytes)
      index += 1
    }
    return true
  }

  /// Whether the prefixes of the first lines name the kernel.
  private static func namesKernel(_ lengths: [Int], in lines: Lines) -> Bool {
    (0..<min(lines.count, 50)).contains { lines[$0].prefix(lengths[$0]).contains("kernel") }
  }

  /// Joins the lines that a mail program broke after the prefix was put before them.
  private mutating func joinBrokenLines(
    isOnlyStamped: Bool = false, isStamped: (ByteView) -> Bool
  ) {
    let joined = Lines.withLines(of: text) { lines in
      WrappedReport(
        lines, absorbed: absorbed, isOnlyStamped: isOnlyStamped, isStamped: isStamped)
    }
    guard let joined else { return }
    (text, absorbed) = (joined.text, joined.absorbed)
  }

  /// Whether a text contains a bisection, whose own parser removes the quoting.
  private static func isBisection(_ lines: Lines) -> Bool {
    var marks = 0
    for index in 0..<min(lines.count, 4_000) {
      let quoted = QuotedLine(lines[index])
      guard quoted.depth > 0 || quoted.indent > 0 else { continue }
      if LineAnchor.isOfBisection(quoted.content) { marks += 1 }
      if marks > 2 { return true }
    }
    return false
  }

  /// Whether nearly all lines of a bisection are quoted, so that nothing else precedes them: its own
  /// lines follow the quoting.
  private static func isWhollyQuoted(_ lines: Lines) -> Bool {
    var filled = 0
    var quoted = 0
    for index in stride(from: 0, to: lines.count, by: max(1, lines.count / 200))
    where !lines[index].isEmpty {
      filled += 1
      if QuotedLine(lines[index]).depth > 0 { quoted += 1 }
    }
    return quoted * 10 > filled * 9
  }

  @inline(never)
  private mutating func rewrite(_ append: (ByteView, inout [UInt8]) -> Void) {
    let bytes = Lines.withLines(of: text) { lines in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.bytes.count + 1)
      for index in 0..<lines.count {
        append(lines[index], &bytes)
        bytes.append(Ascii.lineFeed)
      }
      return bytes
    }
    text = SourceText(bytes)
  }
}
