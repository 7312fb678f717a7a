import BisectionLog
import TestSupport
import Testing

/// Input that is too long, too many or no text: nothing is lost, nothing traps.
@Suite struct HostileInputTests {
  private func log(_ bytes: [UInt8]) -> BisectionLog {
    let log = BisectionLog(parsing: bytes)
    #expect(LogInvariants.violations(of: log) == [])
    return log
  }

  @Test func aLineMayBeVeryLong() {
    let long = [UInt8](repeating: 0x61, count: 4_000_000)
    let log = log(Array(Samples.cause.utf8) + Array("run #7: crashed: ".utf8) + long)
    #expect(log.outcome.kind == .culprit)
    let title = self.log(Array("bisecting cause commit starting from ".utf8) + long)
    #expect(title.startCommit?.count == 4_000_000)
  }

  @Test func thereMayBeVeryManyLines() {
    let bytes = [UInt8](repeating: 0x0A, count: 300_000)
    #expect(log(Array(Samples.cause.utf8) + bytes).lineKinds.count == 300_064)
    let runs = String(repeating: "run #0: OK\n", count: 20_000)
    let head = "bisecting cause commit starting from x\ntesting commit \(Samples.start) gcc\n"
    #expect(log(Array((head + runs).utf8)).steps[0].passed == 20_000)
  }

  @Test func numbersMayBeTooLarge() {
    let nines = String(repeating: "9", count: 60)
    let text = """
      bisecting cause commit starting from x
      testing commit \(Samples.start) gcc
      run #\(nines): OK
      # git bisect start a b
      Bisecting: \(nines) revisions left to test after this (roughly \(nines) steps)
      [\(Samples.first)] one
      testing commit \(Samples.first) gcc
      revisions tested: \(nines), total time: \(nines)h (build: \(nines)m, test: 0.\(nines)s)
      reproducer is flaky (\(nines).\(nines) repro chance estimate)

      """
    let log = log(Array(text.utf8))
    #expect(log.steps[0].runs[0].index == Int.max)
    #expect(log.steps[1].remaining == Int.max)
    #expect(log.statistics.revisionsTested == Int.max)
    #expect(log.statistics.totalSeconds.map { $0.isFinite } == true)
  }

  @Test func diffstatsMayLie() {
    let text = """
      \(Samples.culprit) is the first bad commit
      commit \(Samples.culprit)
      Author: no address
      Date:
       a | 99999999999999999999 +++-
       b | 0
       c => d | 5 +++++
       {e => f}/g.c | 2 +-
       h | Unmerged
       | |
       ... | 7 ++
       9223372036854775807 files changed, 99999999999999999999 insertions(+)

      """
    let log = log(Array(("bisecting cause commit starting from x\n" + text).utf8))
    let files = log.culprit?.files ?? []
    #expect(files.map { log.string($0.path) } == ["a", "b", "d", "{e => f}/g.c", "h", "..."])
    #expect(files.map { log.string($0.oldPath) } == [nil, nil, "c", nil, nil, nil])
    #expect(files[0].added.map { $0 > 0 } == true && files[1].added == 0)
    #expect(log.culprit?.filesChanged == Int.max)
  }

  @Test func bytesNeedNotBeText() {
    var bytes = Array(Samples.cause.utf8)
    bytes.insert(contentsOf: [0xFF, 0xFE, 0x00, 0x80], at: 160)
    #expect(log(bytes).source.bytes == bytes)
    let noise = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 197 ^ ($0 >> 8)) }
    #expect(log(noise).source.bytes == noise)
  }

  @Test func lineEndsMayBeCRLF() {
    let text = Samples.cause.replacing("\n", with: "\r\n").replacing("\r\r\n", with: "\r\n")
    let crlf = log(Array(text.utf8))
    let plain = log(Array(Samples.cause.utf8))
    #expect(crlf.steps.map(\.verdict) == plain.steps.map(\.verdict))
    #expect(crlf.outcome.commits.map(crlf.string) == plain.outcome.commits.map(plain.string))
    #expect(crlf.unrecognisedLines == [])
  }
}
