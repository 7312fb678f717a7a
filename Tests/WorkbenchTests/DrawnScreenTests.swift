import Screen
import Testing

@testable import Workbench

/// A screen made from the one before has the cells of one made anew.
@Suite struct DrawnScreenTests {
  /// Keys that change what panes show, where they stand, which there are, and what lies over them.
  private static let walk =
    "j j k G g 2 j j G 3 j 5 j j ] } { C-d C-u l h v j G g / t h e Enter n N Escape v "
    + "4 j G g w Escape ? j Escape = c j Escape S t S d 1 j j Space Space ) c u "
    + "z j z + - < > X 2 X 1 F d e a d Escape \\ c r a s h Enter j Escape "
    + "O j Enter A j A Z Z W W y Escape : s o Escape m m i Escape a n o t e Enter x u U J J K"

  @Test(arguments: [(40, 120), (24, 80), (50, 200), (30, 60), (12, 50)])
  func eachScreenOfAWalk(rows: Int, columns: Int) throws {
    var bench = try Bench(rows: rows, columns: columns)
    for (number, key) in Self.walk.split(separator: " ").enumerated() {
      bench.press(String(key))
      let drawn = try #require(bench.drawn?.screen)
      #expect(drawn == bench.model.render(), "after key \(number), \(key)")
    }
  }

  @Test func screensOfOtherSizes() throws {
    var bench = try Bench()
    for size in [(30, 100), (5, 20), (40, 120), (24, 80), (40, 121)] {
      bench.send(.input(.resize(ScreenSize(rows: size.0, columns: size.1))))
      let whole = bench.model.render()
      #expect((bench.drawn?.screen ?? whole) == whole)
    }
  }

  @Test func whatDoesNotChangeIsNotMadeAgain() throws {
    var bench = try Bench()
    bench.press("2")
    let before = try #require(bench.drawn)
    bench.press("j")
    let after = try #require(bench.drawn)
    #expect(before.sources[.stack] == after.sources[.stack])
    #expect(before.sources[.culprit] == after.sources[.culprit])
    #expect(before.sources[.timeline] != after.sources[.timeline])
  }

  @Test func theListAnswersBeforeTheLogIsThere() throws {
    var bench = try Bench()
    let layout = try #require(bench.model.layout)
    let before = try #require(bench.drawn?.screen)
    bench.press("j")
    let ahead = try #require(bench.ahead?.screen)
    let after = try #require(bench.drawn?.screen)
    for pane in [Pane.timeline, .culprit, .stack] {
      let place = try #require(layout.panes[pane])
      #expect(ahead.cells(of: place) == before.cells(of: place))
      #expect(ahead.cells(of: place) != after.cells(of: place))
    }
    let list = try #require(layout.panes[.logs])
    #expect(ahead.cells(of: list) == after.cells(of: list))
    #expect(ahead.cells(of: list) != before.cells(of: list))
  }

  @Test func nothingIsDrawnAheadOnAScreenOfAnotherLayout() throws {
    var bench = try Bench()
    let drawn = bench.drawn
    bench.send(.input(.resize(ScreenSize(rows: 24, columns: 80))))
    #expect(bench.model.drawAhead(of: drawn) == nil)
    #expect(bench.model.drawAhead(of: nil) == nil)
  }

  /// A long log shows how it begins until it is read; what comes of another log shows nothing.
  @Test func theBeginningOfALogIsShownWhileItIsRead() throws {
    var bench = try Bench()
    bench.holdsAnswers = true
    bench.press("G")
    let selected = try #require(bench.model.list.selected)
    for id in [selected + 1, selected] {
      let begun = LogPreview(id: id, size: 300 << 20, bytes: Array("first of \(id)\n".utf8))
      bench.send(.beginning(begun))
    }
    #expect(bench.screen.contains("first of \(selected)"))
    #expect(bench.screen.contains("reading 300 MiB…"))
    bench.sendHeldAnswers()
    #expect(!bench.screen.contains("first of"))
  }
}

extension ScreenBuffer {
  /// The cells of a part of the screen, row by row.
  fileprivate func cells(of place: Rect) -> [Cell] {
    (place.row..<place.endRow).flatMap { row in
      (place.column..<place.endColumn).map { self[row, $0] }
    }
  }
}
