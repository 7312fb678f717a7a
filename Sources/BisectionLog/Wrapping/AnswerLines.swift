/// What somebody wrote between the lines of a report that a mail quotes.
struct AnswerLines {
  /// Which lines, by index, are the answer's; empty if there are none.
  private(set) var isAnswer: [Bool] = []

  /// Examines the lines between the first quoted one and the last.
  init(in lines: Lines, quotedBy search: PrefixSearch) {
    var answers: [Range<Int>] = []
    var firstPlain: Int?
    var last = 0
    for index in 0..<lines.count {
      if search.length(in: lines[index], last: &last) > 0 {
        if let first = firstPlain, first > 0, Self.isProse(lines, first..<index) {
          answers.append(first..<index)
        }
        firstPlain = nil
      } else if firstPlain == nil {
        firstPlain = index
      }
    }
    guard !answers.isEmpty else { return }
    isAnswer = Array(repeating: false, count: lines.count)
    for answer in answers { for index in answer { isAnswer[index] = true } }
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
