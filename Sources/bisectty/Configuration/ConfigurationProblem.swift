/// Something wrong in a configuration file.
struct ConfigurationProblem: Error, Hashable, Sendable {
  /// Its line, from 1.
  var line: Int
  /// What is wrong and what to do, in one line.
  var message: String

  /// Something wrong on a line.
  init(line: Int, _ message: String) {
    self.line = line
    self.message = message
  }
}
