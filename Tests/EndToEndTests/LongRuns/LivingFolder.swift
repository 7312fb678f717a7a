import Foundation
import TestSupport

/// A folder of logs, mails and a fetched case, in which files change while programs show them.
struct LivingFolder {
  /// What holds it all; a program works in its folder `work`, and finds its `curl` in `programs`.
  let folder: TemporaryFolder
  /// What is opened.
  var path: String { folder.path + "/logs" }
  /// Where a program works, and writes what it exports.
  var workingFolder: String { folder.path + "/work" }
  /// Where programs are looked for.
  var searchPath: String { folder.path + "/programs:/usr/bin:/bin" }

  /// Some files and what is in them when nothing has changed them.
  private var texts: [(path: String, text: Data)] = []

  /// Copies a folder of logs, and adds mails and a case with links to a server.
  init(of logs: String, server: LoopbackServer) throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    try files.copyItem(atPath: logs, toPath: path)
    try files.createDirectory(atPath: workingFolder, withIntermediateDirectories: true)
    // Whatever a log links to, nothing leaves this machine.
    try folder.write(
      "programs/curl",
      "#!/bin/sh\ncase \"$*\" in *127.0.0.1*) exec /usr/bin/curl \"$@\";; esac\nexit 6\n")
    try files.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/programs/curl")
    try addMails(server: server)
    if Dashboard.hasCurl {
      _ = try CommandRun.bisectty([
        "fetch", "--into", path + "/bugs", "--allow-host", server.host,
        "\(server.address)/bug?extid=\(Dashboard.bugID)",
      ])
    }
    for file in try Self.files(in: path).prefix(40) {
      texts.append((file, try Data(contentsOf: URL(fileURLWithPath: file))))
    }
  }

  private func addMails(server: LoopbackServer) throws {
    let claim = Dashboard.mail(linkingTo: server.address)
    try folder.write("logs/mails/claim.eml", claim)
    let sample = try String(
      contentsOfFile: "Resources/samples/culprit-wrong-foreign-crash.txt", encoding: .utf8)
    var mailbox = ""
    for wrapping in LineWrapping.all {
      let head = "From: Ada <ada@example.org>\nSubject: a log in \(wrapping)\n\n"
      mailbox += "From ada Thu Jan  1 00:00:00 2026\n\(head)\(wrapping.wrapped(sample))\n"
    }
    try folder.write("logs/mails/thread.mbox", mailbox)
  }

  private static func files(in path: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.map { path + "/" + $0 }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Changes one file as editors, downloads and people do, or puts it back.
  func change(_ typing: inout RandomTyping) {
    let (file, text) = texts[typing.number(0...texts.count - 1)]
    let url = URL(fileURLWithPath: file)
    switch typing.number(0...6) {
    case 0: append("a line more\n", to: file)
    case 1: try? text.prefix(text.count / 2).write(to: url)
    case 2: unlink(file)
    case 3: rename(file, file + ".moved")
    case 4: try? text.write(to: url, options: .atomic)
    default:
      unlink(file + ".moved")
      try? text.write(to: url)
    }
  }

  private func append(_ line: String, to file: String) {
    guard let handle = FileHandle(forWritingAtPath: file) else { return }
    _ = try? handle.seekToEnd()
    try? handle.write(contentsOf: Data(line.utf8))
    try? handle.close()
  }
}
