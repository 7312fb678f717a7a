/// What the program wants of the terminal.
package struct TerminalOptions: Hashable, Sendable {
  /// Whether to listen to the mouse from the start.
  package var mouse: Bool
  /// Whether colours may be used; `NO_COLOR` in the environment forbids them too.
  package var colors: Bool
  /// Where to write what is known about a crash; nil writes nothing.
  ///
  /// Its folder must exist.
  package var crashNotePath: String?
  /// The first line of such a note: the program and its version.
  package var crashNoteTitle: String

  /// The usual wishes.
  package init(
    mouse: Bool = true, colors: Bool = true, crashNotePath: String? = nil,
    crashNoteTitle: String = "bisectty"
  ) {
    self.mouse = mouse
    self.colors = colors
    self.crashNotePath = crashNotePath
    self.crashNoteTitle = crashNoteTitle
  }
}
