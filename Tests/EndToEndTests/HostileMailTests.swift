import Glibc
import TestSupport
import Testing

/// Mails as they lie on disk, and mails that are made to do harm.
@Suite struct HostileMailTests {
  private static let log = """
    # bad: [c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3] Linux 5.2
    # good: [b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1] Linux 5.1
    git bisect start 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3' 'b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1'
    # good: [d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4] lamp: <dim> & "shine"
    git bisect good d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4
    # bad: [a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1] lamp: off
    git bisect bad a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
    # first bad commit: [a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1] lamp: off

    """

  private func mail(_ fields: String = "Content-Type: text/plain", _ body: String = log) -> String {
    """
    From: Ada <ada@example.org>
    Subject: a bisection
    Message-ID: <1@example.org>
    MIME-Version: 1.0
    \(fields)

    \(body)
    """
  }

  /// Every output of the program for one file: none of them may hold a control sign from it.
  private func outputs(_ path: String) throws -> [String] {
    try [
      ["show", path], ["show", path, "--json"], ["list", path], ["list", path, "--json"],
      ["list", path, "--csv"], ["export", path, "--format", "mail"],
      ["export", path, "--format", "markdown"], ["export", path, "--format", "html"],
    ].map { arguments in
      let run = try CommandRun.bisectty(arguments)
      // Lines of comma-separated values end as RFC 4180 says.
      return run.text.replacing("\r\n", "\n") + run.errors
    }
  }

  private func expectNoControls(_ text: String) {
    let controls = text.unicodeScalars.filter { scalar in
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
        || (0x7F...0x9F).contains(scalar.value)
    }
    #expect(controls.isEmpty, "\(text.prefix(400))")
  }

  @Test(arguments: [
    // An encoded word with an escape sequence, a bell and a line end in it.
    "Subject: =?utf-8?B?G1szMW0HG10wO3gHCg0KQmNjOiB4QGV4YW1wbGUub3Jn?=\nContent-Type: text/plain",
    "From: =?utf-8?Q?=1B=5B2J=9B2J?= <a@example.org>\nContent-Type: text/plain",
    "Message-ID: <\u{1B}]52;c;eA==\u{7}@x>\nContent-Type: text/plain",
  ])
  func whatHeadersHoldNeverReachesATerminal(fields: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.eml", mail(fields))
    for text in try outputs(path) { expectNoControls(text) }
  }

  /// Entities of a page are signs only once the page was read.
  @Test func entitiesMakeNoEscapeSequences() throws {
    let folder = try TemporaryFolder()
    let log = Self.log.split(separator: "\n").map { $0 + "&#27;[2J&#x9b;31m" }
    let page = "<html><body><pre>\(log.joined(separator: "\n"))</pre></body></html>"
    let path = try folder.write("a.html", page)
    for text in try outputs(path) { expectNoControls(text) }
    let mailed = try folder.write("b.eml", mail("Content-Type: text/html", page))
    for text in try outputs(mailed) { expectNoControls(text) }
  }

  /// The names of attachments lead nowhere.
  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "a\\nb", "..", "a\u{0}b", "-rf"])
  func attachmentsAreReadWhateverTheyAreCalled(name: String) throws {
    let folder = try TemporaryFolder()
    let body = """
      --b
      Content-Type: text/plain; name="\(name)"
      Content-Disposition: attachment; filename="\(name)"

      \(Self.log)
      --b--
      """
    let path = try folder.write("a.eml", mail("Content-Type: multipart/mixed; boundary=b", body))
    let run = try CommandRun.bisectty(["show", path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("a1a1a1a1a1a1 lamp: off"))
    #expect(try CommandRun.run("/bin/ls", ["-A", folder.path]).text == "a.eml\n")
  }

  /// The same steps, whether the log comes plain, in a page, in a mail, or packed.
  @Test func aPageSaysWhatThePlainLogSays() throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write("log.txt", Self.log)
    let shown = Self.log.replacing("&", "&amp;").replacing("<", "&lt;").replacing(">", "&gt;")
    let page = try folder.write(
      "log.html", "<!DOCTYPE html>\n<html><body><pre>\(shown)</pre></body></html>\n")
    let mail = try folder.write("log.eml", mail())
    _ = try CommandRun.run("/bin/sh", ["-c", "gzip -k \"$0\" && xz -k \"$0\"", mail])
    let steps = try timeline(plain)
    #expect(steps.count == 2)
    for path in [page, mail, mail + ".gz", mail + ".xz"] {
      #expect(try timeline(path) == steps, "\(path)")
    }
  }

  private func timeline(_ path: String) throws -> [String] {
    let text = try CommandRun.bisectty(["show", path]).text
    return text.split(separator: "\n").map(String.init).filter {
      $0.contains("d4d4d4d4d4d4 ") && $0.contains("passed")
        || $0.contains("a1a1a1a1a1a1 ") && $0.contains("crashed")
    }
  }

  /// A folder of mails as Maildir names them: new ones, and read ones with their flags after a
  /// colon.
  @Test func aMaildirIsAFolderOfMails() throws {
    let folder = try TemporaryFolder()
    for name in ["cur", "new", "tmp"] { try #require(mkdir(folder.path + "/" + name, 0o700) == 0) }
    try folder.write("cur/1592.M1P2.host:2,S", mail())
    try folder.write("new/1593.M1P2.host", mail())
    let run = try CommandRun.bisectty(["list", folder.path, "--json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.split(separator: "\n").count == 2)
  }

  @Test(arguments: ["zip", "tar"])
  func archivesAreRefusedWithWhatToDo(kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a." + kind
    try folder.write("log.txt", Self.log)
    let script =
      kind == "tar"
      ? "tar -C \"$1\" -cf \"$0\" log.txt"
      : "python3 -m zipfile -c \"$0\" \"$1/log.txt\""
    _ = try CommandRun.run("/bin/sh", ["-c", script, path, folder.path])
    let run = try CommandRun.bisectty(["show", path])
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("unpack"), "\(run.errors)")
  }

  @Test func aNumberThatNoLogHasSaysHowManyThereAre() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.eml", mail())
    let run = try CommandRun.bisectty(["show", path + "#9"])
    #expect(run.status == 65 || run.status == 66)
    #expect(run.errors.contains("holds 1 log or report only"), "\(run.errors)")
  }
}

extension String {
  /// With every occurrence of a text replaced.
  fileprivate func replacing(_ text: String, _ other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
