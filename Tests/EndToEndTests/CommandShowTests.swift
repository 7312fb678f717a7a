import JSON
import TestSupport
import Testing

/// Facts of the sample logs, counted by hand.
struct SampleFacts: Sendable, CustomTestStringConvertible {
  var name: String
  var outcome: String
  var direction: String
  var steps: Int
  var verdicts: [String: Int] = [:]
  var culprit: String?
  var crashTitle: String?
  var line: Int?

  var testDescription: String { name }
  var path: String { "Resources/samples/\(name).txt" }

  static let all = [
    SampleFacts(
      name: "culprit-right", outcome: "culprit", direction: "cause", steps: 15,
      verdicts: ["good": 7, "bad": 6],
      culprit: "nfc: llcp: release the device in bind's error path",
      crashTitle: "KASAN: use-after-free Read in llcp_sock_getname", line: 162),
    SampleFacts(
      name: "culprit-wrong-foreign-crash", outcome: "culprit", direction: "cause", steps: 20,
      verdicts: ["good": 10, "bad": 4, "skip": 1],
      culprit: "bpf, x86: align the dispatcher's branch targets",
      crashTitle: "WARNING in ath9k_tx_watchdog", line: 184),
    SampleFacts(
      name: "inconclusive-broken-builds", outcome: "inconclusive", direction: "cause", steps: 7,
      verdicts: ["good": 1, "bad": 1, "skip": 3], line: 67),
    SampleFacts(
      name: "oldest-release", outcome: "oldestRelease", direction: "cause", steps: 13,
      crashTitle: "INFO: task hung in fsync_bdev", line: 106),
    SampleFacts(
      name: "fix-still-crashes", outcome: "stillCrashes", direction: "fix", steps: 3,
      crashTitle: "WARNING in hfsplus_bnode_walk", line: 60),
    SampleFacts(
      name: "fix-found", outcome: "culprit", direction: "fix", steps: 11,
      verdicts: ["good": 4, "bad": 2],
      culprit: "tipc: refuse a replicast address without a socket", line: 274),
    SampleFacts(
      name: "not-reproduced", outcome: "notReproduced", direction: "cause", steps: 1, line: 11),
    SampleFacts(
      name: "timeout", outcome: "timeout", direction: "cause", steps: 7,
      verdicts: ["good": 1, "bad": 2], line: 151),
    SampleFacts(
      name: "build-error", outcome: "error", direction: "cause", steps: 2, line: 9),
    SampleFacts(
      name: "incomplete-cut-at-the-end", outcome: "incomplete", direction: "cause", steps: 4,
      verdicts: ["bad": 1]),
    SampleFacts(
      name: "incomplete-cut-at-the-start", outcome: "culprit", direction: "cause", steps: 4,
      verdicts: ["good": 2, "bad": 2],
      culprit: "Bluetooth: hci_bcsp: begin a packet when its first byte comes",
      crashTitle: "KMSAN: uninit-value in bcsp_recv", line: 51),
  ]
}

