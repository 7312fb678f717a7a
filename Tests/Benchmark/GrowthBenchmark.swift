import BisectionLog

/// Parses a part, twice and four times as much, which must cost the same for each byte.
struct GrowthBenchmark {
  let logs: LogSet
  /// How many bytes the largest part has.
  let bytes: Int

  func run() -> BenchmarkTable {
    var table = BenchmarkTable("growth: 1/4, 1/2 and all of \(bytes >> 20) MiB")
    measure("many logs", { logs.repeated(toBytes: $0) }, &table)
    measure("one bisection", { [logs.longBisection(bytes: $0)] }, &table) { log in
      log.steps.count > 1000
    }
    measure("one crash report", { [logs.longReport(bytes: $0)] }, &table) { log in
      log.crash?.stacks.isEmpty == false
    }
    return table
  }

  private func measure(
    _ name: String, _ texts: (Int) -> [[UInt8]], _ table: inout BenchmarkTable,
    isRead: (BisectionLog) -> Bool = { $0.refusal == nil }
  ) {
    let parts = [bytes / 4, bytes / 2, bytes].map(texts)
    // A text that is not read costs nothing, and measures nothing.
    guard parts.allSatisfy({ $0.first.map { isRead(BisectionLog(parsing: $0)) } ?? false }) else {
      table.add("\(name): not read as such", ratio: .infinity, atMost: 1)
      return
    }
    let times = parts.map { part in
      leastTime(runs: 3) { for text in part { _ = everything(in: text) } }
    }
    for (part, time) in zip(parts, times) {
      let total = byteCount(part)
      table.add("\(name), \(total >> 20) MiB", time, bytes: total)
    }
    for index in 1..<parts.count {
      let growth = ratio(times[index], to: times[0])
      let work = Double(byteCount(parts[index])) / Double(byteCount(parts[0]))
      table.add(
        "\(name), per byte at \(index * 2) x the size", ratio: growth / work, atMost: 1.3)
    }
  }
}
