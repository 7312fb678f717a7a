import JSON
import TestSupport
import Testing

/// From a wrong result to the commit that is to blame, with the real program and a real repository.
@Suite struct RightCommitTests {
  @Test func aWrongLogLeadsToTheMarkedRightCommit() throws {
    let example = try WrongBisection()
    let folder = try TemporaryFolder()
    let log = try folder.write("log.txt", example.log)
    let workbench = try WorkbenchOnATerminal.opened(
      [log, "--kernel", example.repository.path],
      environment: ["BISECTTY_COPY": "tee \(folder.path)/copied"])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("v5.6-rc1") }, "\(terminal.screen.text)")
    terminal.send("s")
    #expect(terminal.waitFor { $0.line(39).contains("1 of 2: ") }, "\(terminal.screen.text)")
    terminal.send("T")
    #expect(
      terminal.waitFor { $0.text.contains("Candidates") && $0.text.contains(" 1 ") },
      "\(terminal.screen.text)")
    #expect(
      terminal.screen.text.contains("1 \(example.right.prefix(12))"), "\(terminal.screen.text)")
    terminal.send("\r")
    #expect(terminal.waitFor { $0.text.contains("Commit ── \(example.right.prefix(12))") })
    // The hunk of the guilty file is seen, not that of the first one.
    #expect(
      terminal.waitFor { $0.text.contains("+void widget_release") }, "\(terminal.screen.text)")
    terminal.send("yx")
    #expect(terminal.waitFor { $0.line(39).contains("Handed the Fixes: line to tee") })
    let copied = try CommandRun.run("/bin/cat", [folder.path + "/copied"]).text
    let fixes = "Fixes: \(example.right.prefix(12)) (\"widget: release without the lock\")"
    #expect(copied == fixes)
    terminal.send("m")
    #expect(
      terminal.waitFor { $0.text.contains("The right commit is \(example.right.prefix(12))") },
      "\(terminal.screen.text)")
    // Back in the list of candidates, then in the timeline.
    terminal.send("\u{1B}")
    #expect(terminal.waitFor { $0.text.contains("Candidates") }, "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    let shown = try CommandRun.bisectty(
      ["show", log, "--json"],
      environment: WorkbenchOnATerminal.environment(home: workbench.home.path).compactMapValues {
        $0
      })
    let review = try JSONValue(reading: shown.output)["review"]
    #expect(review?["verdict"] == "wrong")
    #expect(review?["rightCommit"]?.string == example.right)
  }

  @Test func scriptsCanNameTheRightCommit() throws {
    let folder = try TemporaryFolder()
    let environment = WorkbenchOnATerminal.environment(home: folder.path).compactMapValues { $0 }
    let log = "Resources/samples/culprit-wrong-foreign-crash.txt"
    let commit = String(repeating: "ab", count: 20)
    func run(_ arguments: [String]) throws -> CommandRun {
      try CommandRun.bisectty(arguments, environment: environment)
    }
    let kept = try run(["review", log, "--verdict", "wrong", "--right-commit", commit])
    #expect(kept.status == 0, "\(kept.errors)")
    #expect(try run(["reviews", "list"]).text.contains("right is abababababab"))
    #expect(try run(["show", log]).text.contains("the right commit is \(commit)"))
    #expect(try run(["export", log, "--format", "markdown"]).text.contains(commit))
    #expect(
      try run(["export", log, "--format", "mail"]).text
        .contains("The right commit seems to be abababababab."))
    #expect(try run(["list", log, "--filter", "right:abab"]).text.contains("wrong"))
    // A reason that is given later does not take it back; another verdict does.
    let events = try run(["reviews", "export"]).text
    #expect(events.contains("\"rightCommit\":\"\(commit)\""))
  }

  @Test(arguments: [
    ["--verdict", "correct", "--right-commit", String(repeating: "a", count: 40)],
    ["--verdict", "wrong", "--right-commit", "v5.6"],
    ["--verdict", "wrong", "--right-commit", "abc"],
  ])
  func whatIsNoRightCommitIsRefused(options: [String]) throws {
    let run = try CommandRun.bisectty(
      ["review", "Resources/samples/culprit-wrong-foreign-crash.txt"] + options)
    #expect(run.status == 64)
    #expect(run.errors.contains("right commit"))
  }
}
