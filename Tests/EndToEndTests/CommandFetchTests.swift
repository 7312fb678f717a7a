import Foundation
import JSON
import TestSupport
import Testing

/// The command `fetch`, with the real curl and a server in place of the dashboard.
@Suite(.enabled(if: Dashboard.hasCurl, "\(Dashboard.absence)")) struct CommandFetchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var target: String { folder.path + "/bugs" }

  private func fetch(
    _ server: LoopbackServer, _ sources: [String], input: String = "", options: [String] = []
  ) throws -> CommandRun {
    try CommandRun.bisectty(
      ["fetch", "--into", target, "--allow-host", server.host] + options + ["--"] + sources,
      input: Array(input.utf8), environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
  }

  private func names(_ path: String = Dashboard.folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: target + "/" + path).sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(target)/\(Dashboard.folder)/\(name)", encoding: .utf8)
  }

  private static let wholeBug = [
    "bisect-2.txt", "bisect.txt", "bug.html", "bug.json", "case.json", "final-report.txt",
    "kernel.config", "report.txt", "repro.c", "repro.syz",
  ]

  @Test func getsABugByItsLink() throws {
    let server = try LoopbackServer(Dashboard.answer)
    let run = try fetch(server, ["\(server.address)/bug?extid=\(Dashboard.bugID)"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.text.hasPrefix("\(target): 1 bug, 9 files got ("))
    #expect(try names() == Self.wholeBug)
    #expect(try text("report.txt") == "text of /text?tag=CrashReport&x=11\n")
    #expect(try text("final-report.txt") == "text of /x/report.txt?x=18\n")
    #expect(try text("bisect.txt") == "syzkaller's log /x/bisect.txt?x=16\n")
    #expect(server.requests.count == 9)
    for request in server.requests {
      #expect(request.fields["cookie"] == nil && request.fields["authorization"] == nil)
      #expect(request.fields["referer"] == nil)
    }
  }

  @Test func writesAnIndex() throws {
    let server = try LoopbackServer(Dashboard.answer)
    _ = try fetch(server, ["\(server.address)/bug?extid=\(Dashboard.bugID)"])
    let index = try JSONValue(reading: Array(try text("case.json").utf8))
    #expect(index["schema"] == "bisectty.case/1")
    #expect(index["bug"]?["id"]?.string == Dashboard.bugID)
    #expect(index["bug"]?["title"] == "KASAN: use-after-free Read in free/ioctx/users")
    let address = "syzbot+\(Dashboard.bugID)@syzkaller.appspotmail.com"
    #expect(index["bug"]?["replyTo"]?.string == address)
    let parts = index["parts"]?.elements ?? []
    let report = try #require(parts.first { $0["kind"] == "report" })
    #expect(report["file"] == "report.txt")
    #expect(report["url"]?.string == "\(server.address)/text?tag=CrashReport&x=11")
    #expect(report["bytes"]?.integer == 35)
  }

  /// The folder of a bug stands for what is in it.
  @Test func theFolderIsRead() throws {
    let log = Array(try Data(contentsOf: URL(fileURLWithPath: "Resources/samples/timeout.txt")))
    let server = try LoopbackServer { request in
      request.target.hasPrefix("/x/bisect.txt") ? .page(log) : Dashboard.answer(request)
    }
    _ = try fetch(server, ["\(server.address)/bug?extid=\(Dashboard.bugID)"])
    let bug = "\(target)/\(Dashboard.folder)"
    for path in [bug, bug + "/"] {
      let shown = try CommandRun.bisectty(["show", "--json", path])
      #expect(shown.status == 0, "\(shown.errors)")
      let outcome = try JSONValue(reading: shown.output)["outcome"]?["kind"]
      #expect(outcome == "timeout")
    }
    let listed = try CommandRun.bisectty(["list", "--json", target])
    #expect(listed.status == 0, "\(listed.errors)")
    let paths = try listed.lines.map { try JSONValue(reading: Array($0.utf8))["path"]?.string }
    #expect(paths == ["\(bug)/bisect-2.txt", "\(bug)/bisect.txt"])
  }

  /// What never changes is not asked for again, what may change only if it has changed.
  @Test func asksOnlyForWhatMayHaveChanged() throws {
    let server = try LoopbackServer(Dashboard.answer)
    let link = "\(server.address)/bug?extid=\(Dashboard.bugID)"
    _ = try fetch(server, [link])
    let again = try fetch(server, [link])
    #expect(again.status == 0)
    #expect(again.text == "\(target): 1 bug, 0 files got (0 bytes), 9 at hand before\n")
    let later = server.requests.dropFirst(9)
    #expect(Set(later.map(\.target)) == Set(server.requests.prefix(2).map(\.target)))
    #expect(later.contains { $0.fields["if-none-match"] == "\"first\"" })
    // Another folder takes them from the cache.
    try FileManager.default.removeItem(atPath: target)
    _ = try fetch(server, [link])
    #expect(server.requests.count == 13)
    #expect(try names() == Self.wholeBug)
  }

  @Test func getsWhatAMailLinksTo() throws {
    let server = try LoopbackServer(Dashboard.answer)
    let mail = Dashboard.mail(linkingTo: server.address)
    let run = try fetch(server, ["-"], input: mail)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try text("console.txt") == "text of /x/log.txt?x=19\n")
    #expect(try text("bisect.txt") == "syzkaller's log /x/bisect.txt?x=17\n")
    let asked = server.requests.map(\.target)
    #expect(Set(asked).count == asked.count)
    #expect(asked.count == 10)
    // The mail lies beside what it links to, once.
    #expect(try text("mail.eml") == mail)
    _ = try fetch(server, ["-"], input: mail)
    #expect(try names().filter { $0.hasPrefix("mail") } == ["mail.eml"])
  }

  @Test func getsTheBugsOfAListAndSingleTexts() throws {
    let server = try LoopbackServer(Dashboard.answer)
    let run = try fetch(
      server, ["\(server.address)/upstream", "\(server.address)/x/bisect.txt?x=77"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(server.requests.map(\.target).contains("/upstream?json=1"))
    #expect(try names() == Self.wholeBug)
    #expect(try names("bisect-77") == ["bisect.txt", "case.json"])
  }

  @Test func getsAThread() throws {
    let thread = Dashboard.mail(linkingTo: "http://HOST")
    let place = "/all/000000000000a@google.com/t.mbox.gz"
    let server = try LoopbackServer { request in
      guard request.target == place else { return Dashboard.answer(request) }
      let mail = thread.replacingOccurrences(of: "HOST", with: request.fields["host"] ?? "")
      return .text("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + mail)
    }
    let run = try fetch(server, ["\(server.address)/all/000000000000a@google.com/T/#u"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(server.requests.first?.target == place)
    #expect(try text("thread.mbox.gz").contains("syzbot has bisected"))
    #expect(try names().contains("console.txt"))
  }

  /// Links to the real hosts, where there is no network: a proxy that takes no connection stands for that.
  @Test func saysWhatCannotBeReached() throws {
    let run = try CommandRun.bisectty(
      ["fetch", "--into", target, "-"],
      input: Array(Dashboard.mail(linkingTo: "https://syzkaller.appspot.com").utf8),
      environment: [
        "XDG_CACHE_HOME": folder.path + "/cache", "https_proxy": "http://127.0.0.1:1",
      ])
    #expect(run.status == 1)
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { $0.hasPrefix("bisectty: https://syzkaller.appspot.com/") })
    #expect(!FileManager.default.fileExists(atPath: "\(target)/\(Dashboard.folder)"))
  }
}
