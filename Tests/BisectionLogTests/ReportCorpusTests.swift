import BisectionLog
import Foundation
import TestSupport
import Testing

/// Every line of the real reports that names a function in a stack is a frame or a headline.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct ReportCorpusTests {
  /// How many lines look like frames, and which of them are in no stack and no headline.
  private func coverage(of report: CrashReport, in text: SourceText) -> (lines: Int, missed: [Int])
  {
    var known = Set(report.headlines.map(\.line))
    var stackOfLine: [Int: Int] = [:]
    for stack in report.stacks {
      for frame in stack.frames {
        known.insert(frame.logLine)
        #expect(stackOfLine[frame.logLine] ?? stack.index == stack.index)
        stackOfLine[frame.logLine] = stack.index
        #expect(stack.lines.contains(frame.logLine))
      }
    }
    var count = 0
    var missed: [Int] = []
    for line in report.lines {
      let bytes = text.bytes[text.range(ofLine: line).offsets]
      guard ReportLines.namesFunction(bytes) else { continue }
      count += 1
      if !known.contains(line) { missed.append(line) }
    }
    return (count, missed)
  }

  @Test func framesOfReports() throws {
    var lines = 0
    var missed = 0
    for path in try ReportCorpus.reports() {
      let text = SourceText(try Corpus.bytes(path))
      let found = coverage(of: CrashReport(parsing: text), in: text)
      lines += found.lines
      missed += found.missed.count
    }
    #expect(lines > 20_000)
    #expect(missed * 1000 <= lines * 3, "\(missed) of \(lines) lines")
  }

  @Test func framesOfLogs() throws {
    var lines = 0
    var missed = 0
    var reports = 0
    for path in try ReportCorpus.logs() {
      let text = SourceText(try Corpus.bytes(path))
      guard let place = ReportLines.report(in: text) else { continue }
      let report = CrashReport(
        parsing: text, lines: place + 1..<text.lineCount + 1, title: nil, titleLine: place)
      let found = coverage(of: report, in: text)
      reports += 1
      lines += found.lines
      missed += found.missed.count
    }
    #expect(reports > 800)
    #expect(lines > 40_000)
    #expect(missed * 1000 <= lines * 3, "\(missed) of \(lines) lines")
  }
}

/// Where the real reports are.
enum ReportCorpus {
  /// The crash reports of syzkaller's tests.
  static func reports() throws -> [String] { try files("reports", suffix: ".txt") }

  /// The bisection logs of syzbot.
  static func logs() throws -> [String] { try files("syzbot/logs", suffix: ".txt") }

  private static func files(_ folder: String, suffix: String) throws -> [String] {
    let root = try #require(Corpus.folder)
    return try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
      .filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }
}

/// What the tests look for in lines, independent of the parser.
enum ReportLines {
  /// Whether a line holds `+0x.../0x...` or `[inline]`.
  static func namesFunction(_ line: ArraySlice<UInt8>) -> Bool {
    var place = line.startIndex
    while place < line.endIndex {
      let byte = line[place]
      if byte == UInt8(ascii: "+"), hasOffset(line[place...]) { return true }
      if byte == UInt8(ascii: "["), line[place...].starts(with: "[inline]".utf8) { return true }
      place += 1
    }
    return false
  }

  private static func hasOffset(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "+0x".utf8) else { return false }
    let digits = text.dropFirst(3).prefix { "0123456789abcdef".utf8.contains($0) }
    return !digits.isEmpty && text[digits.endIndex...].starts(with: "/0x".utf8)
  }

  /// The line of `crash: ` after `revisions tested:`, from 1; nil if there is none.
  static func report(in text: SourceText) -> Int? {
    var tested = false
    for line in 1..<text.lineCount + 1 {
      let bytes = text.bytes[text.range(ofLine: line).offsets]
      if bytes.starts(with: "revisions tested:".utf8) { tested = true }
      if tested, bytes.starts(with: "crash: ".utf8) { return line }
    }
    return nil
  }
}
