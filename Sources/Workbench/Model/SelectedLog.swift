/// The log that the list's cursor is on, once it is read, and what is known of it beside its text.
package struct SelectedLog: Sendable {
  /// The log; nil while it is being read.
  package var opened: OpenedLog?
  /// How it begins, while it is being read.
  package var beginning: LogPreview?
  /// How many logs of the list name its culprit.
  package var namesakes = 0
  /// The step of the suspect that `s` went to last.
  var visitedSuspect: Int?
  /// The line (from 1) to go to once it is open.
  package var awaitedLine: Int?
}
