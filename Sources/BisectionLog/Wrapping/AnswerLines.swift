/// What somebody wrote around the lines of a report or a log that a mail quotes, or that a fence of
/// Markdown encloses.
struct AnswerLines {
  /// Which lines, by index, are somebody's words; empty if there are none.
  private(set) var isAnswer: [Bool] = []

  /// Examines the lines of a report between the first quoted one and the last; `lengths` are those of
  /// the quoting, by the index of the line.
  init(in lines: Lines, quotedBy lengths: [Int]) {
    let quoted = QuotedRuns(of: lines.count) { lengths[$0] > 0 }
    note(quoted.between.filter { $0.lowerBound > 0 && Self.isProse(lines, $0) }, of: lines.count)
  }

  /// Examines all lines of a bisection's log that may be quoted, and those of an answer around it.
  init(aroundQuotedLogIn lines: Lines) {
    let quoted = QuotedRuns(of: lines.count) { QuotedLine(lines[$0]).depth > 0 }
    guard quoted.hasLines else { return }
    // What follows a quoted line at once may be the rest of it, which a mail program broke off.
    let separate = quoted.unquoted.filter {
      $0.lowerBound == 0 || lines[$0.lowerBound].trimmed.isEmpty
    }
    // A log that is quoted only in part is told from prose line by line.
    guard !quoted.unquoted.contains(where: { Self.holdsMark(lines, $0) }) else { return }
    note(separate.filter { Self.isProse(lines, $0) }, of: lines.count)
  }

  /// Examines the lines above and below a bisection whose own lines all have a prefix.
  ///
  /// `lengths` are those of the prefixes, by the index of the line; 0 where there is none.
  init(aroundLinesOf lengths: [Int], in lines: Lines) {
    guard lengths.contains(0) else { return }
    let prefixed = QuotedRuns(of: lines.count) { lengths[$0] > 0 }
    let hasMark = lengths.indices.contains { index in
      lengths[index] > 0 && LineAnchor.isOfBisection(lines[index].dropping(lengths[index]))
    }
    guard hasMark else { return }
    let around = prefixed.unquoted.filter { range in
      range.lowerBound == 0
        || range.upperBound == lines.count && lines[range.lowerBound].trimmed.isEmpty
    }
    note(around.filter { Self.isProse(lines, $0) }, of: lines.count)
  }

  /// Examines all lines of a text that may hold one log in a fence.
  init(aroundFenceIn lines: Lines) {
    guard let open = (0..<lines.count).first(where: { Self.isFence(lines[$0]) }) else { return }
    let close = (open + 1..<lines.count).first { Self.isFence(lines[$0]) } ?? lines.count
    let around = [0..<open + 1, min(close, lines.count)..<lines.count]
    guard Self.holdsMark(lines, open + 1..<close),
      !around.contains(where: { Self.holdsMark(lines, $0) })
    else { return }
    note(around, of: lines.count)
  }

  /// Examines the first and the last line of what `script` recorded, which are its own.
  init(ofTypescriptIn lines: Lines) {
    guard lines[0].starts(with: "Script started on ") else { return }
    let end = (0..<lines.count).last { lines[$0].starts(with: "Script done on ") }
    note([0..<1, (end ?? lines.count)..<lines.count], of: lines.count)
  }

  private mutating func note(_ answers: [Range<Int>], of count: Int) {
    guard answers.contains(where: { !$0.isEmpty }) else { return }
    isAnswer = Array(repeating: false, count: count)
    for answer in answers { for index in answer { isAnswer[index] = true } }
  }

  private static func isFence(_ line: ByteView) -> Bool {
    line.starts(with: "```") || line.starts(with: "~~~")
  }

  /// Whether some line can only be a bisection's.
  private static func holdsMark(_ lines: Lines, _ range: Range<Int>) -> Bool {
    range.contains { LineAnchor.isOfBisection(lines[$0].dropping(lines[$0].leadingBlanks)) }
  }

  /// Whether lines are somebody's words, not a part of the report that lost its quoting; blank lines
  /// by themselves are the report's.
  private static func isProse(_ lines: Lines, _ range: Range<Int>) -> Bool {
    var isFilled = false
    for index in range where !lines[index].trimmed.isEmpty {
      if LineAnchor.begins(lines[index]) { return false }
      isFilled = true
    }
    return isFilled
  }
}

/// The lines before, between and below those that are quoted.
private struct QuotedRuns {
  /// Before the first quoted line and between others, by index.
  private(set) var between: [Range<Int>] = []
  /// Below the last one; empty if nothing is there.
  private(set) var below = 0..<0
  /// All that are not quoted.
  var unquoted: [Range<Int>] { below.isEmpty ? between : between + [below] }
  /// Whether any line is quoted.
  private(set) var hasLines = false

  init(of count: Int, isQuoted: (Int) -> Bool) {
    var firstPlain = 0
    for index in 0..<count where isQuoted(index) {
      if firstPlain < index { between.append(firstPlain..<index) }
      firstPlain = index + 1
      hasLines = true
    }
    below = firstPlain..<count
  }
}
