import Foundation
import Testing

/// The example of the module's documentation is the code in `GettingStarted.swift`, and it works.
@Suite struct GettingStartedTests {
  private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func theDocumentationShowsThisCode() throws {
    let page = try text("Sources/BisectionLog/BisectionLog.docc/BisectionLog.md")
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```\n")[0]
    }
    #expect(blocks == [try text("Tests/BisectionLogTests/GettingStarted.swift")])
  }

  @Test func theExampleSaysWhatIsInALog() throws {
    let lines = summary(of: Array(try text("Resources/samples/culprit-right.txt").utf8))
    #expect(lines.first == "cause bisection of “KASAN: use-after-free Read in llcp_sock_getname”")
    #expect(lines.dropFirst().first == "line 3: 868d7b2f4b0d crashed")
    #expect(lines.last == "8337f08d02bc “nfc: llcp: release the device in bind's error path”")
    #expect(lines.count == 1 + 15 + 1)
    #expect(summary(of: [0xFF, 0x0A]) == ["unknown bisection of “no report”", "incomplete"])
  }
}
