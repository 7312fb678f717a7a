import BisectionLog
import Testing

/// Logs of which the dashboard kept only a part.
@Suite struct CutLogTests {
  private func log(_ text: Substring) -> BisectionLog { BisectionLog(parsing: Array(text.utf8)) }

  private func from(_ words: String, in text: String, offset: Int = 0) -> Substring {
    guard let range = text.firstRange(of: words) else { return "" }
    return text[text.index(range.lowerBound, offsetBy: offset)...]
  }

  private func until(_ words: String, in text: String) -> Substring {
    text.firstRange(of: words).map { text[..<$0.lowerBound] } ?? ""
  }

  @Test func withoutItsTailALogIsIncomplete() {
    let log = log(until("revisions tested", in: Samples.cause))
    #expect(log.direction == .cause && log.outcome.kind == .incomplete)
    #expect(log.steps.count == 5)
    // git had named the culprit before.
    #expect(log.culprit.map { log.string($0.commit) } == Samples.culprit)
  }

  @Test func withoutItsHeadTheDirectionIsInferred() {
    let cause = log(from("kernel signature: \(Samples.hash("d3"))", in: Samples.cause))
    #expect(cause.format == .syzkaller && cause.direction == .cause)
    #expect(cause.outcome.kind == .culprit)
    #expect(cause.string(cause.startCommit) == nil)
    let fix = log(from("determine whether", in: Samples.fix))
    #expect(fix.direction == .fix)
  }

  @Test func theVerdictNamesTheTestWhoseLineIsMissing() {
    // The cut falls inside the line `testing commit`.
    let log = log(from("testing commit \(Samples.culprit)", in: Samples.cause, offset: 30))
    #expect(log.lineKinds.first == .continuation)
    #expect(log.steps.map { log.string($0.commit) } == [Samples.culprit, Samples.second])
    #expect(log.steps.map(\.verdict) == [.bad, .good])
    #expect(log.string(log.steps[0].signature) == Samples.hash("d3"))
    #expect(log.direction == .cause && log.unrecognisedLines == [])
  }

  @Test func runsAgainstVerdictsTellTheDirection() {
    let text = """
      testing commit \(Samples.first) clang
      all runs: crashed: x
      # git bisect good \(Samples.first)
      Bisecting: 1 revision left to test after this (roughly 1 step)
      [\(Samples.second)] two
      """
    let log = log(text[...])
    #expect(log.direction == .fix)
    #expect(log.steps.map(\.result) == [.crashed])
    #expect(log.steps.map(\.stage) == [.bisect])
    #expect(log.outcome.kind == .incomplete)
  }

  @Test func aCutCommitBlockStillGivesItsFiles() {
    let log = log(from("message may say", in: Samples.cause))
    #expect(log.format == .syzkaller)
    #expect(log.culprit.map { log.string($0.commit) } == Samples.culprit)
    #expect(log.culprit?.files.count == 2)
    #expect(log.culprit?.filesChanged == 2)
    #expect(log.outcome.kind == .culprit && log.crash != nil)
  }

  @Test func releasesShowThatTheTestsBeforeWereTheStartCommits() {
    let text = """
      all runs: crashed: x
      testing commit \(Samples.start) gcc
      all runs: crashed: x
      testing release v5.6
      testing commit \(Samples.release) gcc
      all runs: OK
      """
    let log = log(text[...])
    #expect(log.steps.map(\.stage) == [.original, .config, .release])
    #expect(log.direction == .cause)
  }
}
