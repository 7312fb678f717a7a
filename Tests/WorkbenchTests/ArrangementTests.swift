import Screen
import TestSupport
import Testing

@testable import Workbench

@Suite struct ArrangementTests {
  private func rect(_ bench: Bench, _ pane: Pane) throws -> Rect {
    try #require(bench.model.layout?.panes[pane])
  }

  @Test func plusAndMinusChangeTheHeightOfTheFocusedPane() throws {
    var bench = try Bench()
    let before = try rect(bench, .timeline)
    bench.press("2 + + +")
    #expect(try rect(bench, .timeline).height == before.height + 3)
    bench.press("- - - -")
    #expect(try rect(bench, .timeline).height == before.height - 1)
    // The lowest pane of a column grows upwards.
    let stack = try rect(bench, .stack)
    bench.press("5 +")
    #expect(try rect(bench, .stack).height == stack.height + 1)
    #expect(try rect(bench, .stack).row == stack.row - 1)
  }

  @Test func altArrowsChangeTheWidthOfTheColumn() throws {
    var bench = try Bench()
    let before = try rect(bench, .logs)
    bench.press("1 A-Right")
    #expect(try rect(bench, .logs).width == before.width + 2)
    bench.press("2 A-Right")
    #expect(try rect(bench, .logs).width == before.width)
  }

  @Test func bordersStopWhereAPaneWouldVanish() throws {
    var bench = try Bench()
    for _ in 0..<100 { bench.press("2 +") }
    let layout = try #require(bench.model.layout)
    for rect in layout.panes.values {
      #expect(rect.height >= Layout.least.rows && rect.width >= Layout.least.columns)
    }
    let reached = try rect(bench, .timeline).height
    bench.press("-")
    #expect(try rect(bench, .timeline).height == reached - 1)
  }

  @Test func aBorderFollowsTheMouse() throws {
    var bench = try Bench()
    let logs = try rect(bench, .logs)
    bench.mouse(logs.row + 3, logs.endColumn - 1, .press)
    bench.mouse(logs.row + 3, logs.endColumn + 9, .drag)
    bench.mouse(logs.row + 3, logs.endColumn + 4, .drag)
    bench.mouse(logs.row + 3, logs.endColumn + 4, .release)
    #expect(try rect(bench, .logs).width == logs.width + 5)
    bench.mouse(logs.row + 3, 0, .drag)
    #expect(try rect(bench, .logs).width == logs.width + 5)
    bench.mouse(logs.endRow - 1, 5, .press)
    bench.mouse(logs.endRow + 2, 5, .drag)
    #expect(try rect(bench, .logs).height == logs.height + 3)
  }

  @Test func hiddenPanesGiveTheirRoomAndComeBackByTheirNumber() throws {
    var bench = try Bench()
    let results = try rect(bench, .results)
    bench.press("3 H")
    #expect(bench.model.layout?.panes[.results] == nil)
    #expect(bench.model.desk.focus != .results)
    #expect(bench.row(with: "Results is hidden") != nil)
    bench.press("3")
    #expect(try rect(bench, .results) == results)
  }

  @Test func theLastPaneStaysAndAllCanBeBroughtBack() throws {
    var bench = try Bench()
    let before = bench.model.layout
    for _ in 0..<10 { bench.press("H") }
    #expect(bench.model.layout?.panes.count == 1)
    #expect(bench.row(with: "The last pane stays") != nil)
    bench.press("1 2 + A-Right Z 1")
    #expect(bench.model.layout == before)
  }

  @Test func arrangedPanesOnTheScreen() throws {
    var bench = try Bench(rows: 30, columns: 110)
    bench.press("3 H 1 A-Right A-Right - - 2")
    try expectGolden(bench.screen, named: "arranged-panes")
  }

  @Test func aRoomIsTiledWhateverWasMovedAndHidden() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      var arrangement = PaneArrangement()
      for pane in Pane.allCases {
        arrangement.shifts[.below(pane)] = Int.random(in: -300...300, using: &random)
        arrangement.shifts[.rightOf(pane)] = Int.random(in: -300...300, using: &random)
        if Bool.random(using: &random), pane != .timeline { arrangement.hidden.insert(pane) }
      }
      let size = ScreenSize(
        rows: Int.random(in: 28...90, using: &random),
        columns: Int.random(in: 100...260, using: &random))
      let wishes = Layout.Request(
        focus: .timeline, zoomed: false, hasList: Bool.random(using: &random), showsRawText: false,
        arrangement: arrangement)
      let layout = try #require(Layout.fitting(size, wishes))
      let cells = layout.panes.values.reduce(0) { $0 + $1.height * $1.width }
      #expect(cells == (size.rows - 2) * size.columns)
      for rect in layout.panes.values {
        #expect(rect.height >= Layout.least.rows && rect.width >= Layout.least.columns)
      }
    }
  }
}
