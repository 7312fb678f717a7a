import Kernel

/// Where Enter leads from a row of a pane.
package enum RowTarget: Hashable, Sendable {
  /// Another pane.
  case pane(Pane)
  /// A line of the log, from 1.
  case line(Int)
  /// A line (from 1) of the report in the stack pane, which the log may not hold.
  case reportLine(Int)
  /// A step by its index.
  case step(Int)
  /// A frame of the log's own report.
  case frame(stack: Int, frame: Int)
  /// A frame of the report that the stack pane shows.
  case reportFrame(stack: Int, frame: Int)
  /// Frames that are folded into the row.
  case foldedFrames(stack: Int, frames: Range<Int>)
  /// The logs of a group, shown or hidden.
  case group
  /// The source of the row's frame, in the editor.
  case frameSource
  /// The source under the cursor of the reader, in the editor.
  case readSource
  /// A commit in the kernel's repository.
  case commit(Revision)
  /// A part of the case, by its index.
  case part(Int)
  /// Where the last jump came from.
  case back
}
