import TestSupport
import Testing

@testable import Inputs

/// Mails in the encodings they arrive in, and mails made to do harm.
@Suite struct MailReadingTests {
  private static let text = "bisection log:  https://h/x/bisect.txt?x=1=2\nkäse – ≥\nFrom here on\n"

  private static let quoted =
    "bisection log:  https://h/x/bisect.=\ntxt?x=3D1=3D2\nk=C3=A4se =E2=80=93 =E2=89=A5\nFrom here on\n"

  private static func mail(_ fields: String, _ body: String) -> [UInt8] {
    Array(
      """
      From: =?UTF-8?Q?J=C3=B6rg?= <joerg@example.org>
      To: "Weber, Ada" <ada@example.org>, list@example.org
      Subject: =?utf-8?B?UmU6IFtzeXpib3RdIGvDpHNl?=
       and more
      Message-ID: <1@example.org>
      References: <0@example.org>
       <00@example.org>
      MIME-Version: 1.0
      \(fields)

      \(body)
      """.utf8)
  }

  private func one(_ bytes: [UInt8]) throws -> ArrivedMail {
    #expect(ArrivedMail.isOne(bytes))
    let mails = try ArrivedMail.mails(in: bytes)
    #expect(mails.count == 1)
    return try #require(mails.first)
  }

  private func texts(_ mail: ArrivedMail) -> [String] {
    mail.texts.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func decodesHeaders() throws {
    let mail = try one(Self.mail("Content-Type: text/plain; charset=utf-8", "x\n"))
    #expect(mail.from.contains("Jörg"))
    #expect(mail.subject == "Re: [syzbot] käse and more")
    #expect(mail.recipients == ["\"Weber, Ada\" <ada@example.org>", "list@example.org"])
    #expect(mail.messageID == "1@example.org")
    #expect(mail.references == ["0@example.org", "00@example.org"])
  }

  @Test func readsThreeEncodings() throws {
    let base64 = try CommandRun.run("/usr/bin/base64", [], input: Array(Self.text.utf8)).text
    for (encoding, body) in [
      ("8bit", Self.text), ("quoted-printable", Self.quoted), ("base64", base64),
    ] {
      let fields =
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)"
      let found = texts(try one(Self.mail(fields, body)))
      #expect(found == [Self.text], "\(encoding)")
    }
  }

  @Test func readsAttachmentsAndForwardedMails() throws {
    let body = """
      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/plain

      hello
      --inner--
      --outer
      Content-Type: text/plain; name="bisect.txt"
      Content-Disposition: attachment; filename="../../etc/bis\u{1}ect.txt"

      the log
      --outer
      Content-Type: message/rfc822

      From: b@example.org
      Subject: forwarded

      inside
      --outer--

      """
    let mail = try one(Self.mail("Content-Type: multipart/mixed; boundary=outer", body))
    let found = texts(mail).map { $0.split(separator: "\n").joined() }
    #expect(found == ["hello", "the log", "inside"])
    let name = try #require(mail.texts[1].name)
    #expect(!name.contains("/") && name.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  @Test func unflowsFlowedText() throws {
    let fields = "Content-Type: text/plain; format=flowed"
    let found = texts(try one(Self.mail(fields, "one \ntwo\n> a \n> b\n")))
    #expect(found.first?.hasPrefix("one two\n> a b") == true)
  }

  @Test func takesMailboxesApart() throws {
    let first =
      "From a@b Thu Jan  1 00:00:00 1970\nFrom: a@b\nSubject: 1\n\n>From here\n>>From there\n\n"
    let second = "From c@d Thu Jan  1 00:00:00 1970\nFrom: c@d\nSubject: 2\n\nFrom within a line\n"
    let mails = try ArrivedMail.mails(in: Array((first + second).utf8))
    #expect(mails.map(\.subject) == ["1", "2"])
    #expect(mails.map(\.line) == [1, 8])
    #expect(texts(try #require(mails.first)).first?.hasPrefix("From here\n>From there\n") == true)
  }

  /// Nested deeper than anybody's mail: read as far as the limit, and no further.
  @Test func aMailNestedAThousandDeep() throws {
    var body = "bottom\n"
    for depth in (0..<1_000).reversed() {
      body =
        "--b\(depth)\nContent-Type: multipart/mixed; boundary=b\(depth + 1)\n\n\(body)\n--b\(depth)--\n"
    }
    let mail = try one(Self.mail("Content-Type: multipart/mixed; boundary=b0", body))
    #expect(mail.texts.count <= 1)
  }

  @Test func aMailOfManyParts() throws {
    let part = "--b\nContent-Type: text/plain\n\nx\n"
    let body = String(repeating: part, count: 5_000) + "--b--\n"
    let mail = try one(Self.mail("Content-Type: multipart/mixed; boundary=b", body))
    #expect((1...ArrivedMail.mostParts).contains(mail.texts.count))
  }

  @Test func aMailOfManyHeaders() throws {
    let fields = String(repeating: "X-A: b\n", count: 200_000) + "Content-Type: text/plain"
    #expect(texts(try one(Self.mail(fields, "x\n"))).first?.hasPrefix("x") == true)
  }

  @Test(arguments: [
    "Content-Type: multipart/mixed", "Content-Type: multipart/mixed; boundary=\"\"",
    "Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64",
    "Content-Type: text/plain; charset=\"\u{1}\"",
    "Content-Type: \(String(repeating: "x/", count: 9_000))",
    "Content-Type: message/rfc822", "Content-Type: text/html",
  ])
  func aMailWithABrokenHead(_ fields: String) throws {
    let mail = try one(Self.mail(fields, "--b\n--b--\n====\n\u{0}\u{1B}[2J<script>x\n"))
    #expect(mail.subject == "Re: [syzbot] käse and more")
  }

  @Test func textsThatAreNoMail() {
    for text in ["", "From ", "From: x", "a: b\nc: d\n\n", "bisecting cause commit\n"] {
      #expect(!ArrivedMail.isOne(Array(text.utf8)), "\(text)")
    }
  }

  @Test func readsUTF16AndRefusesArchives() throws {
    let folder = try TemporaryFolder()
    let units = Array("\u{FEFF}git bisect start\n".utf16)
    let little = try folder.write("a", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let big = try folder.write("b", units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    for path in [little, big] {
      #expect(try Input.read(InputPath(path)).bytes == Array("git bisect start\n".utf8))
    }
    let zip = try folder.write(
      "c.zip", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 600))
    #expect(throws: InputError(path: InputPath(zip), problem: .archive("zip"))) {
      try Input.read(InputPath(zip))
    }
  }

  @Test func aPageIsReadAsItIsShown() throws {
    let page =
      "<!DOCTYPE html><html><head><title>x</title></head><body><pre>a &lt;b&gt; &amp;amp;\nc</pre></body></html>"
    let shown = try #require(PageText.shown(by: Array(page.utf8)))
    let text = String(decoding: shown, as: UTF8.self)
    #expect(text.contains("a <b> &amp;\nc"))
  }
}
