import BisectionLog
import JSON
import Testing

@testable import Cases

/// What the mails of robots tell.
@Suite struct CaseReadingTests {
  private func text(
    _ subject: String, _ body: String, id: String = "1@h", from: String = "syzbot <syzbot@h>"
  ) -> MailedText {
    MailedText(
      mail: BugCase.Mail(messageID: id, subject: subject, from: from, line: 1),
      body: Array(body.utf8))
  }

  private func read(
    _ subject: String, _ body: String, from: String = "syzbot <syzbot@h>"
  ) throws -> BugCase {
    try #require(BugCase(reading: [text(subject, body, from: from)]))
  }

  private static let fields = """
    bisection log:  https://syzkaller.appspot.com/x/bisect.txt?x=11
    start commit:   aabbccddeeff Linux 5.8
    git tree:       upstream
    final oops:     https://syzkaller.appspot.com/x/report.txt?x=12
    console output: https://syzkaller.appspot.com/x/log.txt?x=13
    kernel config:  https://syzkaller.appspot.com/x/.config?x=14
    dashboard link: https://syzkaller.appspot.com/bug?extid=0123456789abcdef0123
    syz repro:      https://syzkaller.appspot.com/x/repro.syz?x=15
    C reproducer:   [OBSOLETE] https://syzkaller.appspot.com/x/repro.c?x=16

    Reported-by: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com
    """

  private static let commit = """
    commit 0123456789012345678901234567890123456789
    Author: Ada Weber <ada@example.org>
    Date:   Thu Jan 2 00:00:00 2020 +0000

        net: change a thing

    """

  @Test(arguments: [
    ("syzbot has bisected this issue to:", Direction.cause),
    ("syzbot has bisected this bug to:", .cause),
    ("syzbot suspects this issue was fixed by commit:", .fix),
  ])
  func oneCommit(_ sentence: String, _ direction: Direction) throws {
    let found = try read(
      "Re: [syzbot] [net?] KASAN: use-after-free Read in f",
      "\(sentence)\n\n\(Self.commit)\n\(Self.fields)\n")
    let claim = try #require(found.claim)
    #expect(claim.direction == direction && claim.kind == .culprit)
    #expect(claim.commits == ["0123456789012345678901234567890123456789"])
    #expect(claim.title == "net: change a thing")
    #expect(claim.author == "Ada Weber <ada@example.org>")
    #expect(found.bug.title == "KASAN: use-after-free Read in f")
    #expect(found.bug.id == "0123456789abcdef0123")
    #expect(found.bug.subsystems == ["net"])
    #expect(
      found.bug.replyTo == "syzbot+0123456789abcdef0123@syzkaller.appspotmail.com")
    let kinds = found.parts.map(\.kind)
    #expect(
      kinds == [
        .bisectionLog, .finalReport, .console, .config, .syzReproducer, .cReproducer,
      ])
    #expect(found.parts.last?.url == "https://syzkaller.appspot.com/x/repro.c?x=16")
  }

  @Test func severalCommits() throws {
    let found = try read(
      "Re: [syzbot] a bug",
      """
      Bisection is inconclusive: the first bad commit could be any of:

      0123456789ab net: one
      ba9876543210 net: two

      \(Self.fields)

      """)
    #expect(found.claim?.kind == .inconclusive)
    #expect(found.claim?.commits == ["0123456789ab", "ba9876543210"])
  }

  @Test func anOldBug() throws {
    let found = try read(
      "Re: a bug",
      "Bisection is inconclusive: the issue happens on the oldest tested release.\n\n\(Self.fields)\n"
    )
    #expect(found.claim?.kind == .oldestRelease)
  }

  @Test func aBotOfKernelCI() throws {
    let found = try read(
      "next/master bisection: baseline.login on a board",
      """
      Summary:
        Start:      0123456789ab Add linux-next
        Plain log:  https://storage.kernelci.org/log.txt
        Result:     ba9876543210 net: break it

      Checks:
        revert:     PASS
        verify:     FAIL

      Parameters:
        Tree:       next

      """, from: "KernelCI bot <bot@kernelci.org>")
    #expect(found.claim?.commits == ["ba9876543210"])
    #expect(found.claim?.title == "net: break it")
    #expect(
      found.checks == [.init(name: "revert", passed: true), .init(name: "verify", passed: false)])
  }

  @Test func aZeroDayBot() throws {
    let found = try read(
      "[net] ba98765432: BUG:kernel_hang",
      "Greeting,\n\ncommit: ba9876543210ba9876543210ba9876543210ba98 (\"net: break it\")\nurl: x\n",
      from: "kernel test robot <lkp@intel.com>")
    #expect(found.claim?.commits == ["ba9876543210ba9876543210ba9876543210ba98"])
    #expect(found.claim?.title == "net: break it")
  }

  @Test func anOrdinaryMailClaimsNothing() throws {
    let found = BugCase(reading: [text("[PATCH] net: a thing", "Hello,\n\nsee below.\n")])
    #expect(found?.claim == nil)
    #expect(found?.parts.isEmpty ?? true)
  }

  @Test func mailsOfTwoBugsAreTwoThreads() {
    let other = Self.fields.replacing("0123456789abcdef0123", with: "ffff456789abcdef0123")
    let mails = [
      text("a", Self.fields, id: "1@h"), text("b", other, id: "2@h"),
      text("Re: a", Self.fields, id: "3@h"),
    ]
    #expect(BugCase.threads(of: mails) == [[0, 2], [1]])
  }

  /// An index that names files outside its folder, and one of another kind.
  @Test func anIndexIsReadBack() throws {
    var index = CaseIndex()
    index.bug.title = "a \u{1B} bug"
    index.bug.id = "0123"
    index.parts = [
      .init(kind: .part(.report), url: "https://h/x", file: "report.txt", bytes: 3),
      .init(kind: .bugData, url: nil, file: "bug.json"),
    ]
    #expect(CaseIndex(reading: index.json.text()) == index)
    #expect(CaseIndex(reading: Array("{}".utf8)) == nil)
    #expect(CaseIndex(reading: Array("{\"schema\": \"bisectty.case/2\", \"bug\": {}}".utf8)) == nil)
    for name in [
      "../x", "/x", ".x", "-x", "", "a b", "a\nb", "a/b", String(repeating: "a", count: 121),
    ] {
      #expect(!CaseIndex.isSafe(fileName: name), "\(name)")
    }
  }
}
