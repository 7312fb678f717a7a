import BisectionLog

/// The log itself, line by line.
struct RawContent: PaneContent {
  let opened: OpenedLog
  let width: Int

  var rowCount: Int { opened.log.source.lineCount }
  var subtitle: String { "" }
  var emptyText: String { "The log is empty" }
  /// The line's number and a blank.
  var gutter: Int { max(3, String(rowCount).count) + 1 }

  func target(of row: Int) -> RowTarget? { .back }

  func logLine(of row: Int) -> Int? { row + 1 }

  func lines(of row: Int) -> [StyledLine] {
    var line = StyledLine()
    line.add("\(row + 1)", .dim, columns: gutter - 1, alignment: .right)
    line.add(" ")
    let text = text(of: row)
    let shown = text.withTabsExpanded
    let around = wrapping(of: row, text)
    let (front, back) = (around.front.withTabsExpanded, around.back.withTabsExpanded)
    line.add(front, .dim)
    line.add(String(shown.dropFirst(front.count).dropLast(back.count)), role(of: row))
    if !back.isEmpty { line.add(back, .dim) }
    return [line]
  }

  /// What a mail, a journal or another program added before a line of the log, and behind it.
  private func wrapping(of row: Int, _ text: String) -> (front: String, back: String) {
    let log = opened.log
    guard log.text.bytes.count != log.source.bytes.count, row < log.text.lineCount else {
      return ("", "")
    }
    let inner = log.text.string(log.text.range(ofLine: row + 1))
    let (whole, part) = (Array(text.utf8), Array(inner.utf8))
    // A line that was joined to another one, or belongs to what is around the log, is empty.
    guard !part.isEmpty else { return (text, "") }
    guard let place = WrittenPlace(of: part, in: whole)?.range else { return ("", "") }
    return (
      String(decoding: whole[..<place.lowerBound], as: UTF8.self),
      String(decoding: whole[place.upperBound...], as: UTF8.self)
    )
  }

  var searchedText: SourceText? { opened.log.source }

  /// A line's text; of a line longer than anything that is read sideways, the beginning.
  private func text(of row: Int) -> String {
    let source = opened.log.source
    let range = source.range(ofLine: row + 1)
    return source.string(TextRange(start: range.start, count: min(range.count, 100_000)))
  }

  private func role(of row: Int) -> Role {
    guard opened.log.lineKinds.indices.contains(row) else { return .text }
    switch opened.log.lineKinds[row] {
    case .unrecognised: return .warning
    case .testingCommit, .testingRelease, .testingHead, .start, .culprit, .crashTitle:
      return .heading
    case .gitStart, .gitVerdict, .bisecting, .candidate, .firstBad: return .accent
    case .error, .inconclusive, .endMessage: return .error
    case .commitBlock, .continuation, .compiler, .kernelSignature, .mail: return .dim
    default: return .text
    }
  }
}
