/// Parses logs from memory on one thread, everything in them.
struct CoreBenchmark {
  let logs: LogSet
  /// How many bytes of logs are parsed.
  let bytes: Int

  func run() -> BenchmarkTable {
    let texts = logs.repeated(toBytes: bytes)
    let total = byteCount(texts)
    var table = BenchmarkTable(
      "core: \(texts.count) logs, \(total >> 20) MiB in memory, one thread")
    // What the loops found, so that no compiler can leave them out.
    var found = 0
    let parsing = leastTime { for text in texts { found &+= everything(in: text) } }
    let scanning = leastTime { for text in texts { found &+= runLines(in: text) } }
    let searching = OtherPrograms.timeOfGrep("^run #", in: texts, inOneFile: false)
    let searchingOne = OtherPrograms.timeOfGrep("^run #", in: texts, inOneFile: true)
    withExtendedLifetime(found) {}
    table.add("parse everything", parsing, bytes: total)
    table.add("find every line that begins with run #", scanning, bytes: total)
    table.add("grep -c '^run #', a file each", searching, bytes: total)
    table.add("grep -c '^run #', all in one file", searchingOne, bytes: total)
    table.add(
      "parse, in times of grep, a file each", ratio: ratio(parsing, to: searching), atMost: 3)
    return table
  }
}
