import Glibc

/// Measures how fast the program is and holds it to its budgets.
///
///     bisectty-benchmark [--megabytes N] [PART ...] [FOLDER ...]
///
///     bisectty-benchmark values [FOLDER ...]
///
/// A part is the name of a ``BenchmarkPart``; without one all are run. The logs are those in the
/// folders, else the project's samples. Every budget but those of the screen is a ratio to something
/// measured beside it in the same run, so that it means the same on any machine; a person waits in
/// milliseconds. `values` measures nothing and prints a checksum of what is known of each log, to
/// compare before and after a change. Exit status 1 tells that a budget was missed.
@main
enum Benchmark {
  static func main() {
    let asked = Asked(CommandLine.arguments.dropFirst())
    let logs = LogSet(reading: asked.folders)
    guard !logs.files.isEmpty else { fail("there are no logs in \(asked.folders)") }
    guard !asked.wantsValues else { return ParsedValues(logs: logs).run() }
    var missed = 0
    for part in asked.parts {
      let results = part.results(of: logs, bytes: asked.megabytes << 20)
      missed += results.missed
    }
    guard missed > 0 else { return }
    print("\n\(missed) \(missed == 1 ? "budget" : "budgets") missed")
    exit(1)
  }

  /// Ends the program where it cannot measure.
  static func fail(_ reason: String) -> Never {
    _ = Array("bisectty-benchmark: \(reason)\n".utf8).withUnsafeBytes {
      write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
    exit(2)
  }
}

/// What can be measured by itself.
enum BenchmarkPart: String, CaseIterable {
  /// The parser, in memory and on one thread.
  case core
  /// How the parser's time grows with the work.
  case growth
  /// How the time of everything else grows with the length of each list in a log.
  case scale
  /// `bisectty list`, also of one long log, and the start of the program, as a shell sees them.
  case list
  /// The workbench on a terminal.
  case screen

  /// Measures the part, printing as it goes.
  func results(of logs: LogSet, bytes: Int) -> BenchmarkTable {
    switch self {
    case .core: CoreBenchmark(logs: logs, bytes: bytes).run()
    case .growth: GrowthBenchmark(logs: logs, bytes: bytes).run()
    case .scale: ScaleBenchmark().run()
    case .list: ListBenchmark(logs: logs, bytes: bytes).run()
    case .screen: ScreenBenchmark(logs: logs).run()
    }
  }
}

/// What the command line asks for.
private struct Asked {
  var parts: [BenchmarkPart] = []
  var folders: [String] = []
  /// Whether what the logs say is asked for, not how fast they are read.
  var wantsValues = false
  /// How much the core reads, in MiB.
  var megabytes = 256

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--megabytes" {
        guard let number = rest.popFirst().flatMap(Int.init), number > 0, number < 2048 else {
          Benchmark.fail("--megabytes needs a number between 1 and 2047")
        }
        megabytes = number
      } else if argument == "values" {
        wantsValues = true
      } else if let part = BenchmarkPart(rawValue: argument) {
        parts.append(part)
      } else {
        folders.append(argument)
      }
    }
    if parts.isEmpty { parts = BenchmarkPart.allCases }
    if folders.isEmpty { folders = [LogSet.samples] }
  }
}
