import BisectionLog
import TestSupport
import Testing

/// Logs as people pass them around: the collection says what each of them holds.
@Suite(.enabled(if: SharedCorpus.isThere, Comment(rawValue: Corpus.absence)))
struct ListsCorpusTests {
  /// Why a text is read otherwise than the table says.
  static let differences = [
    // A wrapper script's own log, which shows an older `git bisect log` and prints commands after
    // stamps of its own; no `git bisect run` was at work.
    "xup-230801_150257_iommu_device_unlink-wrapper": LogFormat.gitBisectLog
  ]

  @Test func everyTextIsWhatTheTableSays() throws {
    let logs = Dictionary(uniqueKeysWithValues: SharedCorpus.lists.map { ($0.name, $0.log) })
    let rows = try SharedCorpus.table("lists/index.tsv")
    #expect(rows.count == 108)
    for row in rows {
      let slug = row["slug"] ?? ""
      #expect(logs[slug] != nil, "\(slug)")
      for name in [slug, slug + ".unquoted"] {
        guard let log = logs[name] else { continue }
        expectFormat(of: log, row, slug)
        expectOutcome(of: log, row["expected"] ?? "", slug)
      }
    }
  }

  private func expectFormat(of log: BisectionLog, _ row: [String: String], _ slug: String) {
    if row["expected"]?.hasPrefix("not a bisect log") == true {
      #expect(log.format == .unknown && log.refusal == .commitList, "\(slug)")
      return
    }
    let expected: LogFormat =
      switch row["kind"] {
      case "git-bisect-log": .gitBisectLog
      case "git-bisect-run": .gitBisectRun
      default: .syzkaller
      }
    #expect(log.format == Self.differences[slug] ?? expected, "\(slug)")
    #expect(log.refusal == nil)
    #expect(log.unrecognisedLines == [], "\(slug)")
  }

  private func expectOutcome(of log: BisectionLog, _ expected: String, _ slug: String) {
    let hashes = expected.matches(of: /[0-9a-f]{40}/).map { String($0.output) }
    let commits = log.outcome.commits.map(log.string)
    if let count = expected.firstMatch(of: /^inconclusive: (\d+)/)?.1 {
      #expect(log.outcome.kind == .inconclusive, "\(slug)")
      #expect(commits.count == Int(count), "\(slug)")
    } else if expected.hasPrefix("error:") {
      #expect(log.outcome.kind == .error, "\(slug)")
    } else if let first = hashes.first {
      #expect(log.outcome.kind == .culprit, "\(slug)")
      #expect(commits == [first], "\(slug)")
      #expect(log.culprit.map { log.string($0.commit) } == first)
    } else {
      #expect(log.outcome.kind == .incomplete, "\(slug)")
      #expect(commits == [], "\(slug)")
    }
  }

  @Test func quotingChangesNothingButTheLinesText() throws {
    let logs = Dictionary(uniqueKeysWithValues: SharedCorpus.lists.map { ($0.name, $0.log) })
    let pairs = SharedCorpus.lists.filter { logs[$0.name + ".unquoted"] != nil }
    #expect(pairs.count == 28)
    for entry in pairs {
      let plain = try #require(logs[entry.name + ".unquoted"])
      let facts = { (log: BisectionLog) in
        log.steps.map { step in
          "\(log.string(step.commit)) \(step.runs.count) \(step.crashed) \(step.verdict.map { "\($0)" } ?? "-")"
        }
      }
      #expect(facts(entry.log) == facts(plain), "\(entry.name)")
      #expect(entry.log.outcome.kind == plain.outcome.kind)
    }
  }

  @Test func everySessionOfAFileIsKept() throws {
    let two = try #require(
      SharedCorpus.lists.first { $0.name == "gbl-qemu-2024-passfail-two-logs" })
    let sessions = two.log.sessions
    #expect(sessions.count == 2)
    #expect(sessions.map(\.direction) == [.cause, .fix])
    #expect(
      sessions.flatMap { $0.outcome.commits.map(two.log.string) } == [
        "62fe57c6d23fe8136d281f0e37ec8a9fab08b60a", "f168808d7d100ed96c52c4438c4ddb557bd086bf",
      ])
    #expect(two.log.direction == .cause)
  }
}
