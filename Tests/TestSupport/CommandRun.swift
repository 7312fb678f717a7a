import Foundation

/// What the real program did when it was run without a terminal.
package struct CommandRun: Sendable {
  /// Its exit status; a signal's number plus 128 where one ended it.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: [UInt8]
  /// What it wrote to standard error.
  package let errors: String

  /// The standard output as text, with bytes that are not UTF-8 replaced.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of the standard output.
  package var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// Runs `bisectty` and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: what is on its standard input.
  ///   - environment: variables besides a plain UTF-8 environment.
  package static func bisectty(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> CommandRun {
    try run(BuiltProducts.program("bisectty"), arguments, input: input, environment: environment)
  }

  /// Runs any program and waits for it; its output goes through files, so that no pipe can fill up.
  package static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> CommandRun {
    let files = try TemporaryFolder()
    let inputFile = try files.write("input", input)
    let (outputFile, errorFile) = (try files.write("output", ""), try files.write("errors", ""))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    var variables = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": files.path]
    for name in ["LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try process.run()
    process.waitUntilExit()
    let signalled = process.terminationReason == .uncaughtSignal
    return CommandRun(
      status: process.terminationStatus + (signalled ? 128 : 0),
      output: Array(try Data(contentsOf: URL(fileURLWithPath: outputFile))),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: errorFile)), as: UTF8.self))
  }
}
