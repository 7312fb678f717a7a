import Glibc

/// `bisectty list` against `cat` of the same files, how long the program takes to start, and one very
/// long log.
struct ListBenchmark {
  let logs: LogSet
  /// How many bytes the long log has.
  let bytes: Int

  /// Below this a comparison with `cat` compares starts of programs.
  private static let leastBytes = 8 << 20

  func run() -> BenchmarkTable {
    let paths = logs.files.map(\.path)
    let total = byteCount(logs.files.map(\.bytes))
    let program = OtherPrograms.folder + "/bisectty"
    var table = BenchmarkTable("list: \(paths.count) files, \(total >> 20) MiB, all processors")
    let listing = leastTimes(
      runs: 11,
      [
        { OtherPrograms.run("cat", paths) },
        { OtherPrograms.run(program, ["list", "--json"] + paths) },
        { OtherPrograms.run(program, ["list"] + paths) },
      ])
    let starting = leastTimes(
      runs: 20,
      [
        { OtherPrograms.run("true", []) },
        { OtherPrograms.run(program, ["--version"]) },
      ])
    table.add("cat", listing[0], bytes: total)
    table.add("bisectty list --json", listing[1], bytes: total)
    table.add("bisectty list", listing[2], bytes: total)
    table.add("true", starting[0])
    // Of a few files the start is most, which has a budget of its own: a person does not notice 20 ms.
    table.add(
      "bisectty --version", starting[1].seconds * 1_000, "ms", atMost: 20)
    if total >= Self.leastBytes {
      table.add("list --json, in times of cat", ratio: ratio(listing[1], to: listing[0]), atMost: 3)
      table.add("list, in times of cat", ratio: ratio(listing[2], to: listing[0]), atMost: 3)
    }
    measureLongLog(program, &table)
    return table
  }

  /// What a long log takes is compared with its digest alone: `cat` does not even look at it.
  private func measureLongLog(_ program: String, _ table: inout BenchmarkTable) {
    let path = "/tmp/bisectty-benchmark-\(getpid())-long.txt"
    let log = logs.longReport(bytes: bytes)
    guard let file = fopen(path, "w") else { Benchmark.fail("cannot write \(path)") }
    fwrite(log, 1, log.count, file)
    fclose(file)
    defer { unlink(path) }
    let times = leastTimes(
      runs: 5,
      [
        { OtherPrograms.run("sha256sum", [path]) },
        { OtherPrograms.run(program, ["list", "--json", path]) },
      ])
    let name = "one log of \(log.count >> 20) MiB"
    table.add("\(name), sha256sum", times[0], bytes: log.count)
    table.add("\(name), list --json", times[1], bytes: log.count)
    table.add(
      "\(name), in times of sha256sum", ratio: ratio(times[1], to: times[0]), atMost: 2.5)
  }
}
