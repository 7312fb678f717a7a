/// A program that runs without a terminal, with all that it is given.
///
/// Arguments are a vector and never pass through a shell: text from outside stays one argument.
package struct ChildCommand: Hashable, Sendable {
  /// Its name, looked for in `PATH`, or its path.
  package var name: String
  /// Its arguments, without its own name.
  package var arguments: [String]
  /// The folder it starts in; nil is the present one.
  package var directory: String?
  /// Its whole environment.
  package var environment: ChildEnvironment
  /// What it reads from its standard input, then the end.
  package var input: [UInt8]
  /// Whether what it writes is thrown away; a helper that it leaves behind may then continue.
  package var discardsOutput: Bool

  /// A command with the environment of this process.
  package init(
    _ name: String, _ arguments: [String] = [], directory: String? = nil,
    environment: ChildEnvironment = .current, input: [UInt8] = [],
    discardsOutput: Bool = false
  ) {
    self.name = name
    self.arguments = arguments
    self.directory = directory
    self.environment = environment
    self.input = input
    self.discardsOutput = discardsOutput
  }
}
