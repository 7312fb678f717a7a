import Screen

/// The real program on a terminal of its own.
///
/// Its home is an empty folder, so that it neither reads nor changes anything of the person who runs
/// the tests.
package final class WorkbenchOnATerminal {
  /// The terminal it runs on.
  package let terminal: PseudoTerminal
  /// Its home.
  package let home: TemporaryFolder

  /// Starts it with some arguments; `isUnprivileged` without the rights of root that a test may have.
  package init(
    _ arguments: [String], environment: [String: String?] = [:],
    size: ScreenSize = ScreenSize(rows: 40, columns: 120), standardInput: String? = nil,
    standardOutput: String? = nil, isUnprivileged: Bool = false
  ) throws {
    home = try TemporaryFolder()
    let program = BuiltProducts.program("bisectty")
    let command =
      isUnprivileged
      ? try Unprivileged.arguments(program, arguments, home: home) : [program] + arguments
    terminal = try PseudoTerminal(
      command,
      environment: Self.environment(home: home.path).merging(environment) { $1 }, size: size,
      standardInput: standardInput, standardOutput: standardOutput)
  }

  /// Starts it and waits for its title line.
  package static func opened(
    _ arguments: [String], environment: [String: String?] = [:],
    size: ScreenSize = ScreenSize(rows: 40, columns: 120), standardInput: String? = nil,
    isUnprivileged: Bool = false
  ) throws -> WorkbenchOnATerminal {
    let workbench = try WorkbenchOnATerminal(
      arguments, environment: environment, size: size, standardInput: standardInput,
      isUnprivileged: isUnprivileged)
    _ = workbench.terminal.waitFor { $0.line(0).contains("bisectty") }
    return workbench
  }

  /// The variables that keep a program in a home of its own.
  package static func environment(home: String) -> [String: String?] {
    [
      "HOME": home, "XDG_STATE_HOME": home + "/state", "XDG_CONFIG_HOME": home + "/config",
      "XDG_DATA_HOME": home + "/data", "XDG_CACHE_HOME": home + "/cache",
    ]
  }
}
