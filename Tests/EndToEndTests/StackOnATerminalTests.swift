import Foundation
import Screen
import TestSupport
import Testing

/// A crash read in the real program: from its frames to the registers, the raw lines and back.
@Suite struct StackOnATerminalTests {
  private let sample =
    FileManager.default.currentDirectoryPath + "/Resources/samples/culprit-right.txt"

  @Test func aCrashIsReadFromFramesToRegistersToRawLinesAndBack() throws {
    let workbench = try WorkbenchOnATerminal(
      [sample], size: ScreenSize(rows: 24, columns: 80))
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("llcp_sock_getname") }, "\(terminal.screen.text)")
    terminal.send("5")
    #expect(terminal.waitFor { $0.text.contains("Allocated by task") }, "\(terminal.screen.text)")
    terminal.send("O")
    #expect(terminal.waitFor { $0.text.contains("Stacks in order of interest") })
    terminal.send("2")
    #expect(
      terminal.waitFor { $0.line(1).contains("freed the memory") }, "\(terminal.screen.text)")
    terminal.send("%llcp\r")
    #expect(terminal.waitFor { $0.line(23).contains("frames in llcp") }, "\(terminal.screen.text)")
    terminal.send("A")
    #expect(terminal.waitFor { $0.text.contains("Registers of the program") })
    terminal.send("}v")
    #expect(terminal.waitFor { $0.line(1).contains("[6 Raw]") })
    terminal.send("v")
    #expect(terminal.waitFor { $0.text.contains("Registers of the program") })
    terminal.send("A|")
    #expect(terminal.waitFor { $0.line(23).contains("Long lines are wrapped") })
    #expect(!terminal.screen.text.contains("Registers of the program"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    let again = try PseudoTerminal(
      [BuiltProducts.program("bisectty"), sample],
      environment: WorkbenchOnATerminal.environment(home: workbench.home.path),
      size: ScreenSize(rows: 24, columns: 80))
    #expect(again.waitFor { $0.line(1).contains("[5 Stack]") }, "\(again.screen.text)")
    again.send("|")
    #expect(again.waitFor { $0.line(23).contains("Long lines are cut") }, "\(again.screen.text)")
  }
}
