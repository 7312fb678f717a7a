/// Why the panes cannot be shown.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no terminal to show them on.
  case noTerminal(reason: String)
  /// The terminal cannot place its cursor; `TERM` names it.
  case cannotPlaceCursor(term: String)
  /// No description of a terminal could be loaded, not even of the commonest.
  case noDescription(term: String)

  /// What is wrong and what to do, on one line.
  package var description: String {
    switch self {
    case .noTerminal(let reason):
      "no terminal to show panes on (/dev/tty: \(reason)); use a subcommand such as show or list"
    case .cannotPlaceCursor(let term):
      "TERM=\(term) cannot show panes; set TERM to what your terminal is, or use show or list"
    case .noDescription(let term):
      "no description of TERM=\(term) is installed; install ncurses-base, or use show or list"
    }
  }
}
