/// One command given to git.
public struct GitCommand: Sendable {
  /// Its line, from 1.
  public var line: Int
  /// The command.
  public var command: Command
  /// The index of the step it judges, found by hash; nil for the start and for a revision that was
  /// judged without a test of its own.
  public var step: Int?
  /// The subject of the judged commit, if the log shows it.
  public var title: TextRange?
  /// The word used where it is a custom term, such as `slow`.
  public var term: TextRange?

  /// The commands that git can be given.
  public enum Command: Hashable, Sendable {
    /// `git bisect start BAD GOOD`.
    case start(bad: TextRange, good: TextRange)
    /// `git bisect good REVISION`.
    case good(TextRange)
    /// `git bisect bad REVISION`.
    case bad(TextRange)
    /// `git bisect skip REVISION`.
    case skip(TextRange)
  }

  /// A command at a line.
  public init(line: Int, command: Command) {
    self.line = line
    self.command = command
  }
}
