import JSON
import Screen
import TestSupport
import Testing

@Suite struct CommandListTests {
  private let samples = "Resources/samples"

  private func list(_ arguments: [String]) throws -> (run: CommandRun, entries: [JSONValue]) {
    let run = try CommandRun.bisectty(["list", "--json"] + arguments)
    return (run, try run.lines.map { try JSONValue(reading: Array($0.utf8)) })
  }

  @Test func listsADirectoryInOrder() throws {
    let (run, entries) = try list([samples])
    #expect(run.status == 0)
    let paths = entries.compactMap { $0["path"]?.string }
    #expect(paths == paths.sorted())
    for facts in SampleFacts.all {
      let entry = entries.first { $0["path"]?.string == facts.path }
      #expect(entry?["outcome"]?.string == facts.outcome)
      #expect(entry?["steps"]?.integer == facts.steps)
      #expect(entry?["culpritTitle"]?.string == facts.culprit)
    }
  }

  @Test func everyKeyIsThereInItsPlace() throws {
    for entry in try list([samples]).entries {
      #expect(
        names(entry) == [
          "schema", "path", "sha256", "format", "direction", "outcome", "commits", "culprit",
          "culpritTitle", "crashTitle", "originalTitle", "steps", "probability", "suspectCommit",
          "guiltyFunction", "guiltyFile", "unrecognised", "review",
        ])
      #expect(entry["schema"] == "bisectty.list/1")
    }
  }

  @Test func whatCannotBeReadHasALineAndStatus1() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("empty", "")
    let (run, entries) = try list([empty, samples + "/timeout.txt", folder.path + "/absent"])
    #expect(run.status == 1)
    #expect(
      entries.first == ["path": .string(empty), "error": "the file is empty, fetch the log again"])
    #expect(entries.last?["error"] == "no such file or directory, check the path")
    #expect(entries.count == 3)
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test func whereNothingCanBeReadTheFirstFailureCounts() throws {
    #expect(try list(["absent", "/dev/null"]).run.status == 66)
    #expect(try list(["/dev/null", "absent"]).run.status == 65)
    let folder = try TemporaryFolder()
    #expect(try list([folder.path]).run.status == 66)
  }

  @Test func ordersByAColumn() throws {
    let steps = try list([samples, "--sort", "steps"]).entries.compactMap { $0["steps"]?.integer }
    #expect(steps == steps.sorted())
    let reversed = try list([samples, "--sort", "steps", "--reverse"]).entries
      .compactMap { $0["steps"]?.integer }
    #expect(reversed == reversed.sorted(by: >))
    let culprits = try list([samples, "--sort", "culprit", "--reverse"]).entries
      .map { $0["culprit"]?.string }
    let known = culprits.compactMap { $0 }
    #expect(culprits.prefix(known.count).allSatisfy { $0 != nil })
    #expect(known == known.sorted(by: >))
  }

  @Test func printsOnlyWhatAQueryMeets() throws {
    let fixes = try list([samples, "--filter", "direction:fix"]).entries
    #expect(fixes.map { $0["outcome"] } == ["culprit", "stillCrashes"])
    let ordered = try list([samples, "--filter", "outcome:culprit sort:-steps"]).entries
    let steps = ordered.compactMap { $0["steps"]?.integer }
    #expect(steps == [20, 15, 11, 4, 4])
    #expect(try list([samples, "--filter", "title:nothing-like-it"]).entries.isEmpty)
  }

  @Test func aQueryThatMakesNoSenseIsStatus64() throws {
    let run = try list([samples, "--filter", "p<0.3 titel:kasan"]).run
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("bisectty: --filter: "))
    #expect(run.errors.hasSuffix(", at column 7\n"))
  }

  @Test func readsPackedLogsAsTheirContents() throws {
    let folder = try TemporaryFolder()
    let plain = try CommandRun.run("/bin/cat", [samples + "/timeout.txt"]).output
    let packed = try CommandRun.run("/bin/gzip", ["-c"], input: plain).output
    let entries = try list([
      try folder.write("plain", plain), try folder.write("packed.txt", packed),
    ]).entries
    #expect(entries.map { $0["outcome"] } == ["timeout", "timeout"])
    #expect(entries.first?["sha256"] == entries.last?["sha256"])
  }

  /// Its digest is worked out beside the parse.
  @Test func aLongLogHasTheDigestOfItsBytes() throws {
    let folder = try TemporaryFolder()
    let short = try CommandRun.run("/bin/cat", [samples + "/timeout.txt"]).output
    let long = try folder.write("long.txt", short + Array(repeating: 0x0A, count: 5 << 20))
    let entry = try #require(list([long]).entries.first)
    let digest = try CommandRun.run("/usr/bin/sha256sum", [long]).lines[0].prefix(64)
    #expect(entry["sha256"]?.string == String(digest))
    #expect(entry["outcome"] == "timeout")
  }

  @Test func writesCommaSeparatedValues() throws {
    let folder = try TemporaryFolder()
    let log = """
      bisecting cause commit starting from 1111111111111111111111111111111111111111
      building syzkaller on 2222222222222222222222222222222222222222
      testing commit 1111111111111111111111111111111111111111 with gcc (GCC) 8.1.0
      all runs: crashed: =cmd("x"), \u{7}[31m

      """
    let path = try folder.write("a,b\n.txt", log)
    let run = try CommandRun.bisectty(["list", "--csv", path])
    let rows = run.text.split(separator: "\r\n")
    #expect(run.status == 0)
    #expect(rows.count == 2)
    #expect(rows.first?.split(separator: ",").count == 22)
    #expect(rows.last?.hasPrefix("\"\(folder.path)/a,b␊.txt\",") == true)
    #expect(rows.last?.contains(",\"'=cmd(\"\"x\"\"), ␇[31m\",") == true)
  }

  @Test func nothingIsCutOrColouredInAPipe() throws {
    let run = try CommandRun.bisectty(["list", samples])
    #expect(run.status == 0)
    let entries = try list([samples]).entries
    #expect(run.lines.count == 1 + entries.count)
    #expect(!run.lines.contains { $0.contains("…") || $0.contains("\u{1B}") })
    #expect(run.lines.dropFirst().allSatisfy { $0.contains("  \(samples)/") })
  }

  /// What a command prints on a terminal of its own.
  private func printed(_ arguments: [String], _ environment: [String: String?]) throws -> String {
    let terminal = try PseudoTerminal(
      [BuiltProducts.program("bisectty")] + arguments,
      environment: environment.merging(["HOME": "/nowhere"]) { $1 },
      size: ScreenSize(rows: 60, columns: 90))
    #expect(terminal.waitForEnd() == .exited(0))
    return String(decoding: terminal.written, as: UTF8.self)
  }

  @Test(arguments: [(["list"], "[32m"), (["show"], "[32m"), (["report"], "[31m >")])
  func coloursAreForTerminalsThatHaveAndWantThem(_ command: [String], _ look: String) throws {
    let log = command + [samples + "/culprit-right.txt"]
    #expect(try printed(log, [:]).contains("\u{1B}" + look))
    for (name, value) in [("NO_COLOR", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")] {
      #expect(!(try printed(log, [name: value])).contains("\u{1B}["), "\(name)")
    }
  }
}
