import Foundation
import Screen
import Testing

@testable import Workbench

/// What the mouse does to menus, to places found and to the help.
@Suite struct PointingTests {
  /// The cell at which a text is on the screen.
  private func place(of text: String, in bench: Bench) throws -> (row: Int, column: Int) {
    let lines = bench.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(text) })
    let before = try #require(lines[row].range(of: text)).lowerBound
    return (row, lines[row][..<before].count)
  }

  private func isBrowsing(_ bench: Bench) -> Bool {
    if case .browsing = bench.model.dialogue.mode { true } else { false }
  }

  @Test func aPressOnAChoiceTakesIt() throws {
    var bench = try Bench()
    bench.press("S")
    let place = try place(of: "c  title", in: bench)
    bench.mouse(place.row, place.column + 5, .press)
    #expect(isBrowsing(bench))
    #expect(bench.model.list.sort == .title)
  }

  @Test func aPressBesideAMenuClosesIt() throws {
    var bench = try Bench()
    bench.press("S")
    bench.mouse(39, 0, .press)
    #expect(isBrowsing(bench))
    #expect(bench.model.list.sort == .doubt)
  }

  @Test func aPressOnTheBorderOfAMenuDoesNothing() throws {
    var bench = try Bench()
    bench.press("S")
    let place = try place(of: "Sort the logs by", in: bench)
    bench.mouse(place.row, place.column, .press)
    #expect(!isBrowsing(bench))
  }

  @Test func theWheelMovesThroughAMenu() throws {
    var bench = try Bench()
    bench.press("S")
    bench.mouse(20, 60, .wheelDown)
    bench.mouse(20, 60, .wheelDown)
    bench.mouse(20, 60, .wheelUp)
    bench.press("Enter")
    #expect(bench.model.list.sort == LogSort.allCases[1])
    bench.press("S")
    for _ in 0..<50 { bench.mouse(20, 60, .wheelDown) }
    bench.press("Enter")
    #expect(bench.model.list.sort == LogSort.allCases.last)
  }

  @Test func aCommandFarDownThePaletteIsTaken() throws {
    var bench = try Bench()
    bench.press(":")
    for _ in 0..<20 { bench.mouse(20, 60, .wheelDown) }
    guard case .menu(let menu) = bench.model.dialogue.mode else {
      Issue.record("the palette is gone")
      return
    }
    let choice = menu.visible[22]
    let place = try place(of: String(choice.text.prefix(20)), in: bench)
    let view = MenuView(menu: menu)
    let event = MouseEvent(row: place.row, column: place.column, action: .press)
    #expect(view.choice(at: event, in: bench.model.size) == 22)
  }

  @Test func theWheelScrollsTheHelpToItsEnd() throws {
    var bench = try Bench(rows: 24, columns: 80)
    bench.press("?")
    let before = bench.screen
    bench.mouse(5, 5, .wheelUp)
    #expect(bench.screen == before)
    bench.mouse(5, 5, .wheelDown)
    #expect(bench.screen != before)
    for _ in 0..<200 { bench.mouse(5, 5, .wheelDown) }
    let end = bench.screen
    bench.press("G")
    #expect(bench.screen == end)
  }

  @Test func aPressOnAPlaceFoundGoesThere() throws {
    var bench = try Bench()
    bench.press("\\")
    bench.type("txt")
    bench.press("Enter")
    let hits = try #require(bench.model.dialogue.hits?.hits)
    try #require(hits.count > 3)
    bench.mouse(20, 20, .wheelDown)
    #expect(bench.model.dialogue.hits?.cursor == 3)
    bench.mouse(1, 20, .press)
    #expect(!isBrowsing(bench))
    bench.mouse(4, 20, .press)
    #expect(isBrowsing(bench))
    #expect(bench.model.list.selected == hits[2].log)
  }

  @Test func aPressBelowThePlacesFoundDoesNothing() throws {
    var bench = try Bench()
    bench.press("\\")
    bench.type("txt")
    bench.press("Enter")
    let count = try #require(bench.model.dialogue.hits?.hits.count)
    bench.mouse(2 + count, 20, .press)
    #expect(!isBrowsing(bench))
  }
}