@Suite struct CommandShowTests {
  private func show(_ path: String) throws -> JSONValue {
    let run = try CommandRun.bisectty(["show", path, "--json"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    return try JSONValue(reading: run.output)
  }

  @Test(arguments: SampleFacts.all)
  func showsTheFactsOfASample(_ facts: SampleFacts) throws {
    let log = try show(facts.path)
    #expect(log["schema"] == "bisectty.log/1")
    #expect(log["source"]?["path"]?.string == facts.path)
    #expect(log["source"]?["format"] == "syzkaller")
    #expect(log["outcome"]?["kind"]?.string == facts.outcome)
    #expect(log["outcome"]?["line"]?.integer == facts.line)
    #expect(log["direction"]?.string == facts.direction)
    #expect(log["culprit"]?["title"]?.string == facts.culprit)
    #expect(log["crash"]?["title"]?.string == facts.crashTitle)
    let steps = elements(log["steps"])
    #expect(steps.count == facts.steps)
    let verdicts = steps.compactMap { $0["verdict"]?.string }
    #expect(Dictionary(grouping: verdicts) { $0 }.mapValues(\.count) == facts.verdicts)
    #expect(steps.enumerated().allSatisfy { $1["index"]?.integer == $0 })
  }

  @Test(arguments: SampleFacts.all)
  func everyKeyIsThereInItsPlace(_ facts: SampleFacts) throws {
    let log = try show(facts.path)
    #expect(
      names(log) == [
        "schema", "source", "direction", "host", "startedAt", "startCommit", "syzkallerCommit",
        "range", "steps", "gitCommands", "outcome", "culprit", "recipients", "statistics", "crash",
        "unrecognised", "case", "assessment", "review",
      ])
    #expect(names(log["source"]) == ["path", "sha256", "bytes", "lines", "format"])
    #expect(names(log["outcome"]) == ["kind", "commits", "message", "line"])
    #expect(names(log["recipients"]) == ["to", "cc"])
    #expect(
      names(log["statistics"]) == [
        "revisionsTested", "totalSeconds", "buildSeconds", "testSeconds", "flaky", "reproChance",
        "errorProbability",
      ])
    for step in elements(log["steps"]) {
      #expect(
        names(step) == [
          "index", "line", "stage", "commit", "title", "release", "compiler", "signature", "runs",
          "allRuns", "runCount", "crashed", "passed", "other", "result", "verdict", "remaining",
          "roughSteps", "buildError", "representative", "falseNegative",
        ])
      for run in elements(step["runs"]) {
        #expect(names(run) == ["index", "outcome", "title", "line", "detail"])
      }
    }
    if let culprit = log["culprit"], culprit != .null {
      #expect(
        names(culprit) == [
          "commit", "title", "author", "email", "date", "message", "isMerge", "isRelease", "files",
          "filesChanged", "insertions", "deletions", "signature", "parentSignature",
        ])
    }
    guard let crash = log["crash"], crash != .null else { return }
    #expect(
      names(crash) == [
        "title", "line", "stacks", "guiltyFrame", "guiltyFile", "guiltyFunction",
        "unrecognised",
      ])
    for stack in elements(crash["stacks"]) {
      #expect(names(stack) == ["index", "kind", "label", "line", "context", "frames"])
      for frame in elements(stack["frames"]) {
        #expect(
          names(frame) == [
            "index", "function", "symbol", "offset", "size", "file", "line", "inlined", "reliable",
            "module",
            "register", "logLine",
          ])
      }
    }
  }

  @Test func showsTheDetailsOfAFixBisection() throws {
    let log = try show("Resources/samples/fix-found.txt")
    #expect(log["host"] == "ci-upstream-net-this")
    #expect(log["startedAt"] == "2024-05-21T17:20:03.11820394Z")
    #expect(log["statistics"]?["reproChance"]?.double == 0.62)
    #expect(log["statistics"]?["errorProbability"]?.double == 0.01)
    #expect(log["statistics"]?["totalSeconds"]?.double == 19_120.662019384)
    let steps = elements(log["steps"])
    #expect(steps[0]["representative"]?["types"] == ["DoS"])
    #expect(
      steps.map { $0["stage"]?.string }.prefix(4) == ["original", "config", "mergeBase", "head"])
    // Crashed means good to git, since the crash is what goes away.
    let culprit = steps.first { $0["commit"] == log["culprit"]?["commit"] }
    #expect(culprit?["result"] == "passed")
    #expect(culprit?["verdict"] == "bad")
    #expect(
      log["culprit"]?["files"] == [
        ["path": "net/tipc/bearer.c", "added": 4, "removed": 0, "binary": false],
        ["path": "net/tipc/udp_media.c", "added": 7, "removed": 2, "binary": false],
      ])
  }

  @Test func addressesAreFreedFromGoQuoting() throws {
    let log = try show("Resources/samples/culprit-wrong-foreign-crash.txt")
    #expect(elements(log["recipients"]?["cc"]).first == "\"Weber, Ada\" <ada.weber@example.com>")
  }

  @Test func tellsTheMainThingsInPlainText() throws {
    let run = try CommandRun.bisectty(["show", "Resources/samples/culprit-wrong-foreign-crash.txt"])
    #expect(run.status == 0)
    #expect(run.lines.first == "possible deadlock in sco_conn_del")
    #expect(run.text.contains("bpf, x86: align the dispatcher's branch targets"))
    #expect(run.lines.allSatisfy { $0.count <= 100 })
    #expect(run.lines.contains { $0.contains("arch/x86/net/bpf_jit_comp.c  +29 -1") })
  }

  @Test func noPlainTextIsALogByMistake() throws {
    let run = try CommandRun.bisectty(["show", "LICENSE-that-is-absent"])
    #expect(run.status == 66)
  }

  @Test(
    .enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)),
    arguments: [
      ("000_79e169384f69f05c", "proc: Use a list of inodes to flush from proc", 14),
      ("004_c292f35bdc7178b0", "open: introduce openat2(2) syscall", 23),
    ])
  func showsTheLogsThatItAllBeganWith(_ name: String, _ title: String, _ steps: Int) throws {
    let folder = try #require(Corpus.folder)
    let log = try show("\(folder)/seeds/\(name).txt")
    #expect(log["outcome"]?["kind"] == "culprit")
    #expect(log["culprit"]?["title"]?.string == title)
    #expect(elements(log["steps"]).count == steps)
    #expect(log["unrecognised"] == [])
  }
}

/// The elements of an array; none where it is no array.
func elements(_ value: JSONValue?) -> [JSONValue] {
  guard case .array(let elements) = value else { return [] }
  return elements
}

/// The names of an object's members in order; none where it is not an object.
func names(_ value: JSONValue?) -> [String] {
  guard case .object(let members) = value else { return [] }
  return members.map(\.name)
}
