import Screen
import TestSupport
import Testing

@testable import Workbench

/// Every pane and layout as plain text; look at the files in Goldens after recording them.
@Suite struct WorkbenchScreenTests {
  @Test(arguments: [(60, 200), (40, 120), (24, 80), (20, 60), (10, 40)])
  func theListAtEverySize(rows: Int, columns: Int) throws {
    let bench = try Bench(rows: rows, columns: columns)
    try expectGolden(bench.screen, named: "list-\(columns)x\(rows)")
  }

  @Test(arguments: Pane.allCases)
  func eachPaneOnANarrowScreen(pane: Pane) throws {
    var bench = try Bench(rows: 24, columns: 80)
    bench.open("culprit-wrong")
    bench.press("\(pane.rawValue)")
    try expectGolden(bench.screen, named: "narrow-\(pane.title.lowercased())")
  }

  @Test(arguments: [
    "build-error", "console-deadlock", "culprit-right", "culprit-wrong", "fix-found",
    "fix-still-crashes", "git-bisect-log", "incomplete-cut-at-the-end",
    "incomplete-cut-at-the-start", "inconclusive", "not-reproduced", "oldest-release", "timeout",
  ])
  func eachSampleOnItsOwn(name: String) throws {
    let bench = try Bench(rows: 40, columns: 120, [name])
    try expectGolden(bench.screen, named: "sample-\(name)")
  }

  @Test func theStackWithItsOutlineOnTheWholeScreen() throws {
    var bench = try Bench(rows: 40, columns: 140, ["oldest-release"])
    bench.press("5 z")
    try expectGolden(bench.screen, named: "stack-zoomed")
  }

  @Test func unfoldedFrames() throws {
    var bench = try Bench(rows: 40, columns: 140, ["culprit-right"])
    bench.press("5 z o")
    try expectGolden(bench.screen, named: "stack-unfolded")
  }

  @Test func theRawTextAtTheSelectedStep() throws {
    var bench = try Bench(rows: 30, columns: 100, ["culprit-right"])
    bench.press("2 v z")
    try expectGolden(bench.screen, named: "raw-text")
  }

  @Test func help() throws {
    var bench = try Bench(rows: 50, columns: 100)
    bench.press("?")
    try expectGolden(bench.screen, named: "help")
    bench.press("G")
    try expectGolden(bench.screen, named: "help-end")
  }

  @Test func menusAndPrompts() throws {
    var bench = try Bench(rows: 40, columns: 120)
    bench.press("w")
    try expectGolden(bench.screen, named: "menu-reasons")
    bench.press("Escape S")
    try expectGolden(bench.screen, named: "menu-sort")
    bench.press("Escape y")
    try expectGolden(bench.screen, named: "pending-keys")
    bench.press("Escape :")
    bench.type("unrev")
    try expectGolden(bench.screen, named: "palette")
    bench.press("Escape F")
    bench.type("title:kasan p<0.9 nonsense:1")
    try expectGolden(bench.screen, named: "filter-prompt")
  }

  @Test func groupsMarksAndVerdicts() throws {
    var bench = try Bench(rows: 40, columns: 120)
    bench.press("c w f p Space Space")
    try expectGolden(bench.screen, named: "verdicts-and-marks")
    bench.press("= o")
    try expectGolden(bench.screen, named: "groups-by-outcome")
  }

  @Test func searchMarksWhatItFound() throws {
    var bench = try Bench(rows: 30, columns: 100, ["culprit-right"])
    bench.press("2 /")
    bench.type("merge")
    bench.press("Enter n")
    try expectGolden(
      bench.screen + "\n" + bench.model.render().styleMap, named: "search-in-timeline")
  }

  @Test func theScreenOfTheReadmeIsAMadeText() throws {
    let screen = try Bench(rows: 40, columns: 120).screen
    try KeptText.expect(
      "```\n\(screen)```\n", in: "README.md",
      between: ("<!-- screen: begin -->\n", "<!-- screen: end -->\n"))
  }

  @Test func withoutUnicodeAndWithoutColour() throws {
    var bench = try Bench(
      rows: 40, columns: 120, ["culprit-wrong"], theme: .monochrome, glyphs: .ascii)
    bench.press("2")
    try expectGolden(
      bench.screen + "\n" + bench.model.render().styleMap, named: "ascii-monochrome")
  }
}
