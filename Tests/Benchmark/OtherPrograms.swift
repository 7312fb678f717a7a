import ChildProcess
import Glibc

/// Programs that the measurements are compared with, and the program itself.
enum OtherPrograms {
  /// The folder of this program, where `bisectty` lies too.
  static let folder: String = {
    var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = path.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink("/proc/self/exe", $0, text.count) } ?? -1
      }
    }
    guard count > 0, let slash = path[..<count].lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(decoding: path[..<slash], as: UTF8.self)
  }()

  /// Runs a program to its end, with what it writes thrown away.
  static func run(_ name: String, _ arguments: [String]) {
    output(of: ChildCommand(name, arguments, environment: environment, discardsOutput: true))
  }

  /// The least time of `grep -c` over some logs, in a file each or all in one.
  static func timeOfGrep(_ pattern: String, in logs: [[UInt8]], inOneFile: Bool) -> Duration {
    var template = Array("/tmp/bisectty-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { Benchmark.fail("cannot make a folder in /tmp") }
    let folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    defer { run("rm", ["-r", folder]) }
    if inOneFile {
      write(logs, to: "\(folder)/logs")
    } else {
      for (number, log) in logs.enumerated() { write([log], to: "\(folder)/\(number)") }
    }
    // grep stops at the first match where it writes to nowhere, so what it says is read.
    let command = ChildCommand("grep", ["-rc", pattern, folder], environment: environment)
    return leastTime { output(of: command) }
  }

  private static func write(_ logs: [[UInt8]], to name: String) {
    guard let file = fopen(name, "w") else { Benchmark.fail("cannot write \(name)") }
    for log in logs { fwrite(log, 1, log.count, file) }
    fclose(file)
  }

  /// An environment without the person's own settings, reviews and language.
  private static let environment = ChildEnvironment([
    "LC_ALL": "C", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": "/nonexistent",
    "XDG_DATA_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent",
  ]).setting(ChildEnvironment.current.variables.filter { $0.key == "LD_LIBRARY_PATH" })

  private static func output(of command: ChildCommand) {
    do throws(ChildProblem) {
      let output = try command.run(limits: ChildLimits(milliseconds: 600_000))
      // grep says 1 where it found nothing, list where a file among others is not a log.
      if output.status > 1 { Benchmark.fail("\(command.name): exit status \(output.status)") }
    } catch {
      Benchmark.fail("\(command.name): \(error.reason)")
    }
  }
}
