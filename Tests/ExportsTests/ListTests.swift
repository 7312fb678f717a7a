import BisectionLog
import JSON
import Reviews
import Screen
import Testing
import Triage

@testable import Exports

@Suite struct ListTests {
  private func entry(
    _ path: String, steps: Int = 1, probability: Double? = nil, crash: String? = nil,
    verdict: Verdict? = nil
  ) -> ListEntry {
    let log = BisectionLog(parsing: [])
    var summary = LogSummary(log, assessment: Assessment(), guilt: Guilt())
    summary.steps = steps
    summary.probability = probability
    summary.crashTitle = crash
    summary.format = .syzkaller
    summary.outcome = .culprit
    let review = verdict.map {
      Review(verdict: $0, reviewer: "ann", at: "2024-05-21T00:00:00Z")
    }
    return .log(path: path, digest: ContentDigest(of: []), summary: summary, review: review)
  }

  @Test func whatHasNoValueComesLastEitherWay() {
    let entries = [
      entry("a"), entry("b", probability: 0.5), .unreadable(path: "c", error: "gone"),
      entry("d", probability: 0.1),
    ]
    let rising = ListOrder.probability.sorted(entries).map(\.path)
    #expect(rising == ["d", "b", "a", "c"])
    let falling = ListOrder.probability.sorted(entries, descending: true).map(\.path)
    #expect(falling == ["b", "d", "a", "c"])
  }

  @Test func equalEntriesKeepTheirPlaces() {
    let entries = ["z", "y", "x"].map { entry($0, steps: 7) } + [entry("w", steps: 3)]
    #expect(ListOrder.steps.sorted(entries).map(\.path) == ["w", "z", "y", "x"])
    #expect(
      ListOrder.steps.sorted(entries, descending: true).map(\.path) == ["z", "y", "x", "w"])
  }

  @Test func theTableFitsEveryWidth() {
    let entries = [
      entry("a/very/long/path/to/a/log/that/has/no/end/at/all.txt", probability: 0.034),
      entry("b", crash: String(repeating: "KASAN ", count: 40), verdict: .wrong),
    ]
    for width in [60, 80, 100, 200] {
      let table = ListTable(width: width)
      for line in [table.heading] + entries.map(table.line) { #expect(line.count <= width) }
    }
    let lines = entries.map(ListTable(width: 100).line)
    #expect(lines[0].hasPrefix("·   3 %  culprit"))
    #expect(lines[1].hasPrefix("✗        culprit"))
  }

  @Test func widthIsCountedInColumnsAndNothingIsCutWithoutOne() {
    let wide = entry("日本語の道/ログ", crash: String(repeating: "漢字", count: 40))
    for width in [60, 80, 100] {
      #expect(ListTable(width: width).line(wide).displayWidth <= width)
      #expect(ListTable(width: width).heading.displayWidth <= width)
    }
    let whole = ListTable(width: nil).line(wide)
    #expect(whole.hasSuffix("  日本語の道/ログ") && !whole.contains("…"))
  }

  @Test func fieldsAreQuotedAsRFC4180Says() {
    let line = CommaSeparated.line(entry("a,\"b\"", crash: "-1+1\r\n", verdict: .plausible))
    #expect(line.hasPrefix("\"a,\"\"b\"\"\","))
    #expect(line.contains(",'-1+1␍␊,"))
    #expect(line.contains(",plausible,"))
    #expect(line.hasSuffix("\r\n"))
    #expect(
      CommaSeparated.line(.unreadable(path: "p", error: "e, f")).hasSuffix(",,,\"e, f\"\r\n"))
  }

  @Test func anUnreadableInputHasPathAndErrorOnly() {
    #expect(
      ListEntry.unreadable(path: "p", error: "e").json == ["path": "p", "error": "e"])
  }
}
