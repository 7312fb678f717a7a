import BisectionLog
import Testing

@Suite struct GitRecordTests {
  let log = BisectionLog(parsing: Array(Samples.record.utf8))

  @Test func ownTermsAreUnderstood() throws {
    #expect(log.format == .gitBisectLog)
    let session = try #require(log.sessions.first)
    #expect(log.string(session.newTerm) == "slow" && log.string(session.oldTerm) == "fast")
    #expect(session.paths.map(log.string) == ["drivers/widget", "a b"])
    #expect(log.gitCommands.map { log.string($0.term) } == ["slow", "fast", "fast", nil, "slow"])
  }

  @Test func theEndsAreTheRangeAndNoSteps() {
    #expect(log.range.map { log.string($0.bad) } == Samples.start)
    #expect(log.range.map { log.string($0.good) } == Samples.release)
    #expect(
      log.steps.map { log.string($0.commit) } == [Samples.first, Samples.second, Samples.culprit])
    #expect(log.steps.map(\.verdict) == [.good, .skip, .bad])
    #expect(log.steps.map(\.result) == [.passed, .inconclusive, .crashed])
    #expect(
      log.steps.map { log.string($0.title) } == ["widget: one", "widget: two", "widget: three"])
    #expect(log.steps.allSatisfy { $0.runs.isEmpty && $0.runCount == nil })
  }

  @Test func theResultIsRead() {
    #expect(log.outcome.kind == .culprit)
    #expect(log.culprit.map { log.string($0.commit) } == Samples.culprit)
    #expect(log.culprit.flatMap { log.string($0.title) } == "widget: three")
    #expect(log.lineKinds.last == .firstBad)
    #expect(log.unrecognisedLines == [])
  }

  @Test func unfinishedOnesAreIncomplete() {
    let text =
      "git bisect start 'HEAD' 'v1'\n# bad: [\(Samples.first)] x\ngit bisect bad \(Samples.first)\n"
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.outcome.kind == .incomplete && log.outcome.commits.isEmpty)
    #expect(log.range.map { log.string($0.bad) } == "HEAD")
    #expect(log.steps.map(\.verdict) == [.bad])
  }

  @Test func onlySkippedCommitsMayBeLeft() {
    let text = """
      git bisect start
      # bad: [\(Samples.first)] one
      git bisect bad \(Samples.first)
      # only skipped commits left to test
      # possible first bad commit: [\(Samples.first)] one
      # possible first 'bad' commit: [\(Samples.second)] two

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.outcome.kind == .inconclusive)
    #expect(log.outcome.commits.map(log.string) == [Samples.first, Samples.second])
  }

  @Test func severalSessionsStandInOneFile() {
    let log = BisectionLog(parsing: Array((Samples.record + Samples.record).utf8))
    #expect(log.sessions.map(\.lines) == [1..<14, 14..<27])
    #expect(log.sessions.map(\.steps) == [0..<3, 3..<6])
    #expect(log.outcome.kind == .culprit)
  }

  @Test func otherLanguagesAreComments() {
    let text = Samples.record.replacing(
      "# status: waiting for both 'fast' and 'slow' commits",
      with: "# status : en attente d'un commit bon et d'un commit mauvais")
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.lineKinds[1] == .gitStatus)
    #expect(log.steps.count == 3)
  }

  @Test func hashesMayHaveSixtyFourDigits() {
    let long = Samples.hash("ab") + String(repeating: "0", count: 24)
    let text = "# bad: [\(long)] x\ngit bisect bad \(long)\n# first bad commit: [\(long)] x\n"
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.outcome.commits.map(log.string) == [long])
  }
}

@Suite struct GitTranscriptTests {
  let log = BisectionLog(parsing: Array(Samples.transcript.utf8))

  @Test func onlyTheCulpritsVerdictIsTold() {
    #expect(log.format == .gitBisectRun)
    #expect(log.steps.map { log.string($0.commit) } == [Samples.first, Samples.culprit])
    #expect(log.steps.map(\.verdict) == [nil, .bad])
    #expect(log.steps.map(\.remaining) == [5, 2])
    #expect(log.range.map { log.string($0.bad) } == "main")
  }

  @Test func aTestMayPrintLinesLikeGits() {
    #expect(log.lineKinds[5...6].allSatisfy { $0 == .runOutput })
    #expect(log.lineKinds[4] == .runCommand && log.lineKinds[9] == .runCommand)
  }

  @Test func rawChangesOfTopLevelFoldersAreFiles() {
    let files = log.culprit?.files ?? []
    #expect(files.map { log.string($0.path) } == ["drivers"])
    #expect(files.map(\.added) == [nil])
    #expect(log.outcome.kind == .culprit)
  }

  @Test func verdictsTypedByHandAreTold() {
    let text = """
      [ada@host dir]$ git bisect start
      [ada@host dir]$ git bisect bad
      [ada@host dir]$ git bisect good v1
      Bisecting: 1 revision left to test after this (roughly 1 step)
      [\(Samples.first)] one
      [ada@host dir]$ git bisect bad
      Bisecting: 0 revisions left to test after this (roughly 0 steps)
      [\(Samples.second)] two
      [ada@host dir]$ git bisect good
      \(Samples.first) is the first bad commit

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.steps.map(\.verdict) == [.bad, .good])
    #expect(log.steps.map(\.result) == [.crashed, .passed])
    #expect(log.outcome.commits.map(log.string) == [Samples.first])
  }

  @Test func aRecordInTheSameFileTellsTheRest() {
    let record =
      "git bisect start\n# good: [\(Samples.first)] widget: one\ngit bisect good \(Samples.first)\n"
    let text =
      Samples.transcript + record.replacing("git bisect start\n", with: "$ git bisect log\n")
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.steps.map(\.verdict) == [.good, .bad])
  }

  @Test func aFailedRunIsAnError() {
    let text = """
      $ git bisect start main v1
      Bisecting: 5 revisions left to test after this (roughly 3 steps)
      [\(Samples.first)] widget: one
      running 'sh' '-c' 'exit 130'
      error: bisect run failed: exit code 130 from 'sh' '-c' 'exit 130' is < 0 or >= 128

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.outcome.kind == .error)
    #expect(log.steps.map(\.verdict) == [nil])
  }

  @Test func aBadMergeBaseIsAnError() {
    let text = """
      $ git bisect start v12 s2
      Bisecting: a merge base must be tested
      [\(Samples.first)] widget: one
      $ git bisect bad
      The merge base \(Samples.first) is bad.
      This means the bug has been fixed between \(Samples.first) and [\(Samples.second)].

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.outcome.kind == .error)
    #expect(log.steps.map(\.remaining) == [nil] && log.steps.map(\.verdict) == [.bad])
    guard case .git(.fixedBetween(_, let others)) = log.notices.last?.fact else {
      return #expect(Bool(false), "\(log.notices)")
    }
    #expect(others.map(log.string) == [Samples.second])
  }
}
