import Screen
import Testing

@testable import Workbench

@Suite struct LayoutTests {
  static let wishes: [Layout.Request] = Pane.allCases.flatMap { pane in
    [(false, false), (false, true), (true, false), (true, true)].map { zoomed, hasList in
      Layout.Request(focus: pane, zoomed: zoomed, hasList: hasList, showsRawText: pane == .rawText)
    }
  }

  @Test func panesTileEveryScreenWithoutOverlap() {
    for rows in stride(from: 0, through: 90, by: 3) {
      for columns in stride(from: 0, through: 260, by: 7) {
        let size = ScreenSize(rows: rows, columns: columns)
        for wish in Self.wishes {
          guard let layout = Layout.fitting(size, wish) else {
            #expect(rows < Layout.minimum.rows || columns < Layout.minimum.columns)
            continue
          }
          let parts = layout.panes.values + [layout.header, layout.footer, layout.tabs]
          let cells = parts.reduce(0) { $0 + $1.height * $1.width }
          #expect(cells == rows * columns, "\(size) \(wish)")
          for (index, part) in parts.enumerated() {
            #expect(part.row >= 0 && part.endRow <= rows && part.endColumn <= columns)
            for other in parts[(index + 1)...] { #expect(!part.overlaps(other), "\(size) \(wish)") }
          }
        }
      }
    }
  }

  @Test func theFocusedPaneIsShownWhereScreensAreNarrowOrZoomed() throws {
    for wish in Self.wishes {
      let narrow = try #require(Layout.fitting(ScreenSize(rows: 24, columns: 80), wish))
      #expect(Array(narrow.panes.keys) == [wish.focus])
      #expect(!narrow.hasBorders)
    }
  }

  @Test(arguments: [(40, 120, 5), (60, 200, 5), (24, 80, 1), (20, 60, 1)])
  func theSizeDecidesHowManyPanesStandSideBySide(rows: Int, columns: Int, count: Int) throws {
    let wish = Layout.Request(focus: .logs, zoomed: false, hasList: true, showsRawText: false)
    let layout = try #require(
      Layout.fitting(ScreenSize(rows: rows, columns: columns), wish))
    #expect(layout.panes.count == count)
  }

  /// What was scrolled to is gone when the rows become fewer, also where none is shown.
  @Test func keysInAWindowThatIsTooSmallDoNoHarm() throws {
    var bench = try Bench(rows: 12, columns: 60)
    bench.press("1 G")
    #expect(bench.model.desk.states[.logs]?.top ?? 0 > 0)
    bench.send(.input(.resize(ScreenSize(rows: 3, columns: 20))))
    bench.press("F")
    bench.type("nothing-holds-this")
    bench.press("Enter l h j G l 2 l 6 l")
    bench.send(.input(.resize(ScreenSize(rows: 40, columns: 120))))
    #expect(bench.screen.contains("No log fits the filter"))
  }

  @Test func aSingleLogNeedsNoList() throws {
    let wish = Layout.Request(focus: .timeline, zoomed: false, hasList: false, showsRawText: true)
    let layout = try #require(Layout.fitting(ScreenSize(rows: 40, columns: 120), wish))
    #expect(Set(layout.panes.keys) == [.timeline, .results, .culprit, .rawText])
  }
}

extension Rect {
  fileprivate func overlaps(_ other: Rect) -> Bool {
    !isEmpty && !other.isEmpty && row < other.endRow && other.row < endRow
      && column < other.endColumn && other.column < endColumn
  }
}
