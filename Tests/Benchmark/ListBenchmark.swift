/// `bisectty list` against `cat` of the same files, and how long the program takes to start.
struct ListBenchmark {
  let logs: LogSet

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
    table.add("bisectty --version", starting[1])
    table.add("list --json, in times of cat", ratio: ratio(listing[1], to: listing[0]), atMost: 3)
    table.add("list, in times of cat", ratio: ratio(listing[2], to: listing[0]), atMost: 3)
    return table
  }
}
