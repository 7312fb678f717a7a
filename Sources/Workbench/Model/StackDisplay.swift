import Triage

/// How the stack pane shows its report: which of two reports, which frames, and what was asked for last.
package struct StackDisplay: Sendable {
  /// The rows, as folded now.
  package var rows = StackRows()
  /// Whether generic frames are shown.
  package var isUnfolded = false
  /// Generic frames that are shown although others are folded, since one went to them.
  var revealed: Set<Guilt.FramePlace> = []
  /// The registers and the code, where they are in place of the stacks.
  var registers: RegistersView?
  /// Whether the log's own report is shown although the original one is available.
  var showsLastReport = false
  /// What was typed to go through the frames of a file or folder.
  var followedFile: String?
  /// Where `f` leads next among the stacks worth reading.
  var nextCandidate = 0

  /// Nothing to show yet.
  package init() {}
}

/// The filter over the logs, as a person typed it.
package struct LogFilter: Hashable, Sendable {
  /// The text; empty for none.
  package var text = ""
  /// What of it could not be understood; nil if all was.
  package var problem: String?

  /// No filter.
  package init() {}
}
