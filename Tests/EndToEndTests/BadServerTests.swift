import Foundation
import Glibc
import TestSupport
import Testing

/// Fetching from servers that behave badly: one clear line, nothing half written.
@Suite(.enabled(if: Dashboard.hasCurl, "\(Dashboard.absence)")) struct BadServerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var target: String { folder.path + "/bugs" }

  private func fetch(
    _ server: LoopbackServer, _ target: String, options: [String] = []
  ) throws -> CommandRun {
    try CommandRun.bisectty(
      ["fetch", "--into", self.target, "--allow-host", server.host] + options
        + [server.address + target],
      environment: ["XDG_CACHE_HOME": folder.path + "/cache"])
  }

  /// What a bad answer to a single link leaves: a line, and no file.
  private func expect(
    _ reply: LoopbackServer.Reply, _ message: String, options: [String] = [], requests: Int = 1,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let server = try LoopbackServer { _ in reply }
    let link = "/x/bisect.txt?x=1"
    let run = try fetch(server, link, options: options)
    #expect(run.status == 1, sourceLocation: location)
    let line = "bisectty: \(server.address)\(link): \(message)\n"
    #expect(run.errors == line, sourceLocation: location)
    #expect(server.requests.count == requests, sourceLocation: location)
    let left = FileManager.default.subpaths(atPath: target) ?? []
    #expect(left.isEmpty, sourceLocation: location)
    let kept = FileManager.default.subpaths(atPath: folder.path + "/cache/bisectty/fetched") ?? []
    #expect(kept.isEmpty, sourceLocation: location)
  }

  @Test func aServerThatHangs() throws {
    try expect(
      .silence, "sent nothing for too long (1 s), try again later", options: ["--timeout", "1"])
  }

  @Test func aServerThatSendsTooMuch() throws {
    let message = "is larger than 1 MiB, allow more with --max-size"
    try expect(.endless, message, options: ["--max-size", "1"])
    let long = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
    try expect(.page(long), message, options: ["--max-size", "1"])
  }

  /// A small body that unpacks to a large one.
  @Test func anAnswerThatUnpacksToTooMuch() throws {
    let zeros = try folder.write("zeros", [UInt8](repeating: 0x61, count: 8 << 20))
    let packed = try CommandRun.run("/bin/gzip", ["-c", zeros]).output
    try expect(
      .page(packed, fields: ["Content-Encoding": "gzip"]),
      "is larger than 1 MiB, allow more with --max-size", options: ["--max-size", "1"])
  }

  @Test func anAnswerThatEndsMidway() throws {
    let message = "the answer ended midway, try again"
    try expect(.raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc".utf8)), message)
    let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    try expect(.raw(Array(chunk.utf8)), message)
    try expect(.raw([]), message)
  }

  @Test func aServerOfAnotherProtocol() throws {
    try expect(
      .raw(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)),
      "the server does not speak HTTP, check the link")
  }

  @Test(arguments: [
    ("https://elsewhere.example/x", "elsewhere.example is not allowed, "),
    ("//elsewhere.example/x", "is not encrypted, use https"),
    ("file:///etc/passwd", "'file' is not asked for, only https is"),
    ("http://elsewhere.example/", "is not encrypted, use https"),
    ("https://user:word@syzkaller.appspot.com/", "holds a user name or password, remove it"),
    ("/\u{1B}]0;title\u{7}", "holds characters that no link contains, "),
  ])
  func aRedirectToWhatIsNotAllowed(_ place: String, _ reason: String) throws {
    let server = try LoopbackServer { _ in
      .page([], status: 302, fields: ["Location": place])
    }
    let run = try fetch(server, "/x/bisect.txt?x=1")
    #expect(run.status == 1)
    let start = "bisectty: \(server.address)/x/bisect.txt?x=1: leads to "
    #expect(run.errors.hasPrefix(start) && run.errors.contains(reason), "\(run.errors)")
    #expect(run.errors.utf8.allSatisfy { $0 != 0x1B && $0 != 7 })
    #expect(server.requests.count == 1)
  }

  @Test func redirects() throws {
    try expect(
      .page([], status: 301, fields: ["Location": "/again"]),
      "leads in circles, open it in a browser", requests: 6)
    let server = try LoopbackServer { request in
      request.target == "/moved"
        ? .text("the log\n") : .page([], status: 302, fields: ["Location": "/moved"])
    }
    #expect(try fetch(server, "/x/bisect.txt?x=1").status == 0)
  }

  @Test(arguments: [
    (404, "is not there (404), check the link"),
    (403, "the server refuses it (403), open it in a browser"),
    (429, "the server asks for a pause (429), run it again later"),
    (503, "the server answers with status 503, try again later"),
    (304, "the server answers with status 304, try again later"),
  ])
  func aServerThatRefuses(_ status: Int, _ message: String) throws {
    try expect(.page(Array("no\n".utf8), status: status), message)
  }

  @Test func aPortThatNothingListensOn() throws {
    let run = try CommandRun.bisectty(
      [
        "fetch", "--into", target, "--allow-host", "127.0.0.1:1",
        "http://127.0.0.1:1/x/log.txt?x=1",
      ], environment: ["HOME": folder.path])
    #expect(run.status == 1)
    #expect(run.errors.hasSuffix("takes no connection, check the network or try again later\n"))
  }

  /// Pages that are none: what is right beside them is still fetched.
  @Test func pagesThatAreNone() throws {
    let server = try LoopbackServer { request in
      request.target.contains("json=1") ? .text("[[[[\"") : Dashboard.answer(request)
    }
    let run = try fetch(server, "/bug?extid=\(Dashboard.bugID)")
    #expect(run.status == 1)
    let page = "\(server.address)/bug?extid=\(Dashboard.bugID)&json=1"
    #expect(run.errors == "bisectty: \(page): is no JSON of a bug, open it in a browser\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(target)/\(Dashboard.bugID)")
    #expect(names.contains("bisect-2.txt"))
    let list = try fetch(server, "/upstream")
    #expect(list.status == 1)
    #expect(list.errors.contains("lists no bugs as JSON, "))
  }

  /// A host that cannot prove who it is, from a server that openssl plays.
  @Test(.enabled(if: access("/usr/bin/openssl", X_OK) == 0, "openssl is not installed"))
  func aWrongCertificate() throws {
    let key = folder.path + "/key.pem"
    let made = try CommandRun.run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", key + ".crt",
        "-subj", "/CN=syzkaller.appspot.com", "-days", "1",
      ])
    #expect(made.status == 0)
    let server = Process()
    let pipe = Pipe()
    server.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    server.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", key + ".crt", "-www",
      "-naccept", "1",
    ]
    server.standardOutput = pipe
    server.standardError = FileHandle.nullDevice
    try server.run()
    // A mask of signals that it inherits may keep SIGTERM from it.
    defer { kill(server.processIdentifier, SIGKILL) }
    var text = ""
    while !text.contains("ACCEPT"), let piece = try pipe.fileHandleForReading.read(upToCount: 1) {
      text += String(decoding: piece, as: UTF8.self)
      if text.hasSuffix("ACCEPT") {
        while let piece = try pipe.fileHandleForReading.read(upToCount: 1), piece != Data([10]) {
          text += String(decoding: piece, as: UTF8.self)
        }
      }
    }
    let host = try #require(text.split(separator: " ").last.map(String.init))
    let run = try CommandRun.bisectty(
      ["fetch", "--into", target, "--allow-host", host, "https://\(host)/x/bisect.txt?x=1"],
      environment: ["HOME": folder.path])
    #expect(run.status == 1)
    let reason = "the host cannot prove who it is (certificate), nothing was read"
    #expect(run.errors == "bisectty: https://\(host)/x/bisect.txt?x=1: \(reason)\n")
  }
}
