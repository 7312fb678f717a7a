import BisectionLog
import Testing
import Triage

/// What a case adds to the reasons for and against a culprit.
@Suite struct CaseFactsTests {
  private func facts(stack: String, title: String = "WARNING in frob_widget") -> CaseFacts {
    let text = SourceText(
      Array("BUG: lamp\nCPU: 0 PID: 7 Comm: lamp\nCall Trace:\n\(stack)\n".utf8))
    var facts = CaseFacts()
    facts.originalReport = .init(
      report: CrashReport(parsing: text), text: text, title: title)
    return facts
  }

  private func codes(_ assessment: Assessment) -> [String] {
    assessment.evidence.filter { $0.effect != .neutral }.map(\.code)
  }

  /// The stacks of the original report count, not those at the log's end.
  @Test func theOriginalReportDecidesWhatOverlaps() throws {
    let log = SampleLogs.cause()
    let file = try #require(log.culprit?.files.first.map { log.string($0.path) })
    let touching = Assessment(
      of: log,
      with: facts(stack: " frob_widget+0x1/0x2 \(file):9\n vfs_read+0x1/0x2 fs/read_write.c:1"))
    let apart = Assessment(of: log, with: facts(stack: " ext4_read+0x1/0x2 fs/ext4/inode.c:9"))
    #expect(codes(touching).contains("file-in-stacks"))
    let reason = try #require(touching.evidence.first { $0.code == "file-in-stacks" })
    #expect(reason.text.contains("the original report's stacks"))
    // The file's line in the log's diffstat is told, no line of a text that is not the log.
    #expect(reason.lines.allSatisfy { (log.culprit?.blockLines ?? 0..<0).contains($0) })
    #expect(try #require(touching.probability) > #require(apart.probability))
  }

  /// Checks come first and are not part of the percentage.
  @Test(arguments: [("revert", true), ("revert", false), ("verify", true), ("verify", false)])
  func checksAreReasonsThatAreNotCounted(name: String, passed: Bool) throws {
    let log = SampleLogs.cause()
    var facts = CaseFacts()
    facts.checks = [.init(name: name, passed: passed)]
    let assessment = Assessment(of: log, with: facts)
    let first = try #require(assessment.evidence.first)
    #expect(first.code == "check-" + name)
    #expect(first.effect == (passed ? .supports : .against))
    #expect(!first.isCounted)
    #expect(assessment.probability == Assessment(of: log).probability)
  }

  /// A log without its head does not show the original crash; the report's title tells it.
  @Test func theOriginalTitleNamesTheFamilyWhereTheHeadIsMissing() {
    let hash = String(repeating: "c1", count: 20)
    let cut = """
      testing commit \(hash) with gcc (GCC) 8.1.0
      all runs: crashed: KASAN: use-after-free Read in lamp_dim
      # git bisect bad \(hash)
      """
    let log = BisectionLog(parsing: Array(cut.utf8))
    let title = "WARNING in frob_widget"
    let known = Assessment(of: log, with: facts(stack: " f+0x1/0x2", title: title))
    #expect(known.families.members.map(\.family) == [.foreign])
    #expect(Assessment(of: log).families.members.map(\.family) == [.original])
  }
}
