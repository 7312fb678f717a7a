import Query
import Screen

/// The candidates of a completion, in a box over the prompt.
struct CompletionView {
  let completion: PromptCompletion
  /// How many candidates are seen at once.
  private static let limit = 10

  func draw(_ size: ScreenSize, _ canvas: Canvas, _ screen: inout ScreenBuffer) {
    let candidates = completion.found.candidates
    let nameWidth = min(40, candidates.map(\.text.displayWidth).max() ?? 0)
    let rows = candidates.map { candidate in
      var line = StyledLine()
      line.add(candidate.text, .key, columns: candidate.summary.isEmpty ? size.columns : nameWidth)
      if !candidate.summary.isEmpty { line.add("  \(candidate.summary)", .dim) }
      return line
    }
    let widest = candidates.map { candidate in
      let own = candidate.text.displayWidth
      let summary = candidate.summary.displayWidth
      return summary == 0 ? own : nameWidth + 2 + summary
    }.max()
    let width = min(size.columns - 2, (widest ?? 0) + 4)
    let height = min(size.rows - 2, min(rows.count, Self.limit) + 2)
    let box = Rect(row: size.rows - 1 - height, column: 1, height: height, width: width)
    BoxView.draw(box, title: "\(completion.chosen + 1) of \(rows.count)", canvas, &screen)
    let room = box.inset()
    let top = max(0, min(completion.chosen - room.height / 2, rows.count - room.height))
    for (index, line) in rows.enumerated().dropFirst(top).prefix(room.height) {
      let over = index == completion.chosen ? canvas.theme[.selection] : nil
      let place = room.row + index - top
      if let over {
        let bar = Rect(row: place, column: room.column, height: 1, width: room.width)
        screen.fill(bar, style: over)
      }
      canvas.draw(
        line, row: place, column: room.column + 1, limit: room.endColumn, over: over,
        into: &screen)
    }
  }
}

extension StyledLine {
  /// The text of a filter, coloured by what its parts are.
  init(filter text: String, _ spans: [QuerySpan]) {
    self.init()
    let bytes = Array(text.utf8)
    var end = 0
    for span in spans where span.range.lowerBound >= end && span.range.upperBound <= bytes.count {
      add(String(decoding: bytes[end..<span.range.lowerBound], as: UTF8.self))
      add(String(decoding: bytes[span.range], as: UTF8.self), span.kind.role)
      end = span.range.upperBound
    }
    add(String(decoding: bytes[end...], as: UTF8.self))
  }
}

extension QuerySpan.Kind {
  /// How a part of a filter looks.
  fileprivate var role: Role {
    switch self {
    case .field: .key
    case .value, .word: .text
    case .sign: .accent
    case .mistake: .error
    }
  }
}
