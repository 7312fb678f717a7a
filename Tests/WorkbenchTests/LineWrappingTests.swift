import Screen
import Testing

@testable import Workbench

/// Lines that are broken where a pane ends.
@Suite struct LineWrappingTests {
  private static let texts = [
    "one two three four five six seven eight nine ten", String(repeating: "x", count: 95),
    "a \(String(repeating: "y", count: 40)) b", String(repeating: "漢字かな ", count: 12),
    String(repeating: "e\u{301}a\u{308} ", count: 20), "漢a漢a漢a漢a漢a漢a漢a漢a",
    "👨‍👩‍👧‍👦 family 👨‍👩‍👧‍👦 of 👨‍👩‍👧‍👦 many", "short", "",
  ]

  @Test(arguments: texts, [8, 9, 20, 21])
  func nothingIsLeftOutAndNothingLeavesThePane(text: String, columns: Int) {
    var line = StyledLine(String(text.prefix(text.count / 2)), .dim)
    line.add(String(text.dropFirst(text.count / 2)), .accent)
    let lines = line.wrapped(columns: columns, indent: 4)
    #expect(lines.allSatisfy { $0.width <= columns }, "\(lines.map(\.text))")
    #expect(lines.map { $0.text.dropFirst($0.indent ?? 0) }.joined() == text)
    #expect(lines.first?.indent == nil)
    #expect(lines.dropFirst().allSatisfy { $0.indent != nil })
    #expect(line.wrappedCount(columns: columns, indent: 4) == lines.count)
  }

  @Test func aBlankNearTheEndIsWhereALineBreaks() {
    let line = StyledLine("alpha beta gamma delta")
    #expect(line.wrapped(columns: 12).map(\.text) == ["alpha beta ", "gamma delta"])
    let early = StyledLine("a bcdefghijklmnopq")
    #expect(early.wrapped(columns: 12).map(\.text) == ["a bcdefghijk", "lmnopq"])
  }

  @Test func aCharacterWiderThanTheLineStandsAlone() {
    let line = StyledLine("a👨‍👩‍👧‍👦b")
    #expect(line.wrapped(columns: 2).map(\.text) == ["a", "👨‍👩‍👧‍👦", "b"])
  }

  @Test func partsKeepTheirRolesAcrossABreak() {
    var line = StyledLine("abcdef", .dim)
    line.add("ghijkl", .accent)
    let lines = line.wrapped(columns: 8)
    #expect(lines.map { $0.parts.map(\.role) } == [[.dim, .accent], [.accent]])
  }

  @Test func aLineIsSplitBetweenCharacters() {
    let line = StyledLine("a漢b")
    #expect(line.split(column: 2).head.text == "a")
    #expect(line.split(column: 3).tail.text == "b")
    #expect(line.split(column: 9).tail.text == "")
  }

  @Test func tabsStopEveryEightColumns() {
    #expect("a\tb".withTabsExpanded == "a       b")
    #expect("漢字\tb\t".withTabsExpanded == "漢字    b       ")
    #expect("12345678\tx".withTabsExpanded == "12345678        x")
  }
}
