/// A program that gets the terminal for itself: an editor, a pager, git.
package struct ChildProgram: Hashable, Sendable {
  /// Its name, looked for in `PATH`, or its path.
  package var name: String
  /// Its arguments, without its own name; never passed through a shell.
  package var arguments: [String]
  /// The folder it starts in; nil is the present one.
  package var directory: String?
  /// Variables that are added to the environment or replace some of it.
  package var environment: [String: String]
  /// What it reads from its standard input.
  package var input: Input

  /// What a program reads from its standard input.
  package enum Input: Hashable, Sendable {
    /// The keys that are typed.
    case terminal
    /// These bytes, then the end; a pager takes keys from the terminal beside them.
    case bytes([UInt8])
  }

  /// A program with its arguments.
  package init(
    _ name: String, _ arguments: [String] = [], directory: String? = nil,
    environment: [String: String] = [:], input: Input = .terminal
  ) {
    self.name = name
    self.arguments = arguments
    self.directory = directory
    self.environment = environment
    self.input = input
  }
}

/// How a program that had the terminal ended.
package enum ChildEnding: Hashable, Sendable {
  /// It ended by itself; 0 is success.
  case exited(status: Int32)
  /// A signal ended it.
  case killed(signal: Int32)
  /// It could not be started; the reason reads well after the program's name and a colon.
  case notStarted(reason: String)
}
