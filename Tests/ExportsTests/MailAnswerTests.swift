import BisectionLog
import Cases
import Exports
import Reviews
import Testing

@Suite struct MailAnswerTests {
  /// The thread that a bisection's mail is in: report, claim, an answer of a person.
  private var thread: BugCase {
    let bot = "syzbot <syzbot+0123456789abcdef0123@syzkaller.appspotmail.com>"
    var bugCase = BugCase()
    bugCase.bug.title = "possible deadlock in sco_conn_del"
    bugCase.bug.replyTo = "syzbot+0123456789abcdef0123@syzkaller.appspotmail.com"
    var claim = BugCase.Claim(direction: .cause, kind: .culprit)
    claim.commits = ["e1021bcb1db7b7f7787562d801cb33170e2a315c"]
    claim.title = "bpf, x86: align the dispatcher's branch targets"
    bugCase.claim = claim
    bugCase.parts = [
      .init(kind: .bisectionLog, url: "https://syzkaller.appspot.com/x/bisect.txt?x=1")
    ]
    var report = BugCase.Mail(
      messageID: "1@google.com", subject: "[syzbot] [bluetooth?] possible deadlock in sco_conn_del",
      from: bot, line: 1)
    report.recipients = ["linux-bluetooth@vger.kernel.org"]
    var result = BugCase.Mail(
      messageID: "2@google.com", inReplyTo: "1@google.com",
      subject: "Re: [syzbot] [bluetooth?] possible deadlock in sco_conn_del", from: bot,
      date: "Wed, 17 Jun 2020 03:40:05 -0700", line: 90)
    result.references = ["1@google.com"]
    result.recipients = [
      "Jonas Ferreira <jonas@example.net>", "other <syzbot+ffff@syzkaller.appspotmail.com>",
    ]
    let answer = BugCase.Mail(
      messageID: "3@example.com", inReplyTo: "2@google.com", subject: "Re: whatever",
      from: "Ada Weber <ada.weber@example.com>", line: 120)
    bugCase.mails = [report, result, answer]
    return bugCase
  }

  private func answer(_ change: (inout AnalysedLog) -> Void = { _ in }) throws -> MailAnswer {
    var log = try Fixture.sample("culprit-wrong-foreign-crash")
    log.bugCase = thread
    change(&log)
    return log.mailAnswer
  }

  private func headers(_ answer: MailAnswer) -> String {
    answer.text.replacing("\n ", with: " ").split(separator: "\n\n")[0].description
  }

  @Test func goesToTheBugWithTheThreadInCopy() throws {
    let answer = try answer()
    #expect(answer.missingHeaders.isEmpty)
    #expect(
      headers(answer) == """
        To: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com
        Cc: linux-bluetooth@vger.kernel.org, jonas@example.net, ada.weber@example.com, \
        bpf@vger.kernel.org, x86@kernel.org, linux-kernel@vger.kernel.org, netdev@vger.kernel.org
        Subject: Re: [syzbot] [bluetooth?] possible deadlock in sco_conn_del
        In-Reply-To: <2@google.com>
        References: <1@google.com> <2@google.com>
        """)
  }

  @Test func quotesTheClaimAndFindsInTheFirstSentence() throws {
    let body = try answer().text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.isEmpty }.dropFirst()
    #expect(
      body.prefix(6).joined(separator: "\n") == """
        On Wed, 17 Jun 2020 03:40:05 -0700, syzbot wrote:
        > syzbot has bisected this issue to:
        > commit e1021bcb1db7 ("bpf, x86: align the dispatcher's branch targets")

        This bisection is probably wrong: at aced06b0d07d, it rests on one crash
        in ten runs.
        """)
    #expect(body.contains("Bisection log: https://syzkaller.appspot.com/x/bisect.txt?x=1"))
  }

  @Test func saysWhatItDoesNotKnow() throws {
    let answer = try answer { $0.bugCase = nil }
    #expect(answer.missingHeaders == ["To", "In-Reply-To"])
    #expect(!answer.text.contains("To:"))
  }

  @Test(arguments: [
    (Verdict.duplicate, "KASAN: use-after-free in foo", "#syz dup: KASAN: use-after-free in foo"),
    (.duplicate, "", "# #syz dup: TITLE OF THE OTHER BUG"),
    (.correct, "", "Fixes: e1021bcb1db7 (\"bpf, x86: align the dispatcher's branch targets\")"),
  ])
  func commandsFollowTheVerdict(_ verdict: Verdict, _ original: String, _ line: String) throws {
    let answer = try answer {
      $0.review = Review(
        verdict: verdict, duplicateOf: original.isEmpty ? nil : original, reviewer: "ann",
        at: "2026-01-01T00:00:00Z")
    }
    #expect(answer.text.split(separator: "\n").contains { $0 == line }, "\(answer.text)")
  }

  @Test func aWrongCulpritClosesNoBug() throws {
    let answer = try answer {
      $0.review = Review(
        verdict: .wrong, reason: .foreignCrash, reviewer: "ann", at: "2026-01-01T00:00:00Z")
    }
    #expect(!answer.text.contains("#syz"))
    #expect(answer.text.contains("this bisection is wrong, another bug's crash"))
  }

  @Test func aSubjectBeyondAsciiIsEncoded() throws {
    let answer = try answer {
      $0.bugCase?.mails[1].subject = "Re: Fehler in für\r\nBcc: x@y.example"
    }
    let subject = headers(answer).split(separator: "\n").first { $0.hasPrefix("Subject") }
    #expect(subject?.hasPrefix("Subject: =?UTF-8?B?") == true)
    #expect(!answer.text.contains("Bcc"))
  }

  @Test func identifiersAndAddressesCannotAddHeaders() throws {
    let answer = try answer {
      $0.bugCase?.mails[1].messageID = "2@google.com>\nBcc: x@y.example"
      $0.bugCase?.mails[1].references = ["1 2\n3"]
      $0.bugCase?.bug.replyTo = "a@b.example\nBcc: x@y.example"
    }
    #expect(!headers(answer).contains("Bcc"))
    #expect(answer.missingHeaders == ["In-Reply-To"])
  }
}
