import TestSupport
import Testing

@Suite struct CommandExportTests {
  private let sample = "Resources/samples/culprit-wrong-foreign-crash.txt"

  @Test(arguments: [
    ("mail", "Cc: bpf@vger.kernel.org, jonas@example.net, x86@kernel.org,"),
    ("markdown", "## Bisection of `possible deadlock in sco_conn_del`"),
    ("matrix", "Runs of: possible deadlock in sco_conn_del"),
    ("git-bisect", "# possible deadlock in sco_conn_del"), ("html", "<!DOCTYPE html>"),
  ])
  func writesEveryForm(_ format: String, _ beginning: String) throws {
    let run = try CommandRun.bisectty(["export", sample, "--format", format])
    #expect(run.status == 0)
    #expect(run.lines.first == beginning)
    #expect(run.output.last == 0x0A)
  }

  @Test func saysWhatTheDraftOfAMailLacks() throws {
    let run = try CommandRun.bisectty(["export", sample, "--format", "mail"])
    #expect(
      run.errors.hasPrefix("bisectty: \(sample): the draft has no To and no In-Reply-To, which"))
    #expect(!run.lines.contains { $0.hasPrefix("To:") })
  }

  @Test func leavesOutOrTurnsAStep() throws {
    func commands(_ change: [String]) throws -> [String] {
      let run = try CommandRun.bisectty(["export", sample, "--format", "git-bisect"] + change)
      #expect(run.status == 0)
      return run.lines.filter { $0.hasPrefix("git bisect") }
    }
    let all = try commands([])
    #expect(all.count == 18)
    // Step 10 is the sixth that git chose: start, two ends and five verdicts precede it.
    #expect(try commands(["--leave-out", "10"]) == Array(all.prefix(8)))
    let turned = try commands(["--turn", "10"])
    #expect(turned.dropLast() == all.prefix(8))
    #expect(
      turned.last
        == all[8].split(separator: " ").map { $0 == "bad" ? "good" : $0 }
        .joined(separator: " "))
  }

  @Test(arguments: [
    ["--format", "mail", "--turn", "3"], ["--format", "git-bisect", "--turn", "99"],
    ["--format", "git-bisect", "--turn", "3", "--leave-out", "3"], ["--format", "pdf"], [],
  ])
  func refusesWhatMakesNoSense(_ arguments: [String]) throws {
    let run = try CommandRun.bisectty(["export", sample] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.isEmpty)
  }
}
