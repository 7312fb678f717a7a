import Glibc

/// A dashboard with one bug, as syzkaller's would answer, for tests.
package enum Dashboard {
  /// The bug's identifier in mails.
  package static let bugID = "0123456789abcdef0123"
  /// The name that the bug's folder gets.
  package static let folder = "\(bugID)-KASAN-use-after-free-Read-in-free-ioctx-users"
  /// Whether the program that fetches is installed; tests that need it skip otherwise.
  package static let hasCurl = access("/usr/bin/curl", X_OK) == 0
  /// Why such a test was skipped.
  package static let absence = "curl is not installed (apt install curl)"

  /// What it answers; nil if it has no such page.
  package static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let path = request.target.prefix { $0 != "?" }
    switch path {
    case "/bug" where request.target.contains("json=1"):
      return page(bugData, unlessKnown: request)
    case "/bug": return .text(bugPage)
    case "/upstream": return .text(list)
    case "/x/bisect.txt": return .text("syzkaller's log \(request.target)\n")
    case _ where path.hasPrefix("/x/") || path == "/text":
      return .text("text of \(request.target)\n")
    default: return .page(Array("nothing here".utf8), status: 404)
    }
  }

  private static func page(
    _ text: String, unlessKnown request: LoopbackServer.Request
  ) -> LoopbackServer.Reply {
    if request.fields["if-none-match"] == "\"first\"" { return .page([], status: 304) }
    return .page(Array(text.utf8), fields: ["ETag": "\"first\""])
  }

  private static let bugData = """
    {"version": 1, "title": "KASAN: use-after-free Read in free/ioctx/users", "id": "fedcba98",
    "status": "open", "discussions": ["https://lore.kernel.org/all/1@example.org/T/"],
    "crashes": [
    {"title": "KASAN", "crash-report-link": "/text?tag=CrashReport&x=11", "kernel-config": "/x/.config?x=12"},
    {"title": "KASAN", "syz-reproducer": "/x/repro.syz?x=13", "c-reproducer": "/x/repro.c?x=14",
    "crash-report-link": "/text?tag=CrashReport&x=15"}]}
    """

  private static let bugPage = """
    <html><head><script>if (1 < 2) document.write('<a href="/x/error.txt?x=99">bisect log</a>')</script>
    </head><body><b>KASAN: use-after-free Read in free/ioctx/users</b><br>
    Reported-by: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com<br>
    Fix bisection: failed <A class="mono"
      HREF='/x/bisect.txt?x=16'>  <span>Bisect</span>
      log</a><br>
    <b>Cause bisection: introduced by</b> <span>(<a href="/x/bisect.txt?x=17&amp;y=2">bisect log</a>)</span>:
    Crash: <a href=/x/report.txt?x=18>KASAN: a &lt;b&gt;</a> (<a href="/x/log.txt?x=19">log</a>)<br>
    <table><caption>Crashes (2):</caption><tr><td><a href="/text?tag=CrashReport&x=11">report</a></td></tr>
    </table><a href="https://elsewhere.example/x/bisect.txt?x=20">log</a></body></html>
    """

  private static let list = """
    {"version": 1, "Bugs": [{"title": "a", "link": "/bug?extid=0123456789abcdef0123"}]}
    """

  /// A mail that tells of the bug's bisection, with links to a server.
  package static func mail(linkingTo server: String) -> String {
    """
    From: syzbot <syzbot+\(bugID)@syzkaller.appspotmail.com>
    To: linux-kernel@vger.kernel.org
    Subject: Re: [syzbot] [fs?] KASAN: use-after-free Read in free/ioctx/users
    Message-ID: <000000000000a@google.com>

    syzbot has bisected this issue to:

    commit 0123456789012345678901234567890123456789
    Author: A. Person <person@example.org>
    Date:   Mon Jan 1 00:00:00 2024 +0000

        fs: change what is read

    bisection log:  \(server)/x/bisect.txt?x=17
    start commit:   abcdef012345 Linux 6.7
    git tree:       upstream
    final oops:     \(server)/x/report.txt?x=18
    console output: \(server)/x/log.txt?x=19
    kernel config:  \(server)/x/.config?x=12
    dashboard link: \(server)/bug?extid=\(bugID)
    syz repro:      \(server)/x/repro.syz?x=13
    C reproducer:   \(server)/x/repro.c?x=14

    Reported-by: syzbot+\(bugID)@syzkaller.appspotmail.com
    Fixes: 012345678901 ("fs: change what is read")

    """
  }
}
