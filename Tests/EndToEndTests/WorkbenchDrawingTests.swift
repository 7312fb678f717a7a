import Glibc
import Screen
import TestSupport
import Testing

/// The real program on terminals of all kinds.
@Suite struct WorkbenchDrawingTests {
  private let samples = "Resources/samples"
  private let sample = "Resources/samples/culprit-right.txt"

  @Test func opensAndLeaves() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") && $0.text.contains("Logs") })
    #expect(workbench.terminal.screen.unknown == [])
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.isRestored)
  }

  @Test func readsTheLogFromAPipeAndKeysFromTheTerminal() throws {
    let workbench = try WorkbenchOnATerminal.opened(["-"], standardInput: sample)
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") })
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.isRestored)
  }

  @Test func withoutATerminalOnStandardOutputItSaysWhatToDo() throws {
    let folder = try TemporaryFolder()
    let workbench = try WorkbenchOnATerminal([sample], standardOutput: folder.path + "/out")
    #expect(workbench.terminal.waitForEnd() == .exited(64))
    #expect(workbench.terminal.screen.line(0).hasPrefix("bisectty: "))
    #expect(workbench.terminal.screen.text.contains("bisectty show"))
  }

  @Test func dumbTerminalsAreRefusedInOneLine() throws {
    let workbench = try WorkbenchOnATerminal([sample], environment: ["TERM": "dumb"])
    #expect(workbench.terminal.waitForEnd() == .exited(64))
    #expect(workbench.terminal.screen.text.contains("TERM=dumb"))
    #expect(workbench.terminal.disciplineIsRestored)
  }

  @Test(arguments: ["vt100", "linux", "screen", "no-such-terminal", ""])
  func otherTerminals(name: String) throws {
    let workbench = try WorkbenchOnATerminal.opened([sample], environment: ["TERM": name])
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") })
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.disciplineIsRestored)
  }

  @Test func withoutUTF8OnlyASCIIIsSent() throws {
    let workbench = try WorkbenchOnATerminal.opened([sample], environment: ["LC_ALL": "C"])
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") })
    #expect(workbench.terminal.written.allSatisfy { $0 < 0x80 })
  }

  @Test func noColorSendsNone() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples], environment: ["NO_COLOR": "1"])
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") })
    let screen = workbench.terminal.screen
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns {
        let style = screen.style(row: row, column: column)
        #expect(style.foreground == .standard && style.background == .standard)
      }
    }
  }

  @Test(arguments: [(1, 1), (2, 5), (10, 40), (24, 80), (100, 300)])
  func anySizeIsSurvived(rows: Int, columns: Int) throws {
    let workbench = try WorkbenchOnATerminal(
      [samples], size: ScreenSize(rows: rows, columns: columns))
    #expect(workbench.terminal.waitFor { $0.showsOtherScreen && $0.text.contains { $0 != "\n" } })
    workbench.terminal.send("jjG\t\tj")
    workbench.terminal.resize(rows: 30, columns: 100)
    #expect(workbench.terminal.waitFor { $0.line(0).contains("bisectty") })
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.isRestored)
  }

  @Test func resizeStormEndsInOrder() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    for step in 0..<100 {
      workbench.terminal.resize(rows: 3 + step % 40, columns: 10 + step * 7 % 150)
      workbench.terminal.pump(milliseconds: 0)
    }
    // Not the size it began with, at which a program would be right that never looked.
    let size = ScreenSize(rows: 44, columns: 110)
    workbench.terminal.resize(rows: size.rows, columns: size.columns)
    let fresh = try WorkbenchOnATerminal.opened([samples], size: size)
    #expect(fresh.terminal.waitFor { !$0.text.contains("reading…") && $0.text.contains("timeout") })
    fresh.terminal.pumpUntilQuiet(milliseconds: 300)
    let expected = fresh.terminal.screen.text
    let isInOrder = workbench.terminal.waitFor { $0.text == expected }
    #expect(isInOrder, "\(workbench.terminal.screen.text)")
  }

  @Test func aMoveCostsFewBytes() throws {
    let size = ScreenSize(rows: 60, columns: 200)
    let workbench = try WorkbenchOnATerminal.opened([sample], size: size)
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") })
    workbench.terminal.send("2j")
    workbench.terminal.pumpUntilQuiet()
    let before = workbench.terminal.written.count
    workbench.terminal.send("\u{1b}[B")
    workbench.terminal.pumpUntilQuiet()
    let cost = workbench.terminal.written.count - before
    #expect(cost > 0 && cost < 2500)
  }

  /// Keys that pile up while nobody reads are all obeyed; the frames between them are left out.
  @Test func aSlowReaderSeesTheEnd() throws {
    let workbench = try WorkbenchOnATerminal.opened([samples])
    #expect(workbench.terminal.waitFor { $0.text.contains("Timeline") })
    for _ in 0..<50 { workbench.terminal.send(String(repeating: "jk", count: 20)) }
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    #expect(workbench.terminal.isRestored)
  }
}
