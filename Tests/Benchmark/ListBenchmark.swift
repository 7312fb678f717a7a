/// `bisectty list` against `cat` of the same files, and how long the program takes to start.
struct ListBenchmark {
  let logs: LogSet

  func run() -> BenchmarkTable {
    let paths = logs.files.map(\.path)
    let total = byteCount(logs.files.map(\.bytes))
    let program = OtherPrograms.folder + "/bisectty"
    var table = BenchmarkTable("list: \(paths.count) files, \(total >> 20) MiB, all processors")
    let (json, copying) = leastTimes {
      OtherPrograms.run(program, ["list", "--json"] + paths)
    } _: {
      OtherPrograms.run("cat", paths)
    }
    let text = leastTime { OtherPrograms.run(program, ["list"] + paths) }
    let (start, nothing) = leastTimes(runs: 20) {
      OtherPrograms.run(program, ["--version"])
    } _: {
      OtherPrograms.run("true", [])
    }
    table.add("bisectty list --json", json, bytes: total)
    table.add("bisectty list", text, bytes: total)
    table.add("cat", copying, bytes: total)
    table.add("bisectty --version", start)
    table.add("true", nothing)
    table.add("list --json, in times of cat", ratio: ratio(json, to: copying), atMost: 3)
    table.add("list, in times of cat", ratio: ratio(text, to: copying), atMost: 3)
    return table
  }
}
