import Kernel
import Triage

/// What the row under the cursor represents and leads to, as its pane defines it.
extension Model {
  /// A value of the focused pane's row under the cursor; nil if it has no row there.
  private func ofRow<Value>(_ value: (any PaneContent, Int) -> Value?) -> Value? {
    let content = focusedContent
    let row = focusedState.cursor
    return row >= 0 && row < content.rowCount ? value(content, row) : nil
  }

  /// The line of the log (from 1) that the focused pane's selection represents.
  var selectedLine: Int? { opened == nil ? nil : ofRow { $0.logLine(of: $1) } }

  /// The commit that the focused pane's selection represents; the culprit if it represents none.
  var selectedCommit: Revision? {
    guard let opened else { return nil }
    return ofRow { $0.commit(of: $1) } ?? opened.log.culpritRevision
  }

  /// Opens the target of the row under the cursor.
  mutating func openRow() -> [Effect] {
    guard let target = ofRow({ $0.target(of: $1) }) else { return [] }
    switch target {
    case .pane(let pane): return focus(on: pane)
    case .line(let line): go(toLine: line)
    case .reportLine(let line): go(toReportLine: line)
    case .step(let step): go(toStep: step)
    case .frame(let stack, let frame): go(toFrame: .init(stack: stack, frame: frame), of: opened)
    case .reportFrame(let stack, let frame): go(toFrame: .init(stack: stack, frame: frame))
    case .foldedFrames(let stack, let frames): reveal(frames, of: stack)
    case .group: return unfold()
    case .frameSource: return editRow()
    case .readSource: return openReaderRow()
    case .commit(let commit): return ask(.commit(commit))
    case .part(let index): return openPart(index)
    case .back: return goBack()
    }
    return []
  }

  /// Shows frames that are folded, and goes to the first.
  private mutating func reveal(_ frames: Range<Int>, of index: Int) {
    stack.revealed.formUnion(frames.map { Guilt.FramePlace(stack: index, frame: $0) })
    refold()
    goToRow(of: .init(stack: index, frame: frames.lowerBound))
  }
}
