import Foundation
import Glibc
import TestSupport
import Testing

/// Fetching with hostile mails, folders and surroundings.
@Suite(.enabled(if: Dashboard.hasCurl, "\(Dashboard.absence)")) struct HostileFetchTests {
  private let folder: TemporaryFolder
  private let server: LoopbackServer

  init() throws {
    folder = try TemporaryFolder()
    server = try LoopbackServer(Dashboard.answer)
  }

  private var target: String { folder.path + "/bugs" }
  private var bug: String { "\(target)/\(Dashboard.folder)" }

  private func fetch(
    mail: String? = nil, environment: [String: String] = [:]
  ) throws -> CommandRun {
    try CommandRun.bisectty(
      ["fetch", "--into", target, "--allow-host", server.host]
        + [mail == nil ? "\(server.address)/bug?extid=\(Dashboard.bugID)" : "-"],
      input: Array((mail ?? "").utf8),
      environment: ["XDG_CACHE_HOME": folder.path + "/cache"].merging(environment) { $1 })
  }

  /// A mail whose fields hold some links and nothing else.
  private func mail(_ links: [String]) -> String {
    "From: a@example.org\nSubject: [syzbot] a bug\n\n"
      + links.map { "bisection log:  \($0)\n" }.joined()
  }

  @Test(arguments: [
    ("https://user:word@syzkaller.appspot.com/x/bisect.txt?x=1", "holds a user name or password"),
    ("ftp://syzkaller.appspot.com/x/bisect.txt?x=1", "'ftp' is not asked for"),
    ("file:///etc/passwd", "'file' is not asked for"),
    ("https://elsewhere.example/x/bisect.txt?x=1", "elsewhere.example is not allowed"),
    ("http://127.0.0.1:1/x/bisect.txt?x=1", "127.0.0.1:1 is not allowed"),
    ("https://h/\u{1B}[2J", "holds characters that no link contains"),
  ])
  func linksThatAreNotAskedFor(_ link: String, _ reason: String) throws {
    let run = try fetch(mail: mail([link, "\(server.address)/x/bisect.txt?x=5"]))
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}"))
    #expect(server.requests.map(\.target) == ["/x/bisect.txt?x=5"])
  }

  @Test func tenThousandLinks() throws {
    let links = (0..<10_000).map { "\(server.address)/x/bisect.txt?x=\($0)" }
    let run = try fetch(mail: mail(links))
    #expect(run.status == 1)
    #expect(
      run.errors == "bisectty: -: names 10000 links of one bug, only 100 are asked for\n")
    #expect(server.requests.count == 100)
  }

  @Test func aFolderThatAnotherFetchWritesInto() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let lock = open(target, O_RDONLY | O_DIRECTORY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let run = try fetch()
    #expect(run.status == 74)
    let reason = "another fetch writes into it, wait for it or name another folder"
    #expect(run.errors == "bisectty: \(target): \(reason)\n")
    #expect(server.requests.isEmpty)
  }

  /// A limit on the size of files stands for a disk without room.
  @Test func noRoomForAFile() throws {
    let long = try LoopbackServer { _ in .page([UInt8](repeating: 0x61, count: 1 << 16)) }
    let run = try CommandRun.run(
      "/bin/sh",
      [
        "-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "sh", BuiltProducts.program("bisectty"),
        "fetch", "--into", target, "--allow-host", long.host, "\(long.address)/x/bisect.txt?x=1",
      ], environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
    #expect(run.status == 1)
    let reason = "the system allows no file of this size (ulimit -f), allow more and run it again"
    #expect(run.errors == "bisectty: \(target)/bisect-1/bisect.txt: \(reason)\n")
    #expect(FileManager.default.subpaths(atPath: target) == ["bisect-1", "bisect-1/case.json"])
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/cache/bisectty/fetched")
    #expect(kept.isEmpty)
  }

  @Test func aLinkInPlaceOfTheBugsFolder() throws {
    let outside = folder.path + "/outside"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: bug, withDestinationPath: outside)
    let run = try fetch()
    #expect(run.status == 1)
    #expect(run.errors == "bisectty: \(bug): is no folder, name another one\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
  }

  /// Files of the person's own, and links in place of files that an index names.
  @Test func filesThatAreThereAlready() throws {
    let own = try folder.write("bugs/\(Dashboard.folder)/bisect.txt", "mine")
    let other = try folder.write("other", "theirs")
    try FileManager.default.createSymbolicLink(
      atPath: "\(bug)/report.txt", withDestinationPath: other)
    #expect(try fetch().status == 0)
    #expect(try String(contentsOfFile: own, encoding: .utf8) == "mine")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "theirs")
    #expect(access("\(bug)/bisect-3.txt", F_OK) == 0)
    #expect(access("\(bug)/report-2.txt", F_OK) == 0)
  }

  /// An index from elsewhere whose names lead out of the folder.
  @Test func anIndexWithNamesThatLeadElsewhere() throws {
    let index = """
      {"schema": "bisectty.case/1", "bug": {"id": "\(Dashboard.bugID)"}, "parts": [
      {"kind": "bisectionLog", "url": "\(server.address)/x/bisect.txt?x=16", "file": "../../out.txt"},
      {"kind": "report", "url": "\(server.address)/text?tag=CrashReport&x=11", "file": ".profile"}]}
      """
    try folder.write("bugs/mine/case.json", index)
    #expect(try fetch().status == 0)
    #expect(access(folder.path + "/out.txt", F_OK) != 0)
    #expect(access("\(target)/mine/.profile", F_OK) != 0)
    #expect(access("\(target)/mine/bisect.txt", F_OK) == 0)
  }

  @Test func aCacheThatOthersMayWrite() throws {
    #expect(try fetch().status == 0)
    let before = server.requests.count
    for place in ["bisectty", "bisectty/fetched"] {
      let path = "\(folder.path)/cache/\(place)"
      #expect(chmod(path, 0o777) == 0)
      try FileManager.default.removeItem(atPath: target)
      let run = try fetch()
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("bisectty: \(path): another user may write to it, "))
      #expect(chmod(path, 0o700) == 0)
    }
    #expect(server.requests.count == 3 * before)
  }

  /// A file in the cache that was cut, or that belongs to another link, is not used.
  @Test func aDamagedCache() throws {
    #expect(try fetch().status == 0)
    let cache = folder.path + "/cache/bisectty/fetched"
    let names = try FileManager.default.contentsOfDirectory(atPath: cache)
    for name in names { #expect(truncate("\(cache)/\(name)", 90) == 0) }
    try FileManager.default.removeItem(atPath: target)
    #expect(try fetch().status == 0)
    #expect(server.requests.count == 18)
  }

  /// Neither the person's own settings of curl nor an option in its environment change the request.
  @Test func settingsOfCurlAreNotRead() throws {
    try folder.write("home/.curlrc", "user-agent = other\noutput = \(folder.path)/stolen\n")
    #expect(try fetch(environment: ["HOME": folder.path + "/home"]).status == 0)
    #expect(server.requests.allSatisfy { $0.fields["user-agent"] == "bisectty" })
    #expect(access(folder.path + "/stolen", F_OK) != 0)
  }

  @Test func curlIsMissing() throws {
    let run = try fetch(environment: ["PATH": folder.path])
    #expect(run.status == 74)
    let line = "bisectty: curl is not installed, install it (on Debian: apt install curl)\n"
    #expect(run.errors == line)
  }

  /// What is whole stays, and the next fetch gets the rest.
  @Test func anInterruptKeepsWhatIsWhole() throws {
    let slow = try LoopbackServer { request in
      request.target == "/x/repro.c?x=14" ? .silence : Dashboard.answer(request)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProducts.program("bisectty"))
    process.arguments = [
      "fetch", "--into", target, "--allow-host", slow.host,
      "\(slow.address)/bug?extid=\(Dashboard.bugID)",
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": folder.path + "/cache"]
      .merging(ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // All but the silent one.
    try waitUntil { (try? FileManager.default.contentsOfDirectory(atPath: bug).count) == 9 }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    let names = try FileManager.default.contentsOfDirectory(atPath: bug)
    #expect(names.count == 9 && !names.contains("repro.c"))
    #expect(names.allSatisfy { !$0.hasPrefix(".") })
  }

  private func waitUntil(_ condition: () -> Bool) throws {
    let end = Date() + 30
    while !condition() {
      try #require(Date() < end)
      sched_yield()
    }
  }

  @Test func aTerminalShowsHowFarItIs() throws {
    let terminal = try PseudoTerminal(
      [
        BuiltProducts.program("bisectty"), "fetch", "--into", target, "--allow-host", server.host,
        "\(server.address)/bug?extid=\(Dashboard.bugID)",
      ], environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
    #expect(terminal.waitForEnd() == .exited(0))
    let written = String(decoding: terminal.written, as: UTF8.self)
    #expect(written.contains("\r\u{1B}[Kfetching: 1 of "))
    #expect(written.hasSuffix("\r\u{1B}[K\(target): 1 bug, 9 files got (1 KiB)\r\n"))
  }
}
