import Glibc

/// The workbench on a terminal: its start, its answers to keys, its memory, and that it sleeps.
struct ScreenBenchmark {
  let logs: LogSet

  func run() -> BenchmarkTable {
    var table = BenchmarkTable("screen: one log, then folders of 1,000 logs")
    guard let folder = temporaryFolder() else { Benchmark.fail("no folder can be made") }
    defer { OtherPrograms.run("rm", ["-rf", folder]) }
    write(copies: 1000, to: folder + "/logs")
    if let log = logs.files.first?.path {
      measure("one log", [log], memory: 20, content: 20, settled: nil, home: folder, &table)
    }
    measure(
      "1,000 logs", [folder + "/logs"], memory: 60, content: 40, settled: 200, home: folder, &table)
    return table
  }

  private func measure(
    _ name: String, _ paths: [String], memory: Double, content: Double, settled: Double?,
    home: String, _ table: inout BenchmarkTable
  ) {
    let program = ProgramOnATerminal(["--fresh"] + paths, home: home)
    defer { program.end() }
    let first = program.time(of: "Culprit")
    let rest = program.settle()
    let before = program.sent
    let answers = (0..<100).compactMap { program.answer(to: $0 < 50 ? "j" : "k") }.sorted()
    let bytes = Double(program.sent - before) / Double(max(1, answers.count))
    let ticks = program.ticks
    program.settle(quiet: 2000)
    table.add("\(name): first content", milliseconds(first), "ms", atMost: content)
    if let settled {
      table.add("\(name): all read and listed", milliseconds(rest), "ms", atMost: settled)
    }
    let middle = answers.isEmpty ? nil : answers[answers.count / 2]
    let late = answers.isEmpty ? nil : answers[answers.count * 95 / 100]
    table.add("\(name): answer to a key, median", milliseconds(middle), "ms", atMost: 0.5)
    table.add("\(name): answer to a key, 95 of 100", milliseconds(late), "ms", atMost: 2)
    table.add("\(name): sent for a key", bytes, "bytes", atMost: 500)
    table.add("\(name): memory", program.peakMemory, "MiB", atMost: memory)
    table.add(
      "\(name): processor while idle", Double(program.ticks - ticks), "ticks", atMost: 0)
  }

  private func milliseconds(_ time: Duration?) -> Double {
    time.map { $0.seconds * 1000 } ?? .infinity
  }

  private func temporaryFolder() -> String? {
    var name = Array("/tmp/bisectty-benchmark-XXXXXX".utf8CString)
    return name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }

  /// Writes logs that differ from each other, since copies of one log count as one.
  private func write(copies count: Int, to folder: String) {
    mkdir(folder, 0o700)
    for number in 0..<count {
      let log = logs.files[number % logs.files.count].bytes + Array("# copy \(number)\n".utf8)
      let name = folder + "/\(10_000 + number).txt"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      _ = log.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }
  }
}
