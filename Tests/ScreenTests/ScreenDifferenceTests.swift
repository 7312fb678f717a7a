import Screen
import Testing

/// Which cells have to be drawn again.
@Suite struct ScreenDifferenceTests {
  private func screen(_ lines: String...) -> ScreenBuffer {
    var screen = ScreenBuffer(size: ScreenSize(rows: lines.count, columns: 10))
    for (row, line) in lines.enumerated() { screen.put(line, row: row, column: 0) }
    return screen
  }

  @Test func sameScreensDifferNowhere() {
    #expect(screen("abc", "中文").changes(since: screen("abc", "中文")).isEmpty)
    #expect(screen("e\u{301}") == screen("e\u{301}"))
    #expect(screen("e\u{301}") != screen("e\u{302}"))
  }

  @Test func withoutAnOldScreenEverythingIsDrawn() {
    let other = ScreenBuffer(size: ScreenSize(rows: 1, columns: 3))
    for old in [nil, other] {
      let all = [CellRun(row: 0, columns: 0..<10), CellRun(row: 1, columns: 0..<10)]
      #expect(screen("a", "b").changes(since: old) == all)
    }
  }

  @Test func neighboursMakeOneRun() {
    let changes = screen("abXYef", "same").changes(since: screen("abcdeg", "same"))
    #expect(changes == [CellRun(row: 0, columns: 2..<4), CellRun(row: 0, columns: 5..<6)])
  }

  @Test func wideCharactersAreDrawnWhole() {
    #expect(screen("a中d").changes(since: screen("abcd")) == [CellRun(row: 0, columns: 1..<3)])
    #expect(screen("abcd").changes(since: screen("a中d")) == [CellRun(row: 0, columns: 1..<3)])
    #expect(screen("a中").changes(since: screen("a文")) == [CellRun(row: 0, columns: 1..<3)])
    // The new character begins where the old one's right half was.
    #expect(screen("ab中").changes(since: screen("a文d")) == [CellRun(row: 0, columns: 1..<4)])
  }

  @Test func marksOfDifferentFramesAreCompared() {
    var old = screen("x")
    old.put("o\u{308}", row: 0, column: 4)
    old.put("e\u{301}", row: 0, column: 2)
    var new = screen("x")
    new.put("e\u{301}", row: 0, column: 2)
    new.put("o\u{308}", row: 0, column: 4)
    #expect(new.changes(since: old).isEmpty)
    new.put("e\u{302}", row: 0, column: 2)
    #expect(new.changes(since: old) == [CellRun(row: 0, columns: 2..<3)])
  }

  /// Drawing only the runs over the old screen gives the new one.
  @Test func runsAreEnough() {
    var random = RandomText(seed: 4)
    for _ in 0..<2000 {
      let old = screen(random.text(pieces: 5), random.text(pieces: 5))
      let new = screen(random.text(pieces: 5), random.text(pieces: 5))
      var patched = old
      for run in new.changes(since: old) {
        for column in run.columns where new[run.row, column].width > 0 {
          patched[run.row, column] = new[run.row, column]
        }
      }
      #expect(patched == new)
    }
  }
}
