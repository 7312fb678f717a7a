import BisectionLog
import Exports
import Triage

/// The rows of the stack pane: every stack of a report as a section.
///
/// A console of days may hold millions of frames. Of the stacks after the leading ones only the
/// place of each heading is kept; their frames are shown as they come, none of them folded.
package struct StackRows: Sendable {
  private let stacks: [Stack]
  /// The rows of the leading stacks.
  private let leading: [StackRow]
  /// The row of each stack's heading.
  private let headings: [Int]
  /// How many rows there are.
  package let count: Int

  /// No rows.
  package init() { self.init(stacks: [], leading: [], headings: [], count: 0) }

  private init(stacks: [Stack], leading: [StackRow], headings: [Int], count: Int) {
    self.stacks = stacks
    self.leading = leading
    self.headings = headings
    self.count = count
  }

  /// The rows of a report; with `folding`, runs of two and more frames that are not `isTelling` are
  /// folded.
  init(of report: CrashReport, folding: Bool, isTelling: (Int, Frame) -> Bool) {
    let shown = report.leadingStacks
    var leading: [StackRow] = []
    var headings: [Int] = []
    headings.reserveCapacity(report.stacks.count)
    if report.unrecognisedNotice != nil { leading.append(.notice) }
    for stack in shown {
      if !leading.isEmpty { leading.append(.blank) }
      headings.append(leading.count)
      leading.append(.heading(stack: stack.index))
      leading += StackRow.rows(of: stack, folding: folding) { isTelling(stack.index, $0) }
    }
    var count = leading.count
    for stack in report.stacks[shown.endIndex...] {
      headings.append(count + 1)
      count += 2 + stack.frames.count
    }
    self.init(stacks: report.stacks, leading: leading, headings: headings, count: count)
  }

  /// The row of a stack's heading; nil if there is no such stack.
  func row(ofHeading stack: Int) -> Int? {
    headings.indices.contains(stack) ? headings[stack] : nil
  }

  /// The row that shows a frame, or the one it is folded into; nil if there is none.
  func row(of place: Guilt.FramePlace) -> Int? {
    guard let heading = row(ofHeading: place.stack) else { return nil }
    let next = row(ofHeading: place.stack + 1) ?? count
    guard heading < leading.count else {
      let row = heading + 1 + place.frame
      return place.frame >= 0 && row < next ? row : nil
    }
    return (heading..<Swift.min(next, leading.count)).first { row in
      switch leading[row] {
      case .frame(_, let frame): frame == place.frame
      case .folded(_, let frames): frames.contains(place.frame)
      case .heading, .notice, .blank: false
      }
    }
  }

  /// The stack whose heading is on a row or was the last before it.
  private func stack(at row: Int) -> Int {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] <= row { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

extension StackRows: RandomAccessCollection {
  /// The first row.
  package var startIndex: Int { 0 }
  /// The row after the last.
  package var endIndex: Int { count }

  /// A row.
  package subscript(row: Int) -> StackRow {
    if row < leading.count { return leading[row] }
    let stack = stack(at: row)
    guard stack >= 0 else { return .blank }
    let frame = row - headings[stack] - 1
    if frame < 0 { return .heading(stack: stack) }
    return frame < stacks[stack].frames.count ? .frame(stack: stack, frame: frame) : .blank
  }
}
