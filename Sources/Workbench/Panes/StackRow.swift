import BisectionLog
import Triage

/// A row of the stack pane.
package enum StackRow: Hashable, Sendable {
  /// How many lines of the report are not understood.
  case notice
  /// The opener of a stack.
  case heading(stack: Int)
  /// A frame.
  case frame(stack: Int, frame: Int)
  /// Generic frames, folded into one row.
  case folded(stack: Int, frames: Range<Int>)
  /// Space between stacks.
  case blank

  /// The stack it belongs to; nil for space.
  package var stack: Int? {
    switch self {
    case .heading(let stack), .frame(let stack, _), .folded(let stack, _): stack
    case .notice, .blank: nil
    }
  }

  /// The frame it shows.
  package var place: Guilt.FramePlace? {
    if case .frame(let stack, let frame) = self {
      Guilt.FramePlace(stack: stack, frame: frame)
    } else {
      nil
    }
  }

  /// The rows of a stack's frames; with `folding`, runs of two and more frames that are not
  /// `isTelling` are folded.
  static func rows(
    of stack: Stack, folding: Bool, isTelling: (Frame) -> Bool
  ) -> [StackRow] {
    var rows: [StackRow] = []
    var dull: [Int] = []
    func unload() {
      if folding, dull.count > 1, let first = dull.first, let last = dull.last {
        rows.append(.folded(stack: stack.index, frames: first..<last + 1))
      } else {
        rows += dull.map { .frame(stack: stack.index, frame: $0) }
      }
      dull = []
    }
    for (index, frame) in stack.frames.enumerated() {
      guard isTelling(frame) else {
        dull.append(index)
        continue
      }
      unload()
      rows.append(.frame(stack: stack.index, frame: index))
    }
    unload()
    return rows
  }
}
