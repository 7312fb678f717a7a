import Exports
import Reviews
import Testing

/// A log whose every free text attacks: none of it may become more than data.
@Suite struct HostileLogTests {
  private static let attacks = [
    "\u{1b}[2J\u{1b}]0;owned\u{7}", "<script>alert(1)</script><img src=x onerror=y>",
    "#syz invalid", "`code` | [link](http://x.example) **bold** ![i](j) @everyone #1",
    "git bisect bad master; rm -rf /", "a\u{202e}b\u{2066}c", "```", "&lt;\"'--><!--",
  ]

  private static func log(_ attack: String) -> String {
    let hash = String(repeating: "1", count: 40)
    let parent = String(repeating: "2", count: 40)
    return """
      \(attack) starts bisection 2024-05-21 17:20:03 +0000 UTC m=+1
      bisecting cause commit starting from \(hash)
      building syzkaller on \(hash)
      testing commit \(hash) gcc
      compiler: \(attack)
      all runs: crashed: \(attack)
      testing release v6.8
      testing commit \(parent) gcc
      all runs: OK
      # git bisect start \(hash) \(parent)
      Bisecting: 0 revisions left to test after this (roughly 0 steps)
      [\(hash)] \(attack)
      testing commit \(hash) gcc
      run #0: crashed: \(attack)
      run #1: OK
      # git bisect bad \(hash)
      \(hash) is the first bad commit
      commit \(hash)
      Author: \(attack) <a@b.example>
      Date:   Thu May 9 11:07:55 2024 +0200

          \(attack)
          \(attack)

       \(attack).c | 2 ++
       1 file changed, 2 insertions(+)

      revisions tested: 3, total time: 1s (build: 1s, test: 1s)
      first bad commit: \(hash) \(attack)
      recipients (to): ["\(attack)" "x@y.example\\nBcc: evil@z.example"]
      recipients (cc): []
      crash: \(attack)
      BUG: KASAN: use-after-free in \(attack)
      Call Trace:
       evil+0x1/0x2 \(attack).c:1
       \(attack)+0x1/0x2 fs/a.c:2
      """
  }

  private func export(_ attack: String, _ format: ExportFormat) -> String {
    let review = Review(
      verdict: .correct, reason: .other, note: attack, reviewer: attack, at: "2024-05-21T00:00:00Z")
    return Fixture.log(Self.log(attack), review: review).export(as: format)
  }

  @Test(arguments: attacks, ExportFormat.allCases)
  func nothingIsObeyed(_ attack: String, _ format: ExportFormat) {
    let text = export(attack, format)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 5)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar != "\u{202e}" && scalar != "\u{2066}")
    }
    #expect(!lines.contains { $0.hasPrefix("#syz") })
  }

  @Test(arguments: attacks)
  func theMailKeepsItsHeadersAndItsWidth(_ attack: String) {
    let lines = export(attack, .mail).split(separator: "\n", omittingEmptySubsequences: false)
    // A line for robots stays whole.
    #expect(lines.allSatisfy { $0.count <= 75 || $0.hasPrefix("Fixes: ") })
    let headers = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
    let known = ["Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
    #expect(headers.allSatisfy { known.contains(String($0.prefix { $0 != ":" })) })
    #expect(!lines.contains { $0.hasPrefix("From ") })
  }

  @Test(arguments: attacks)
  func thePageHasNoElementsOfTheLog(_ attack: String) {
    let page = export(attack, .html)
    let known: Set<String> = [
      "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "span", "code",
      "ul", "li", "table", "tr", "th", "td", "details", "summary", "pre",
    ]
    let elements = page.split(separator: "<").dropFirst().map { piece in
      String(piece.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" })
    }
    #expect(Set(elements).isSubset(of: known))
  }

  @Test(arguments: attacks)
  func theReplayHoldsOnlyKnownCommands(_ attack: String) {
    let lines = export(attack, .gitBisect).split(separator: "\n")
    let commands = lines.filter { !$0.hasPrefix("# ") }
    let (hash, parent) = (String(repeating: "1", count: 40), String(repeating: "2", count: 40))
    #expect(
      commands == [
        "git bisect start", "git bisect bad \(hash)", "git bisect good \(parent)",
      ])
  }

  @Test(arguments: attacks)
  func markdownShowsTheLogOnlyInCode(_ attack: String) {
    // Without what is between back-quotes, nothing of an attack is left.
    let bare = withoutCode(export(attack, .markdown))
    for sign in ["script", "http", "bold", "everyone", "rm -rf", "#syz", "-->"] {
      #expect(!bare.contains(sign), "\(bare)")
    }
  }

  /// A Markdown text without its code spans and blocks, by CommonMark's rule that a run of back-quotes
  /// ends at the next run of the same length.
  private func withoutCode(_ text: String) -> String {
    var bare = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "`") {
      bare += rest[..<open]
      let fence = rest[open...].prefix { $0 == "`" }
      rest = rest[fence.endIndex...]
      while let next = rest.firstIndex(of: "`") {
        let run = rest[next...].prefix { $0 == "`" }
        rest = rest[run.endIndex...]
        if run.count == fence.count { break }
      }
    }
    return bare + rest
  }
}
