import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// Programs that get the terminal, and jobs that are stopped.
@Suite struct JobTests {
  @Test func aChildHasTheTerminalAndGivesItBack() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("s")
    #expect(terminal.waitFor { $0.text.contains("child here") && !$0.showsOtherScreen })
    #expect(terminal.disciplineIsRestored)
    terminal.send("\n")
    #expect(terminal.waitFor { _ in terminal.lastEvent == "exited(status: 7)" })
    #expect(terminal.screen.line(9) == "row 9 of text that stays")
    #expect(terminal.screen.modes.isSuperset(of: ["?1049", "?2004", "?1006"]))
  }

  @Test func aChildReadsBytesAndKeys() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("i")
    #expect(terminal.waitFor { $0.text.contains("input") && !$0.showsOtherScreen })
    terminal.send("\n")
    #expect(terminal.waitFor { _ in terminal.lastEvent == "exited(status: 0)" })
  }

  @Test func aChildThatDiesIsTold() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("k")
    #expect(terminal.waitFor { _ in terminal.lastEvent == "killed(signal: 9)" })
    #expect(terminal.screen.showsOtherScreen)
  }

  @Test func aChildThatIsMissingIsTold() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("n")
    #expect(
      terminal.waitFor { _ in
        terminal.lastEvent == "notStarted(reason: \"No such file or directory\")"
      })
  }

  /// Under a shell with job control, since the system does not stop a job that nobody could continue.
  @Test func controlZStopsAndForegroundContinues() throws {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "-i"], environment: ["PS1": "ready> "])
    #expect(terminal.waitFor { $0.text.contains("ready>") })
    terminal.send(BuiltProducts.program("TerminalProbe") + "\n")
    #expect(terminal.waitFor { $0.text.contains("event 0: none") })
    terminal.send("\u{1a}")
    #expect(terminal.waitFor { !$0.showsOtherScreen && $0.text.contains("Stopped") })
    #expect(
      terminal.screen.modes.isDisjoint(with: ["?2004", "?1000"]) || bashUsesPasteMode(terminal))
    #expect(!terminal.screen.modes.contains("?1006"))
    terminal.resize(rows: 20, columns: 70)
    terminal.send("fg\n")
    #expect(
      terminal.waitFor { $0.showsOtherScreen && $0.line(0) == "probe 20x70" && $0.line(9) != "" })
    #expect(terminal.screen.modes.contains("?1006"))
    terminal.send("j")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"j\"") })
    terminal.send("q")
    #expect(terminal.waitFor { !$0.showsOtherScreen })
    terminal.send("exit\n")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  private func bashUsesPasteMode(_ terminal: PseudoTerminal) -> Bool {
    !terminal.screen.modes.contains("?1000")
  }

  /// An orphaned job cannot be stopped: the screen comes back at once.
  @Test func controlZOfAnOrphanedJobRedraws() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("\u{1a}")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"z\"") })
    #expect(terminal.screen.showsOtherScreen)
    #expect(terminal.screen.line(9) == "row 9 of text that stays")
  }

  @Test func stoppedFromOutsideItDrawsEverythingWhenContinued() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.signal(SIGSTOP)
    #expect(terminal.waitForStop())
    let before = terminal.written.count
    terminal.signal(SIGCONT)
    #expect(terminal.waitFor { _ in terminal.written.count > before + 300 })
    terminal.send("j")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"j\"") })
    #expect(terminal.screen.line(9) == "row 9 of text that stays")
  }

  @Test func workersWakeTheLoop() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("w")
    #expect(terminal.waitFor { _ in terminal.lastEvent == "wake" })
  }

  @Test func standardInputAndOutputMayBeFiles() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal.probe(
      standardInput: "/dev/null", standardOutput: folder.path + "/out")
    terminal.send("j")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"j\"") })
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(try String(contentsOfFile: folder.path + "/out", encoding: .utf8) == "")
  }

  @Test func idleCostsNothing() throws {
    let terminal = try PseudoTerminal.probe()
    let before = try terminal.processorTicks()
    terminal.pump(milliseconds: 300)
    // A loop that spins would use about a hundred; late work on a busy machine uses a few.
    #expect(try terminal.processorTicks() - before < 30)
  }
}
