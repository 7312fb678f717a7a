import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// The terminal is as it was, however the program ends.
@Suite struct EndingTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func signalsThatAskToEnd(signal: Int32) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .killed(signal))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
  func signalsThatKill(signal: Int32) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .killed(signal))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [
    ("fatalError", [SIGILL, SIGTRAP]), ("outOfRange", [SIGILL, SIGTRAP]),
    ("overflow", [SIGILL, SIGTRAP]), ("nil", [SIGILL, SIGTRAP]), ("null", [SIGSEGV]),
    ("abort", [SIGABRT]), ("stack", [SIGSEGV]), ("task", [SIGILL, SIGTRAP]),
  ])
  func crashes(kind: String, signals: [Int32]) throws {
    let terminal = try PseudoTerminal.probe([kind])
    terminal.send("!")
    let ending = try #require(terminal.waitForEnd())
    #expect(signals.map { ProgramEnding.killed($0) }.contains(ending))
    #expect(terminal.isRestored)
    if kind == "fatalError" { #expect(terminal.writtenText.contains("Fatal error: deliberate")) }
  }

  @Test func aCrashLeavesANoteAndNamesIt() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/crash.txt"
    let terminal = try PseudoTerminal.probe(["fatalError"], environment: ["PROBE_NOTE": path])
    terminal.send("!")
    _ = try #require(terminal.waitForEnd())
    #expect(terminal.screen.text.contains("crashed; what is known about it is in"))
    let note = try String(contentsOfFile: path, encoding: .utf8)
    #expect(note.hasPrefix("probe 1.0\ncrashed by signal "))
    #expect(note.contains("Fatal error: deliberate"))
    #expect(note.contains("TerminalProbe("))
  }

  @Test func closedTerminalEndsTheProgram() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.closeTerminal()
    let ending = try #require(terminal.waitForEnd())
    #expect([.exited(0), .killed(SIGHUP)].contains(ending))
  }

  /// Not every terminal that goes away says so with a signal.
  @Test func aTerminalThatClosesWithoutASignalEndsTheProgram() throws {
    let terminal = try PseudoTerminal.probe(blockedSignals: [SIGHUP])
    terminal.closeTerminal()
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aTerminalThatReadsNoMoreCannotKeepTheProgram() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 200, columns: 300))
    // Every Control-L asks for a whole frame; nobody reads, so that a write blocks.
    terminal.send(String(repeating: "\u{0c}", count: 40))
    #expect(terminal.waitUntilItWrites())
    terminal.signal(SIGTERM)
    #expect(terminal.waitForEndWithoutReading(seconds: 9) == .killed(SIGTERM))
    #expect(terminal.disciplineIsRestored)
  }

  /// What leaves the screen waits for a terminal that is only slow.
  @Test func aCrashBeforeASlowTerminalRestoresIt() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 200, columns: 300))
    terminal.send(String(repeating: "\u{0c}", count: 40))
    #expect(terminal.waitUntilItWrites())
    terminal.signal(SIGABRT)
    #expect(terminal.waitUntilItPolls())
    #expect(terminal.waitForEnd() == .killed(SIGABRT))
    #expect(terminal.isRestored)
  }

  @Test func aCrashBeforeATerminalThatReadsNoMoreIsNotKept() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 200, columns: 300))
    terminal.send(String(repeating: "\u{0c}", count: 40))
    #expect(terminal.waitUntilItWrites())
    terminal.signal(SIGABRT)
    #expect(terminal.waitForEndWithoutReading(seconds: 60) == .killed(SIGABRT))
    #expect(terminal.disciplineIsRestored)
  }

  @Test func errorsAreShownAfterTheScreen() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("e")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"e\"") })
    #expect(!terminal.writtenText.contains("a warning of the program"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.screen.text.contains("a warning of the program"))
  }
}
