import Glibc
import Screen
import TestSupport
import Testing

/// What the real terminal shows and sends.
@Suite struct DrawingTests {
  @Test func showsTheFrameAsDrawn() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 12, columns: 60))
    let screen = terminal.screen
    #expect(screen.line(0) == "probe 12x60")
    #expect(screen.line(1) == "palette256 unicode=true mouse=true")
    #expect(screen.line(2) == "─│┌ 中文 e\u{301} 🇩🇪|")
    #expect(screen.line(11).hasPrefix("event 0: none"))
    // The cell in the last corner is drawn and does not scroll the screen.
    #expect(screen.line(11).last == "X")
    let expected = Style(foreground: .palette(202), attributes: [.bold, .underline])
    #expect(screen.style(row: 3, column: 0) == expected)
    #expect(screen.modes.isSuperset(of: ["?1049", "?2004", "?1000", "?1002", "?1006"]))
    #expect(screen.hidesCursor)
    #expect(screen.unknown.isEmpty)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func aKeyCostsFewBytes() throws {
    let terminal = try PseudoTerminal.probe(size: ScreenSize(rows: 60, columns: 200))
    let before = terminal.written.count
    terminal.send("j")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"j\"") })
    #expect(terminal.written.count - before < 500)
  }

  @Test func redrawSendsEverythingAgain() throws {
    let terminal = try PseudoTerminal.probe()
    let before = terminal.written.count
    terminal.send("\u{0c}")
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("\"l\"") })
    #expect(terminal.writtenText.suffix(terminal.written.count - before).contains("row 9 of text"))
  }

  @Test func bellAndClipboardReachTheTerminal() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send("bc")
    #expect(terminal.waitFor { $0.bells == 1 && $0.clipboard == ["aGVsbG8="] })
  }

  @Test(arguments: [
    ("vt100", "none unicode=true mouse=false"),
    ("linux", "palette8 unicode=true mouse=true"),
    ("no-such-terminal", "palette256 unicode=true mouse=true"),
    ("screen-256color", "palette256 unicode=true mouse=true"),
  ])
  func otherTerminals(name: String, capabilities: String) throws {
    let terminal = try PseudoTerminal.probe(environment: ["TERM": name])
    #expect(terminal.screen.line(1) == capabilities)
    #expect(terminal.screen.line(2).contains("中文"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.disciplineIsRestored)
  }

  @Test func dumbTerminalIsRefusedInOneLine() throws {
    let terminal = try PseudoTerminal(
      [BuiltProducts.program("TerminalProbe")], environment: ["TERM": "dumb"])
    #expect(terminal.waitForEnd() == .exited(3))
    #expect(terminal.screen.line(0).hasPrefix("probe: TERM=dumb cannot show panes"))
    #expect(terminal.disciplineIsRestored)
  }

  @Test func noColorKeepsAttributes() throws {
    let terminal = try PseudoTerminal.probe(environment: ["NO_COLOR": "1"])
    #expect(terminal.screen.line(1) == "none unicode=true mouse=true")
    let expected = Style(attributes: [.bold, .underline])
    #expect(terminal.screen.style(row: 3, column: 0) == expected)
  }

  @Test func withoutUTF8OnlyASCIIIsSent() throws {
    let terminal = try PseudoTerminal.probe(environment: ["LC_ALL": "C"])
    #expect(terminal.screen.line(1) == "palette256 unicode=false mouse=true")
    #expect(terminal.screen.line(2) == "-|+ ???? ? ??|")
    #expect(terminal.written.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [(1, 1), (1, 80), (24, 1), (2, 2)])
  func tinyWindows(rows: Int, columns: Int) throws {
    let terminal = try PseudoTerminal(
      [BuiltProducts.program("TerminalProbe")], size: ScreenSize(rows: rows, columns: columns))
    #expect(terminal.waitFor { $0.line(rows - 1).last == "X" })
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isRestored)
  }

  /// The window is as large as before when the program looks, but the terminal has cut its lines.
  @Test func aWindowThatShrankAndGrewBackIsDrawnAnew() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let terminal = try PseudoTerminal.probe([pipe])
    terminal.send("h")
    // Opening waits until the program is busy.
    let busy = open(pipe, O_WRONLY | O_CLOEXEC)
    terminal.resize(rows: 3, columns: 10)
    terminal.resize(rows: 24, columns: 80)
    close(busy)
    #expect(terminal.waitFor { _ in terminal.lastEvent.contains("resize") })
    #expect(terminal.waitFor { $0.line(9) == "row 9 of text that stays" })
  }

  /// A frame for the old window that comes late may set margins, which scrolling would then go by.
  @Test func marginsOfTheOldWindowDoNotStay() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.resize(rows: 18, columns: 70)
    terminal.show(leftover: "\u{1b}[1;10r")
    #expect(terminal.screen.scrollRegion == 0..<10)
    #expect(terminal.waitFor { $0.line(0) == "probe 18x70" })
    #expect(terminal.screen.scrollRegion == 0..<18)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func resizeStormEndsAtTheLastSize() throws {
    let terminal = try PseudoTerminal.probe()
    for step in 0..<200 {
      terminal.resize(rows: 5 + step % 40, columns: 20 + step * 7 % 150)
      terminal.pump(milliseconds: 0)
    }
    terminal.resize(rows: 18, columns: 70)
    #expect(
      terminal.waitFor { screen in
        screen.line(0) == "probe 18x70" && screen.line(17).hasPrefix("event")
          && screen.line(17).count == 70
      })
    #expect(terminal.screen.line(9) == "row 9 of text that stays")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isRestored)
  }
}
