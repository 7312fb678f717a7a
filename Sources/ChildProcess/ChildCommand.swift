/// A program that runs without a terminal, with all that it is given.
///
/// Arguments are a vector and never pass through a shell: text from outside stays one argument.
public struct ChildCommand: Hashable, Sendable {
  /// Its name, looked for in `PATH`, or its path.
  public var name: String
  /// Its arguments, without its own name.
  public var arguments: [String]
  /// The folder it starts in; nil is the present one.
  public var directory: String?
  /// Its whole environment.
  public var environment: ChildEnvironment
  /// What it reads from its standard input, then the end.
  public var input: [UInt8]
  /// Whether what it writes is thrown away; a helper that it leaves behind may then go on.
  public var discardsOutput: Bool

  /// A command with the environment of this process.
  public init(
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
