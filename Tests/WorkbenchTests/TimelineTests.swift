import Testing

@testable import Workbench

/// The rows of the timeline and what the results say beside them.
@Suite struct TimelineTests {
  @Test func eachHalvingTakesAPieceOfTheSameLengthFromTheBar() {
    let bar = RemainingBar(most: 1023, columns: 10, glyphs: .unicode)
    for (power, remaining) in [1, 3, 7, 15, 31, 63, 127, 255, 511, 1023].enumerated() {
      #expect(bar.text(of: remaining) == String(repeating: "█", count: power + 1))
    }
    #expect(bar.text(of: 0).isEmpty)
    #expect(bar.text(of: 5_000_000) == String(repeating: "█", count: 10))
  }

  @Test func aBarOfASCIIHasHalfPieces() {
    let bar = RemainingBar(most: 15, columns: 2, glyphs: .ascii)
    #expect([15, 7, 3, 1, 0].map(bar.text) == ["==", "=-", "=", "-", ""])
  }

  @Test func whereGitTellsNothingThereIsNoBar() {
    #expect(RemainingBar(most: 0, columns: 5, glyphs: .unicode).text(of: 0).isEmpty)
    #expect(RemainingBar(most: 0, columns: 5, glyphs: .unicode).text(of: 3).isEmpty)
  }

  @Test func theResultsTellWhatHasNoRoomInTheTimeline() throws {
    var bench = try Bench(rows: 60, columns: 200, ["culprit-right"])
    bench.press("2 b")
    #expect(bench.screen.contains("git was told: bad; 3 revisions left, roughly 2 steps"))
    #expect(bench.screen.contains("│ nfc: llcp: release the device in bind's error path"))
  }

  @Test func aVerdictWithoutATestAndATestWithoutAVerdictSaySo() throws {
    let commits = ["a", "b", "c"].map { String(repeating: $0, count: 40) }
    var bench = try Bench(
      text: """
        git bisect start
        # bad: [\(commits[0])] the newest
        git bisect bad \(commits[0])
        # good: [\(commits[1])] the oldest
        git bisect good \(commits[1])
        # skip: [\(commits[2])] does not build
        git bisect skip \(commits[2])
        """)
    bench.press("2 g")
    #expect(bench.row(with: "untested aaaaaaaaaaaa")?.contains("no test bad") == true)
    #expect(bench.screen.contains("This row has no test of its own"))
    bench.press("j j")
    #expect(bench.row(with: "1        cccccccccccc")?.contains("unknown skip") == true)
    #expect(bench.screen.contains("git records no runs, only its verdicts"))
  }
}
