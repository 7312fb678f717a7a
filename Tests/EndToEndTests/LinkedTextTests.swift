import BisectionLog
import Foundation
import Screen
import TestSupport
import Testing

@testable import bisectty

@Suite struct LinkedTextTests {
  private let sample =
    FileManager.default.currentDirectoryPath
    + "/Resources/samples/culprit-right.txt"

  @Test func commitsAndPlacesLeadToTheWeb() throws {
    let log = BisectionLog(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: sample))))
    let culprit = log.string(try #require(log.culprit).commit)
    let page = "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git"
    let text = LinkedText(log).linked("a \(culprit.prefix(12)), net/nfc/llcp_core.c:175\nb")
    #expect(
      text == "a \u{1b}]8;;\(page)/commit/?id=\(culprit)\u{1b}\\\(culprit.prefix(12))"
        + "\u{1b}]8;;\u{1b}\\, \u{1b}]8;;\(page)/tree/net/nfc/llcp_core.c?id=\(culprit)#n175\u{1b}\\"
        + "net/nfc/llcp_core.c:175\u{1b}]8;;\u{1b}\\\nb")
    #expect(LinkedText(log).linked("nothing 0123, to link\n") == "nothing 0123, to link\n")
  }

  @Test func onlyATerminalGetsLinks() throws {
    #expect(!(try CommandRun.bisectty(["show", sample]).text.contains("\u{1b}")))
    for (type, isLinked) in [("xterm-256color", true), ("dumb", false)] {
      let terminal = try PseudoTerminal(
        [BuiltProducts.program("bisectty"), "show", sample], environment: ["TERM": type],
        size: ScreenSize(rows: 40, columns: 120))
      #expect(terminal.waitForEnd() == .exited(0))
      let written = String(decoding: terminal.written, as: UTF8.self)
      #expect(written.contains("\u{1b}]8;;https://git.kernel.org/") == isLinked, "\(type)")
    }
  }
}
