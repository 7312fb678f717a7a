/// Something wrong in a configuration file.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  /// The line where it stands, from 1.
  public var line: Int
  /// What is wrong and what to do, in one line.
  public var message: String

  /// Something wrong on a line.
  public init(line: Int, _ message: String) {
    self.line = line
    self.message = message
  }
}
