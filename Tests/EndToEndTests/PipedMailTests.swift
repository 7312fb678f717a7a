import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// From a mail that a mail program pipes in to an answer that is ready to be sent.
@Suite struct PipedMailTests {
  private let thread = "Resources/mails/possible-deadlock-in-sco_conn_del.mbox"

  @Test func aPipedThreadBecomesAnAnswer() throws {
    let folder = try TemporaryFolder()
    let editor = try folder.write(
      "editor", "#!/bin/sh\nfor file; do :; done\ncp \"$file\" \"$HOME/edited\"\n")
    #expect(chmod(editor, 0o755) == 0)
    let here = FileManager.default.currentDirectoryPath
    let home = WorkbenchOnATerminal.environment(home: folder.path)
    let script = "cd \"$HOME\" && exec \"$0\" -"
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", script, BuiltProducts.program("bisectty")],
      environment: home.merging(["EDITOR": editor, "VISUAL": editor]) { $1 },
      size: ScreenSize(rows: 40, columns: 120), standardInput: "\(here)/\(thread)")
    // The log is in the last mail, the original report in the first.
    #expect(terminal.waitFor { $0.text.contains("5 Stack ── original report") })
    terminal.send("C")
    #expect(
      terminal.waitFor { $0.text.contains("Ada Weber") && $0.text.contains("○ kernel config") })
    terminal.send("V")
    #expect(terminal.waitFor { $0.text.contains("5 Stack ── last report, B, another bug") })
    terminal.send("wf")
    #expect(terminal.waitFor { $0.text.contains("wrong") })
    terminal.send("Xm")
    #expect(terminal.waitFor { $0.line(39).contains("Wrote bisectty-") })
    let draft = try String(contentsOfFile: folder.path + "/edited", encoding: .utf8)
    #expect(draft.contains("\nSubject: Re: ") || draft.hasPrefix("Subject: Re: "))
    #expect(draft.contains("To: syzbot+5b0c1f0e7a3d42c91d7e@syzkaller.appspotmail.com\n"))
    #expect(draft.contains("In-Reply-To: <"))
    #expect(draft.contains("References: "))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// Each log of a mailbox has a row of its own.
  @Test func aMailboxOfTwoLogsHasTwoRows() throws {
    let folder = try TemporaryFolder()
    let mails = try ["timeout", "not-reproduced"].enumerated().map { number, name in
      let log = try String(contentsOfFile: "Resources/samples/\(name).txt", encoding: .utf8)
      return """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: Ada <ada@example.org>
        Subject: log \(number)
        Message-ID: <\(number)@example.org>

        \(log)

        """
    }
    let path = try folder.write("two.mbox", mails.joined(separator: "\n"))
    let workbench = try WorkbenchOnATerminal.opened([path])
    #expect(workbench.terminal.waitFor { $0.line(0).contains("2 logs") })
    workbench.terminal.send("J")
    #expect(workbench.terminal.waitFor { $0.line(0).contains("2 of 2") })
    workbench.terminal.send("q")
    #expect(workbench.terminal.waitForEnd() == .exited(0))
    let listed = try CommandRun.bisectty(["list", "--json", path])
    #expect(listed.status == 0 && listed.lines.count == 2)
  }
}
