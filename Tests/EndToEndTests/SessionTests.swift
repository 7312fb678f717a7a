import Screen
import TestSupport
import Testing

/// What comes back when the real program is started again.
@Suite struct ComingBackTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func open(_ arguments: [String] = []) throws -> PseudoTerminal {
    try PseudoTerminal(
      [BuiltProducts.program("bisectty"), "Resources/samples"] + arguments,
      environment: WorkbenchOnATerminal.environment(home: home.path),
      size: ScreenSize(rows: 40, columns: 120))
  }

  private func leave(_ terminal: PseudoTerminal) {
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func thePlaceComesBackUnlessAFreshStartIsAskedFor() throws {
    let first = try open()
    // While logs are read they move about in the list.
    #expect(
      first.waitFor { $0.line(0).contains("1 of 13") && !$0.line(0).contains(" read") },
      "\(first.screen.text)")
    first.send("G")
    #expect(first.waitFor { $0.line(0).contains("13 of 13") }, "\(first.screen.text)")
    first.send("2")
    #expect(first.waitFor { $0.line(39).contains("view raw") }, "\(first.screen.text)")
    leave(first)
    let second = try open()
    #expect(
      second.waitFor { $0.line(0).contains("13 of 13") && $0.line(39).contains("view raw") },
      "\(second.screen.text)")
    leave(second)
    let third = try open(["--fresh"])
    #expect(third.waitFor { $0.line(0).contains("1 of 13") }, "\(third.screen.text)")
    leave(third)
  }

  @Test func theFirstKeysAreShownOnce() throws {
    let first = try open()
    #expect(first.waitFor { $0.line(39).contains("New here?") }, "\(first.screen.text)")
    first.send("j")
    #expect(first.waitFor { !$0.line(39).contains("New here?") }, "\(first.screen.text)")
    leave(first)
    let second = try open()
    #expect(second.waitFor { $0.line(39).contains("help") }, "\(second.screen.text)")
    leave(second)
  }

  @Test func keysAndThemeComeFromTheFileAndItsProblemsStandInTheLastRow() throws {
    try home.write(
      "config/bisectty/config.toml",
      "[options]\nglyphs = \"ascii\"\ntehme = \"dark\"\n[keys]\nquit = [\"Q\"]\n")
    let terminal = try open()
    #expect(
      terminal.waitFor { $0.line(39).contains("config.toml:3: unknown key 'tehme' in [options]") },
      "\(terminal.screen.text)")
    #expect(terminal.screen.line(1).hasPrefix("+-"))
    terminal.send("q")
    #expect(terminal.waitFor { $0.line(39).contains("q does nothing here") })
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
