import Glibc
import Screen
import TestSupport
import Testing

/// The real program gives the terminal back however it ends.
@Suite struct WorkbenchEndingTests {
  private let samples = "Resources/samples"

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGSEGV])
  func signals(signal: Int32) throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    workbench.terminal.signal(signal)
    #expect(workbench.terminal.waitForEnd() == .killed(signal))
    #expect(workbench.terminal.isRestored)
  }

  /// The program ends in order, so that where the person was is kept.
  @Test func aClosedTerminalKeepsTheSession() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.line(0).contains("1 of 13") && !$0.line(0).contains(" read") })
    terminal.send("G")
    #expect(terminal.waitFor { $0.line(0).contains("13 of 13") })
    terminal.closeTerminal()
    let ending = try #require(terminal.waitForEnd())
    #expect([.exited(0), .killed(SIGHUP)].contains(ending))
    let again = try PseudoTerminal(
      [BuiltProducts.program("bisectty"), samples],
      environment: WorkbenchOnATerminal.environment(home: workbench.home.path),
      size: ScreenSize(rows: 40, columns: 120))
    #expect(again.waitFor { $0.line(0).contains("13 of 13") }, "\(again.screen.text)")
  }

  /// What turns out to be no log only when the screen is up is told where the shell is.
  @Test func anErrorThatComesLateIsToldAfterTheScreen() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    try #require(writer >= 0)
    let workbench = try WorkbenchOnATerminal(
      [pipe], size: ScreenSize(rows: 30, columns: 200))
    #expect(workbench.terminal.waitFor { $0.showsOtherScreen && $0.text.contains("Reading pipe…") })
    #expect(write(writer, [UInt8](repeating: 1, count: 512), 512) == 512)
    close(writer)
    #expect(workbench.terminal.waitForEnd() == .exited(65))
    #expect(workbench.terminal.isRestored)
    #expect(workbench.terminal.screen.text.contains("bisectty: \(pipe): is no text"))
  }

  /// An editor that is killed leaves the terminal as it had set it.
  @Test func anEditorThatDiesIsTold() throws {
    let folder = try TemporaryFolder()
    let editor = try folder.write("editor", "stty raw -echo; printf '\\033[?1000h'; kill -9 $$\n")
    let workbench = try WorkbenchOnATerminal.opened(
      [samples + "/culprit-right.txt", "--kernel", "/src"],
      environment: ["VISUAL": "sh \(editor)"])
    #expect(workbench.terminal.waitFor { $0.text.contains("llcp_sock_getname") })
    // What git says of the folder would take the place of the editor's end if it came later.
    #expect(workbench.terminal.waitFor { $0.line(39).contains("is no git repository") })
    workbench.terminal.send("f\r")
    #expect(
      workbench.terminal.waitFor { $0.line(39).contains("sh was ended by signal 9") },
      "\(workbench.terminal.screen.text)")
    #expect(workbench.terminal.screen.showsOtherScreen)
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.isRestored)
  }

  /// A program that is asked to end takes the editor with it, also one that does not want to.
  @Test(arguments: [(SIGTERM, ""), (SIGHUP, ""), (SIGTERM, "trap '' TERM; ")])
  func anEditorEndsWithTheProgram(signal: Int32, trap: String) throws {
    let folder = try TemporaryFolder()
    let editor = try folder.write(
      "editor",
      "\(trap)stty raw -echo; echo $$ > \(folder.path)/pid; printf EDITOR-RUNS; read line\n")
    let workbench = try WorkbenchOnATerminal.opened(
      [samples + "/culprit-right.txt", "--kernel", "/src"],
      environment: ["VISUAL": "sh \(editor)"])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("llcp_sock_getname") })
    terminal.send("f\r")
    #expect(terminal.waitFor { $0.text.contains("EDITOR-RUNS") }, "\(terminal.screen.text)")
    let text = try CommandRun.run("/bin/cat", [folder.path + "/pid"]).text
    let child = try #require(pid_t(text.filter(\.isNumber)))
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .killed(signal))
    #expect(terminal.isRestored)
    #expect(kill(child, 0) != 0)
  }

  /// `cat log | bisectty -` is one job for the shell: it stops and continues as a whole, and the shell
  /// waits until all of it has stopped.
  @Test func controlZStopsTheWholeJob() throws {
    let home = try TemporaryFolder()
    var environment = WorkbenchOnATerminal.environment(home: home.path)
    environment["PS1"] = "ready> "
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noprofile", "-i"], environment: environment,
      size: ScreenSize(rows: 40, columns: 120))
    #expect(terminal.waitFor { $0.text.contains("ready>") })
    let program = BuiltProducts.program("bisectty")
    terminal.send(
      "(cat \(samples)/culprit-right.txt; exec >/dev/null; exec sleep 1000) | \(program) -\n")
    #expect(terminal.waitFor { $0.showsOtherScreen && $0.text.contains("Timeline") })
    terminal.send("\u{1a}")
    #expect(terminal.waitFor { !$0.showsOtherScreen && $0.text.contains("Stopped") })
    #expect(terminal.screen.modes.isDisjoint(with: ["?1000", "?1002", "?1006"]))
    terminal.send("fg\n")
    #expect(terminal.waitFor { $0.showsOtherScreen && $0.text.contains("Timeline") })
    terminal.send("q")
    #expect(terminal.waitFor { !$0.showsOtherScreen })
    // Before that, the terminal takes ^C for a character and the job continues.
    #expect(terminal.waitForRestoredDiscipline())
    terminal.send("\u{3}")
    #expect(
      terminal.waitFor { $0.text.split(separator: "\n").last == "ready>" },
      "\(terminal.screen.text)")
    // What an interrupted job leaves as the shell's own status depends on when the shell hears of it.
    terminal.send("exit 0\n")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func idleCostsNearlyNothing() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    workbench.terminal.pumpUntilQuiet()
    let before = try workbench.terminal.processorTicks()
    workbench.terminal.pump(milliseconds: 1000)
    // A loop that spins would use about a hundred; late work on a busy machine uses a few.
    #expect(try workbench.terminal.processorTicks() - before < 30)
  }
}
