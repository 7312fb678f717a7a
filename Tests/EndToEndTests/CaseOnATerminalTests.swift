import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// The case of a bug in the real program, on a real terminal, with a server in place of the dashboard.
@Suite(.enabled(if: Dashboard.hasCurl, "\(Dashboard.absence)")) struct CaseOnATerminalTests {
  private let server: LoopbackServer
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let log = try Data(contentsOf: URL(fileURLWithPath: "Resources/samples/culprit-right.txt"))
    server = try LoopbackServer { request in
      request.target.hasPrefix("/x/bisect.txt") ? .page(Array(log)) : Dashboard.answer(request)
    }
  }

  private var link: String { "\(server.address)/bug?extid=\(Dashboard.bugID)" }

  /// A link is fetched, and its log opened.
  @Test func opensALink() throws {
    let workbench = try WorkbenchOnATerminal.opened(["--allow-host", server.host, link])
    let terminal = workbench.terminal
    #expect(terminal.waitFor(Self.showsLog))
    terminal.send("C")
    #expect(terminal.waitFor { $0.lines.contains { $0.contains("● C reproducer") } })
    #expect(server.requests.count == 9)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// A link that may not be asked opens nothing and asks nobody.
  @Test func opensNoLinkOfAHostThatIsNotAllowed() throws {
    let workbench = try WorkbenchOnATerminal([link])
    #expect(workbench.terminal.waitForEnd() == .exited(66))
    #expect(server.requests.isEmpty)
    let text = String(decoding: workbench.terminal.written, as: UTF8.self)
    #expect(text.contains("\(server.host) is not allowed, add --allow-host \(server.host)"))
  }

  /// A log is on the screen, and not only the frame: keys for its case do nothing before.
  private static func showsLog(_ screen: TerminalEmulator) -> Bool {
    screen.text.contains("2 Timeline ── cause")
  }

  /// "Always" holds the next time, too; `fetch = "never"` goes before it.
  @Test func remembersHostsThatAreAlwaysAsked() throws {
    let target = folder.path + "/bugs"
    let log = "\(server.address)/x/bisect.txt?x=5"
    let fetched = try CommandRun.bisectty(
      ["fetch", "--into", target, "--allow-host", server.host, log])
    #expect(fetched.status == 0)
    let index = """
      {"schema": "bisectty.case/1", "bug": {"title": "a bug"}, "parts": [
      {"kind": "cReproducer", "url": "\(server.address)/x/repro.c?x=14", "file": "repro.c"},
      {"kind": "syzReproducer", "url": "\(server.address)/x/repro.syz?x=13", "file": "repro.syz"}]}
      """
    try folder.write("bugs/bisect-5/case.json", index)
    let home = WorkbenchOnATerminal.environment(home: folder.path)
    for (keys, answer) in [("C\r", "a"), ("Cj\r", "")] {
      let terminal = try PseudoTerminal(
        [BuiltProducts.program("bisectty"), "\(target)/bisect-5/bisect.txt"], environment: home,
        size: ScreenSize(rows: 40, columns: 120))
      #expect(terminal.waitFor(Self.showsLog))
      terminal.send(keys + answer)
      #expect(terminal.waitFor { $0.line(39).contains("Got 1 file") })
      terminal.send("q")
      #expect(terminal.waitForEnd() == .exited(0))
    }
    #expect(server.requests.count == 3)
    try folder.write("config/bisectty/config.toml", "[options]\nfetch = \"never\"\n")
    try folder.write("bugs/bisect-5/case.json", index)
    let terminal = try PseudoTerminal(
      [BuiltProducts.program("bisectty"), "\(target)/bisect-5/bisect.txt"], environment: home,
      size: ScreenSize(rows: 40, columns: 120))
    #expect(terminal.waitFor(Self.showsLog))
    terminal.send("C\r")
    #expect(terminal.waitFor { $0.line(39).contains("Fetching is switched off") })
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(server.requests.count == 3)
  }

  /// Nothing is asked until the person agrees; then one part comes, and nothing else.
  @Test func getsOnePart() throws {
    let target = folder.path + "/bugs"
    let fetched = try CommandRun.bisectty(
      ["fetch", "--into", target, "--allow-host", server.host, link])
    #expect(fetched.status == 0)
    let bug = "\(target)/\(Dashboard.folder)"
    #expect(unlink("\(bug)/repro.c") == 0)
    let index = try String(contentsOfFile: "\(bug)/case.json", encoding: .utf8)
    let place = try #require(index.range(of: "\"repro.c\",\n      \"bytes\": "))
    let cut =
      index[..<place.upperBound] + "null" + index[place.upperBound...].drop(while: \.isNumber)
    try folder.write("bugs/\(Dashboard.folder)/case.json", String(cut))
    let before = server.requests.count

    let workbench = try WorkbenchOnATerminal.opened(["\(bug)/bisect.txt"])
    let terminal = workbench.terminal
    #expect(terminal.waitFor(Self.showsLog))
    terminal.send("C")
    #expect(terminal.waitFor { $0.lines.contains { $0.contains("○ C reproducer") } })
    terminal.send("jjjjjj")
    #expect(terminal.waitFor { $0.lines.contains { $0.contains("▌ ○ C reproducer") } })
    terminal.send("\r")
    #expect(
      terminal.waitFor { $0.lines.contains { $0.contains("Get 1 file from \(server.host)") } })
    #expect(server.requests.count == before)
    terminal.send("y")
    #expect(terminal.waitFor { $0.lines.contains { $0.contains("● C reproducer") } })
    #expect(server.requests.dropFirst(before).map(\.target) == ["/x/repro.c?x=14"])
    #expect(access("\(bug)/repro.c", F_OK) == 0)
    terminal.send("\r")
    #expect(terminal.waitFor { $0.lines.contains { $0.contains("text of /x/repro.c?x=14") } })
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}

extension TerminalEmulator {
  /// The rows of the screen.
  fileprivate var lines: [String] { (0..<40).map { line($0) } }
}
