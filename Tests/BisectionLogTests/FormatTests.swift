import BisectionLog
import Testing

@Suite struct FormatTests {
  private func log(_ text: String) -> BisectionLog { BisectionLog(parsing: Array(text.utf8)) }

  @Test func quotingAndWrappingAreUndone() {
    let log = log(Samples.quoted)
    #expect(log.format == .syzkaller)
    #expect(log.source.lineCount == log.text.lineCount)
    #expect(log.steps.count == 1)
    #expect(log.steps.map(\.line) == [4])
    #expect(log.steps.map { log.string($0.compiler) } == ["gcc (GCC) 8.1.0"])
    #expect(log.steps.map { log.string($0.signature) } == [Samples.hash("d1")])
    #expect(
      log.steps[0].runs.map { log.string($0.title) } == [
        "BUG: sleeping function called from invalid context in frob", "",
      ])
    #expect(log.steps[0].verdict == .good && log.steps[0].verdictLine == 11)
    #expect(log.lineKinds[4] == .continuation && log.lineKinds[12] == .mail)
    #expect(log.unrecognisedLines == [])
    #expect(log.source.bytes == Array(Samples.quoted.utf8))
  }

  @Test(arguments: 1...8) func quotingMayBeEightDeep(depth: Int) {
    let sign = String(repeating: "> ", count: depth)
    let lines = Samples.fix.split(separator: "\n", omittingEmptySubsequences: false)
    let log = log(lines.map { sign + $0 }.joined(separator: "\n"))
    let plain = self.log(Samples.fix)
    #expect(log.direction == .fix && log.outcome.kind == .culprit)
    #expect(log.steps.map { log.string($0.commit) } == plain.steps.map { plain.string($0.commit) })
    #expect(log.steps.map(\.verdict) == plain.steps.map(\.verdict))
    #expect(log.steps.map(\.line) == plain.steps.map(\.line))
    #expect(log.statistics.reproChance == plain.statistics.reproChance)
  }

  @Test func aCommitBlockKeepsItsShapeBehindQuotes() {
    let lines = Samples.cause.split(separator: "\n", omittingEmptySubsequences: false)
    let log = log(lines.map { "> " + $0 }.joined(separator: "\n"))
    #expect(log.culprit?.message.count == 5)
    #expect(log.culprit?.files.count == 2)
    #expect(log.steps.count == 5)
  }

  @Test func aPatchTestIsNoBisection() {
    let log = log(Samples.patchTest)
    #expect(log.format == .patchTest && log.refusal == nil)
    #expect(log.outcome.kind == .stillCrashes)
    #expect(log.string(log.syzkallerCommit) == Samples.tool)
    #expect(log.string(log.startCommit) == Samples.start)
    #expect(log.steps.isEmpty)
  }

  @Test func aCrashReportStandsForItself() {
    let log = log(Samples.report)
    #expect(log.format == .crashReport && log.crash != nil)
    #expect(log.lineKinds.allSatisfy { $0 == .report })
  }

  @Test(arguments: [
    ("", Refusal.empty),
    ("\n \n", .empty),
    ("a\0b\n", .binary),
    ("<!DOCTYPE html>\n<html>git bisect</html>\n", .webPage),
    ("How to bisect\n$ git bisect start\n$ git bisect bad\n", .onlyMentionsBisection),
    ("g  8b5505447 Merge\nB  a44f53acf Use a seeded generator\n", .commitList),
    ("Dear all,\nnothing here\n", .unrelated),
  ])
  func lookAlikesAreRefused(text: String, refusal: Refusal) {
    let log = log(text)
    #expect(log.format == .unknown)
    #expect(log.refusal == refusal)
    #expect(log.refusal?.sentence.isEmpty == false)
    #expect(log.unrecognisedLines.count == log.source.lineCount)
  }

  @Test func nothingOfTheNameCounts() {
    #expect(log(Samples.record).format == .gitBisectLog)
    #expect(log(Samples.cause).format == .syzkaller)
    #expect(log(Samples.transcript).format == .gitBisectRun)
  }
}
