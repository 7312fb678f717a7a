import BisectionLog
import Testing

@Suite struct CauseLogTests {
  let log = BisectionLog(parsing: Array(Samples.cause.utf8))

  @Test func theHeadIsRead() {
    #expect(log.format == .syzkaller)
    #expect(log.direction == .cause)
    #expect(log.string(log.startCommit) == Samples.start)
    #expect(log.string(log.syzkallerCommit) == Samples.tool)
    #expect(log.range.map { log.string($0.bad) } == Samples.start)
    #expect(log.range.map { log.string($0.good) } == Samples.release)
    #expect(log.unrecognisedLines == [])
  }

  @Test func everyTestedRevisionIsAStep() {
    #expect(log.steps.map(\.stage) == [.original, .release, .bisect, .bisect, .bisect])
    #expect(log.steps.map(\.line) == [3, 9, 15, 21, 27])
    #expect(log.steps.map { log.string($0.release) } == [nil, "v5.6", nil, nil, nil])
    #expect(log.steps.allSatisfy { log.string($0.compiler) == "gcc (GCC) 8.1.0" })
    #expect(log.steps.map(\.remaining) == [nil, nil, 26, 1, 0])
    #expect(log.steps.map(\.roughSteps) == [nil, nil, 5, 1, 0])
    #expect(log.string(log.steps[2].title) == "widget: prepare for frobbing")
  }

  @Test func runsAreCounted() {
    let first = log.steps[0]
    #expect(first.runs.map(\.outcome) == [.crashed, .ok, .bootFailed])
    #expect(first.runs.map(\.index) == [0, 1, 2])
    #expect(
      first.runs.map { log.string($0.title) } == [
        "WARNING in frob_widget", "", "can't ssh into the instance",
      ])
    #expect([first.crashed, first.passed, first.other] == [1, 1, 1])
    #expect(first.runCount == 3)
    #expect(log.steps[1].allRuns && log.steps[1].runs.map(\.index) == [nil])
    #expect([log.steps[1].runCount, log.steps[1].passed] == [10, 10])
  }

  @Test func resultsAndVerdictsAreTwoThings() {
    #expect(
      log.steps.map(\.result) == [.crashed, .passed, .inconclusive, .crashed, .passed])
    #expect(log.steps.map(\.verdict) == [nil, nil, .skip, .bad, .good])
    #expect(log.steps.map(\.verdictLine) == [nil, nil, 18, 24, 35])
    #expect(log.gitCommands.map(\.line) == [12, 18, 24, 35])
    #expect(log.gitCommands.map(\.step) == [nil, 2, 3, 4])
    #expect(log.gitCommands.map { log.string($0.title) }.last == "widget: count the frobs")
  }

  @Test func buildTextNeedsNoPrefix() {
    #expect(log.steps[2].buildErrorLine == 16)
    #expect(
      log.string(log.steps[2].buildError)
        == """
        drivers/widget/frob.c:12:3: error: implicit declaration of function 'frob'
        make: *** [drivers/widget] Error 2
        """)
    #expect(log.steps[2].runs.isEmpty && log.steps[2].runCount == nil)
  }

  @Test func verdictsRunOverLines() {
    let run = log.steps[4].runs[0]
    #expect(run.outcome == .basicTestFailed)
    #expect(log.string(run.title).hasSuffix("exit status 1"))
    let detail = log.string(run.detail) ?? ""
    #expect(detail.hasPrefix("ssh: connect") && detail.contains("lost connection"))
    #expect(log.steps[4].runs.count == 3)
    #expect(log.lineKinds[29...31].allSatisfy { $0 == .continuation })
  }

  @Test func theCulpritIsRead() throws {
    let culprit = try #require(log.culprit)
    #expect(log.string(culprit.commit) == Samples.culprit)
    #expect(log.string(culprit.title) == "widget: frob on open")
    #expect(log.string(culprit.author) == "Ada Writer")
    #expect(log.string(culprit.email) == "ada@example.org")
    #expect(log.string(culprit.date) == "Wed Feb 19 18:22:26 2020 -0600")
    #expect(culprit.message.map(log.string).last == "crash: not this one")
    #expect(culprit.message.count == 5)
    #expect(culprit.files.map { log.string($0.path) }.first == "drivers/widget/frob.c")
    #expect(culprit.files.map(\.added) == [9, nil] && culprit.files.map(\.removed) == [3, nil])
    #expect(culprit.files.map(\.binary) == [false, true])
    #expect([culprit.filesChanged, culprit.insertions, culprit.deletions] == [2, 9, 3])
    #expect(!culprit.isMerge && !culprit.isRelease)
    #expect(log.string(culprit.signature) == Samples.hash("d3"))
    #expect(log.string(culprit.parentSignature) == Samples.hash("d2"))
    #expect(culprit.blockLines == 37..<51)
  }

  @Test func theEndIsRead() throws {
    #expect(log.outcome.kind == .culprit)
    #expect(log.outcome.commits.map(log.string) == [Samples.culprit])
    #expect(log.statistics.revisionsTested == 5)
    #expect(log.statistics.totalSeconds == 12216.5)
    #expect(log.statistics.buildSeconds == 5325)
    #expect(abs((log.statistics.testSeconds ?? 0) - 0.0415) < 1e-9)
    #expect(log.statistics.flaky)
    #expect(
      log.recipients?.to.map(log.string) == ["ada@example.org", "widget@lists.example.org"])
    #expect(log.recipients?.cc == [])
    let crash = try #require(log.crash)
    #expect(log.string(crash.title) == "WARNING in frob_widget")
    // Whatever is in the report is the report's.
    #expect(log.lineKinds.last == .report)
    #expect(crash.lines == 59..<65)
  }
}
