import Cases
import Testing

@testable import Fetching

@Suite struct WebLinkTests {
  @Test func takesLinksApart() throws {
    let link = try WebLink("HTTPS://Syzkaller.Appspot.com:443/bug?extid=12#top")
    #expect(link.text == "https://syzkaller.appspot.com/bug?extid=12")
    #expect(link.path == "/bug")
    #expect(link.queryValue("extid") == "12")
    #expect(try WebLink("http://127.0.0.1:8080").text == "http://127.0.0.1:8080/")
    #expect(try WebLink("http://[::1]:80/a").text == "http://[::1]/a")
  }

  @Test(arguments: [
    ("https://user:word@syzkaller.appspot.com/x", LinkProblem.credentials),
    ("https://user@syzkaller.appspot.com/x", .credentials),
    ("ftp://syzkaller.appspot.com/x", .scheme("ftp")),
    ("file:///etc/passwd", .scheme("file")),
    ("http://syzkaller.appspot.com/x", .plainHTTP),
    ("http://127.0.0.1.example.org/x", .plainHTTP),
    ("http://127.1/x", .plainHTTP),
    ("http://127.0.0.01/x", .plainHTTP),
    ("http://localhost./x", .host),
    ("https://a/\u{1B}[2J", .character),
    ("https://a/x y", .character),
    ("https://a\\@b/", .character),
    ("https://bücher.example/", .character),
    ("https:///x", .host),
    ("https://a:0/", .host),
    ("https://a:99999/", .host),
    ("https://a:/", .host),
    ("https://-a/", .host),
    ("https://[::1/", .host),
    ("--output=/etc/passwd", .notALink),
    ("", .length),
  ])
  func refuses(_ text: String, _ problem: LinkProblem) {
    #expect(throws: problem) { try WebLink(text) }
  }

  @Test func refusesLongLinks() {
    #expect(throws: LinkProblem.length) {
      try WebLink("https://a/" + String(repeating: "a", count: 2_000))
    }
  }

  @Test(arguments: [
    ("/x/a?x=1", "https://h/x/a?x=1"), ("b", "https://h/p/b"), ("?c=1", "https://h/p/q?c=1"),
    ("//other/x", "https://other/x"), ("https://o/x", "https://o/x"),
    ("HTTPS://o/x", "https://o/x"),
  ])
  func resolves(_ reference: String, _ result: String) throws {
    #expect(try WebLink("https://h/p/q?r=1").resolving(reference).text == result)
  }

  @Test(arguments: ["javascript:alert(1)", "file:/etc/passwd", "file:///etc/passwd", "data:,x"])
  func resolvesNoOtherProtocol(_ reference: String) throws {
    let page = try WebLink("https://h/p")
    #expect(throws: LinkProblem.self) { try page.resolving(reference) }
  }

  @Test func allowsHostsWithTheirPorts() throws {
    var allowed = AllowedHosts.standard
    #expect(allowed.contains(try WebLink("https://lore.kernel.org/all/")))
    #expect(!allowed.contains(try WebLink("https://lore.kernel.org:8443/all/")))
    #expect(!allowed.contains(try WebLink("https://xlore.kernel.org/all/")))
    #expect(!allowed.contains(try WebLink("http://127.0.0.1/")))
    try allowed.allow("127.0.0.1:8080")
    #expect(allowed.contains(try WebLink("http://127.0.0.1:8080/")))
    #expect(!allowed.contains(try WebLink("http://127.0.0.1:8081/")))
    try allowed.allow("Example.ORG")
    #expect(allowed.contains(try WebLink("https://example.org/")))
  }

  @Test(arguments: [
    ("/bug?extid=12&x=1", "bug 12"), ("/bug?id=ab", "bug ab"), ("/bug?extid=../x", ""),
    ("/x/bisect.txt?x=1f", "bisectionLog"), ("/text?tag=CrashReport&x=1", "report"),
    ("/x/bisect.txt", ""), ("/upstream", "list"), ("/upstream/s/ext4", "list"),
    ("/all/1@example.org/", "/all/1@example.org/t.mbox.gz"),
    ("/lkml/1%40example.org/T/", "/lkml/1%40example.org/t.mbox.gz"),
    ("/r/1@example.org", "/all/1@example.org/t.mbox.gz"), ("/", ""),
  ])
  func tellsKinds(_ target: String, _ kind: String) throws {
    let link = try WebLink("https://syzkaller.appspot.com" + target)
    let found =
      switch LinkKind(link) {
      case .bug(let bug): "bug " + (bug.id ?? bug.dashboardID ?? "")
      case .part(let part): part.rawValue
      case .thread(let mailbox): mailbox.target
      case .list: "list"
      case nil: ""
      }
    #expect(found == kind)
  }
}
