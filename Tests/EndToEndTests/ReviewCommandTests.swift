import Foundation
import TestSupport
import Testing

/// Decisions of scripts, with the real program.
@Suite struct ReviewCommandTests {
  private let folder: TemporaryFolder
  private let samples = "Resources/samples"

  init() throws { folder = try TemporaryFolder() }

  private func run(
    _ arguments: [String], store: String = "store", input: String = ""
  ) throws -> CommandRun {
    try CommandRun.bisectty(
      arguments, input: Array(input.utf8),
      environment: ["BISECTTY_STORE": "\(folder.path)/\(store)", "BISECTTY_REVIEWER": "ann"])
  }

  @Test func severalPathsAreOneStrokeAndEachIsAcknowledged() throws {
    let paths = ["timeout.txt", "fix-found.txt"].map { "\(samples)/\($0)" }
    let kept = try run(["review"] + paths + ["--verdict", "wrong", "--reason", "other"])
    #expect(kept.status == 0)
    #expect(kept.lines == paths.map { "\($0): wrong (other), kept" })
    let events = try run(["reviews", "export"]).lines
    #expect(events.count == 2)
    let strokes = events.map { $0.split(separator: "\"stroke\":\"").last?.prefix(16) }
    #expect(Set(strokes).count == 1)
  }

  @Test func aNoteStaysUntilThereIsAnother() throws {
    let log = "\(samples)/timeout.txt"
    _ = try run(["review", log, "--verdict", "retest", "--note", "flaky"])
    _ = try run(["review", log, "--verdict", "correct"])
    #expect(try run(["reviews", "list"]).text.contains("correct by ann: flaky\n"))
    _ = try run(["review", log, "--verdict", "correct", "--note", ""])
    #expect(try run(["reviews", "list"]).text.contains("correct by ann\n"))
  }

  @Test(arguments: [
    (["review", "x", "--verdict", "correct", "--reason", "other"], 64),
    (["review", "--verdict", "correct"], 64), (["review", "x", "--verdict", "good"], 64),
    (["review", "README.md", "--verdict", "correct"], 65),
    (["review", "/absent", "--verdict", "correct"], 66),
    (["review", "/absent", "Resources/samples/timeout.txt", "--verdict", "correct"], 1),
    (["review", "x", "--verdict", "correct", "--store", "/proc/x/y"], 74),
  ])
  func endsWithTheStatusOfItsKind(_ arguments: [String], _ status: Int) throws {
    let ended = try run(arguments)
    #expect(ended.status == Int32(status))
    #expect(ended.errors.hasPrefix("bisectty: "))
    #expect(ended.errors.split(separator: "\n").count == 1)
  }

  @Test func conflictsStandSideBySide() throws {
    let log = "\(samples)/timeout.txt"
    _ = try run(["review", log, "--verdict", "correct"])
    _ = try run(["review", log, "--verdict", "plausible", "--reviewer", "bob"])
    let list = try run(["reviews", "list", samples])
    #expect(list.text.contains("conflict: plausible by bob | correct by ann\n"))
    #expect(list.lines.last == "1 of 13 logs reviewed: 1 plausible; 1 conflict")
    #expect(try run(["reviews", "list", "--verdict", "retest"]).lines.count == 1)
    #expect(try run(["reviews", "list", "--reviewer", "bob"]).lines.count == 2)
    #expect(try run(["reviews", "list", "--since", "9999-01-01"]).lines.count == 1)
  }

  @Test func importingTwiceInAnyOrderGivesTheSame() throws {
    for (name, verdict) in [("timeout.txt", "correct"), ("fix-found.txt", "retest")] {
      let store = "from-\(verdict)"
      _ = try run(["review", "\(samples)/\(name)", "--verdict", verdict], store: store)
      _ = try run(["reviews", "export", "\(folder.path)/\(verdict).jsonl"], store: store)
    }
    let files = ["correct", "retest"].map { "\(folder.path)/\($0).jsonl" }
    #expect(try run(["reviews", "import"] + files).text == "2 new, 0 known before\n")
    #expect(try run(["reviews", "import"] + files).text == "0 new, 2 known before\n")
    #expect(try run(["reviews", "import"] + files.reversed(), store: "other").status == 0)
    let text = try run(["reviews", "export"]).text
    #expect(try run(["reviews", "export"], store: "other").text == text)
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test func aBadLineIsToldWithItsPlaceAndTheRestIsKept() throws {
    _ = try run(["review", "\(samples)/timeout.txt", "--verdict", "correct"])
    let good = try run(["reviews", "export"]).text
    let file = try folder.write("mixed.jsonl", good + "\u{1b}[2J\n")
    let taken = try run(["reviews", "import", file], store: "other")
    #expect(taken.status == 1)
    #expect(taken.errors.hasPrefix("bisectty: \(file):2: is no JSON"))
    #expect(taken.text == "1 new, 0 known before, 1 line left out\n")
    #expect(try run(["reviews", "export"], store: "other").text == good)
  }
}
