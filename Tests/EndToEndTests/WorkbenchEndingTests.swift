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

  @Test func closedTerminal() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    workbench.terminal.closeTerminal()
    let ending = try #require(workbench.terminal.waitForEnd())
    #expect([.exited(0), .killed(SIGHUP)].contains(ending))
  }

  /// `cat log | bisectty -` is one job for the shell: it stops and continues as a whole.
  @Test func controlZStopsTheWholeJob() throws {
    let home = try TemporaryFolder()
    var environment = WorkbenchOnATerminal.environment(home: home.path)
    environment["PS1"] = "ready> "
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noprofile", "-i"], environment: environment,
      size: ScreenSize(rows: 40, columns: 120))
    #expect(terminal.waitFor { $0.text.contains("ready>") })
    let program = BuiltProducts.program("bisectty")
    terminal.send("cat Resources/samples/culprit-right.txt | \(program) -\n")
    #expect(terminal.waitFor { $0.showsOtherScreen && $0.text.contains("Timeline") })
    terminal.send("\u{1a}")
    #expect(terminal.waitFor { !$0.showsOtherScreen && $0.text.contains("Stopped") })
    #expect(terminal.screen.modes.isDisjoint(with: ["?1000", "?1002", "?1006"]))
    terminal.send("fg\n")
    #expect(terminal.waitFor { $0.showsOtherScreen && $0.text.contains("Timeline") })
    terminal.send("q")
    #expect(terminal.waitFor { !$0.showsOtherScreen })
    terminal.send("exit\n")
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
