import Screen
import TestSupport
import Testing

@testable import Workbench

/// Long lines, wrapped or scrolled sideways.
@Suite struct WrappingTests {
  private static let text = """
    bisecting cause commit starting from 1111111111111111111111111111111111111111
    wide \(String(repeating: "漢字かな ", count: 30))end
    marks \(String(repeating: "e\u{301}a\u{308}o ", count: 40))end
    tab\there\tthere \(String(repeating: "x", count: 150)) END
    huge \((0..<900).map(String.init).joined(separator: " "))
    last

    """

  private func bench(_ keys: String) throws -> Bench {
    var bench = try Bench(rows: 24, columns: 80, text: Self.text)
    bench.press("6 g \(keys)")
    return bench
  }

  @Test(arguments: [("off", ""), ("on", "|"), ("sideways", "l l")])
  func rawTextOnTheScreen(name: String, keys: String) throws {
    try expectGolden(try bench(keys).screen, named: "wrap-raw-\(name)")
  }

  @Test(arguments: [("off", ""), ("on", "|")])
  func stacksOnTheScreen(name: String, keys: String) throws {
    var bench = try Bench(rows: 24, columns: 60, ["culprit-right"])
    bench.press("5 \(keys)")
    try expectGolden(bench.screen, named: "wrap-stack-\(name)")
  }

  @Test func theCursorMovesByLineWhereverLinesAreWrapped() throws {
    var bench = try bench("|")
    for row in 1...5 {
      bench.press("j")
      #expect(bench.model.focusedState.cursor == row)
    }
    bench.press("k k")
    #expect(bench.model.focusedState.cursor == 3)
  }

  @Test func aLineHigherThanThePaneIsReadByPages() throws {
    var bench = try bench("| j j j j")
    #expect(bench.row(with: "huge 0 1") != nil)
    var pages = 0
    while bench.row(with: "898 899") == nil, pages < 20 {
      #expect(bench.model.focusedState.cursor == 4)
      bench.press("PageDown")
      pages += 1
    }
    #expect(pages > 0)
    bench.press("PageDown")
    #expect(bench.model.focusedState.cursor == 5)
    bench.press("PageUp")
    #expect(bench.model.focusedState.cursor == 4)
    for _ in 0..<pages { bench.press("PageUp") }
    #expect(bench.row(with: "huge 0 1") != nil)
    bench.press("k j")
    #expect(bench.row(with: "huge 0 1") != nil)
  }

  @Test func eachPaneIsWrappedForItselfAndASessionRemembersIt() throws {
    var bench = try bench("| 5 | | 3 C-w")
    #expect(bench.model.desk.wrapped == [.rawText, .results])
    let session = try #require(bench.model.session)
    let second = try Bench(["culprit-right"], resuming: session)
    #expect(second.model.desk.wrapped == [.rawText, .results])
    bench.press("4 |")
    #expect(bench.model.status?.text == "This pane wraps its text always")
    bench.press("2 |")
    #expect(bench.model.status?.text == "These rows are columns; h and l scroll sideways")
    #expect(bench.model.desk.wrapped == [.rawText, .results])
  }

  @Test func scrollingSidewaysKeepsTheNumbersAndEndsWhereTheLongestLineDoes() throws {
    var bench = try Bench(
      rows: 24, columns: 80, text: "ab\n\(String(repeating: "x", count: 120))END\n")
    bench.press("6 g l l")
    #expect(bench.row(with: "END")?.hasPrefix("   2 ") == true)
    let left = bench.model.focusedState.left
    bench.press("l")
    #expect(bench.model.focusedState.left == left)
    #expect(bench.model.status?.text == "No line here continues to the right")
    bench.press("h h h h")
    #expect(bench.model.focusedState.left == 0)
    bench.press("l |")
    #expect(bench.model.focusedState.left == 0)
    bench.press("l")
    #expect(bench.model.status?.text == "Long lines are wrapped; there is nothing beside them")
  }

  @Test func aSearchScrollsSidewaysToWhatItFinds() throws {
    var bench = try bench("/")
    bench.type("END")
    bench.press("Enter")
    #expect(bench.model.focusedState.cursor == 3)
    #expect(bench.row(with: " END") != nil)
    bench.press("/")
    bench.type("tab")
    bench.press("Enter")
    #expect(bench.row(with: "tab     here") != nil)
  }

  @Test func whatIsFoundAcrossABreakIsMarkedOnBothSides() throws {
    let word = String(repeating: "w", count: 70) + "needle" + String(repeating: "w", count: 30)
    var bench = try Bench(rows: 24, columns: 80, text: "first\n\(word)\n")
    bench.press("6 g | /")
    bench.type("needle")
    bench.press("Enter g")
    let screen = bench.model.render()
    let marked = (2..<23).map { row in
      (0..<80).filter { screen[row, $0].style == bench.model.settings.theme[.match] }.count
    }
    #expect(marked.reduce(0, +) == 6)
    #expect(marked.count { $0 > 0 } == 2)
  }

  @Test func theMouseSelectsTheLineThatAPressedRowBelongsTo() throws {
    var bench = try bench("|")
    bench.mouse(5, 20, .press)
    #expect(bench.model.focusedState.cursor == 1)
    bench.press("j j j PageDown")
    bench.mouse(4, 20, .press)
    #expect(bench.model.focusedState.cursor == 4)
  }
}
