import BisectionLog
import TestSupport
import Testing
import Triage

/// One row of the expectations that syzkaller's own tests hold.
private struct Expectation {
  let id: String
  let isGuiltyFile: Bool
  let title: String
  let function: String
  let file: String
  let isCorrupted: Bool

  /// The rows of the table.
  static func all() throws -> [Expectation] {
    let table = String(decoding: try Corpus.bytes("reports/index.tsv"), as: UTF8.self)
    return table.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Expectation(
        id: cells[0], isGuiltyFile: cells[1] == "guilty", title: cells[2], function: cells[4],
        file: cells[5], isCorrupted: cells[6] == "Y")
    }
  }

  /// The report as it came from the console.
  func report() throws -> (SourceText, CrashReport) {
    let text = SourceText(try Corpus.bytes("reports/\(id).txt"))
    return (text, CrashReport(parsing: text))
  }
}

/// The guilty frames, files and titles that syzkaller's tests expect.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct GuiltCorpusTests {
  @Test func filesAreThoseExpected() throws {
    let rows = try Expectation.all().filter(\.isGuiltyFile)
    var right = 0
    for row in rows {
      let (text, report) = try row.report()
      if Guilt(of: report, in: text).file ?? "" == row.file { right += 1 }
    }
    #expect(rows.count == 44)
    #expect(right * 100 >= rows.count * 95, "\(right) of \(rows.count)")
  }

  @Test func framesAreThoseExpected() throws {
    let rows = try Expectation.all()
      .filter { !$0.isGuiltyFile && !$0.isCorrupted && !$0.function.isEmpty }
    var given = 0
    var alone = 0
    for row in rows {
      let (text, report) = try row.report()
      let withTitle = Guilt(of: report, in: text, title: row.title)
      if withTitle.frame != nil, withTitle.function == row.function { given += 1 }
      let without = Guilt(of: report, in: text)
      if without.frame != nil, without.function == row.function { alone += 1 }
    }
    #expect(rows.count > 300)
    #expect(given * 100 >= rows.count * 98, "\(given) of \(rows.count)")
    #expect(alone * 100 >= rows.count * 85, "\(alone) of \(rows.count)")
  }

  @Test func titlesAreThoseExpected() throws {
    let rows = try Expectation.all().filter { !$0.isGuiltyFile }
    var titles = 0
    var corruptions = 0
    for row in rows {
      let (text, report) = try row.report()
      let guilt = Guilt(of: report, in: text)
      if guilt.derivedTitle ?? "" == row.title { titles += 1 }
      if guilt.isCorrupted == row.isCorrupted { corruptions += 1 }
    }
    #expect(titles * 100 >= rows.count * 95, "\(titles) of \(rows.count)")
    #expect(corruptions * 100 >= rows.count * 95, "\(corruptions) of \(rows.count)")
  }

  /// The hang whose cause is in the last stack: another processor runs and holds the lock.
  @Test func hangPointsAtTheProcessorThatHoldsTheLock() throws {
    let text = SourceText(try Corpus.bytes("seeds/004_c292f35bdc7178b0.txt"))
    let report = CrashReport(
      parsing: text, lines: 319..<text.lineCount + 1, title: nil, titleLine: 318)
    let guilt = Guilt(of: report, in: text, title: "INFO: task hung in pipe_release")
    let place = try #require(guilt.frame)
    let frame = report.stacks[place.stack].frames[place.frame]
    #expect(text.string(frame.function) == "pipe_release")
    #expect(frame.logLine == 329)
    let first = try #require(guilt.candidates.first)
    let stack = report.stacks[first.stack]
    #expect(stack.label == "NMI backtrace of CPU 0")
    #expect(stack.context == "task syz-executor.5/8478, CPU 0")
    #expect(first.reason == "holds locks and runs")
    #expect(text.string(stack.frames[first.frame].function) == "iov_iter_alignment")
    #expect(guilt.candidates.last?.stack != first.stack)
  }
}
