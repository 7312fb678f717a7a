import Screen
import TestSupport
import Testing

/// Keys, mouse and pastes through the whole way from the terminal.
@Suite struct KeysOnTheTerminalTests {
  @Test(arguments: [
    ("\u{1b}OB", "key(Screen.Key(code: Screen.KeyCode.down"),
    ("\u{1b}[<65;5;4M", "wheelDown"),
    ("\u{1b}[200~q中\u{1b}[201~", "paste(\"q中\")"),
    ("\u{1b}", "KeyCode.escape"),
  ])
  func arrive(bytes: String, told: String) throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 24, columns: 160))
    terminal.send(bytes)
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains(told) })
  }

  @Test func unknownSequencesAreNoKeys() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 24, columns: 160))
    terminal.send("\u{1b}[99;99q\u{1b}Oq\u{1b}[?1;2cj")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"j\"") })
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
