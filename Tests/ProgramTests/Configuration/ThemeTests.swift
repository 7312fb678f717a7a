import Screen
import Testing
import Workbench

@testable import bisectty

@Suite struct ThemeTests {
  private func theme(_ text: String, _ depth: ColorDepth) -> Theme {
    let reading = Configuration.read(
      Array("[options]\ntheme = \"mine\"\n[theme.mine]\n\(text)".utf8))
    #expect(reading.problems == [])
    return reading.configuration.theme(for: depth)
  }

  @Test func aThemeChangesRolesOfItsBase() {
    let mine = theme(
      "base = \"dark\"\ncrashed = { foreground = \"#102030\", underline = true }", .direct)
    #expect(mine[.crashed] == Style(foreground: .rgb(16, 32, 48), attributes: .underline))
    #expect(mine[.passed] == BuiltInTheme.dark.theme(for: .direct)[.passed])
  }

  @Test(arguments: [
    ("\"red\"", Color.palette(1)), ("\"bright-red\"", .palette(9)), ("208", .palette(208)),
    ("\"208\"", .palette(208)), ("\"#FFffff\"", .rgb(255, 255, 255)), ("\"default\"", .standard),
  ])
  func coloursAreNamesNumbersOrHexadecimal(_ text: String, _ color: Color) {
    #expect(theme("match = \(text)", .palette256)[.match].foreground == color)
  }

  @Test(arguments: ["pink", "256", "-1", "#12345", "#12345é", "#1234567", ""])
  func otherWordsAreNoColours(_ text: String) { #expect(ColorName.color(named: text) == nil) }

  @Test func aLookCanBeSetByDottedKeys() {
    let mine = theme("crashed.foreground = \"blue\"\ncrashed.bold = true", .palette8)
    #expect(mine[.crashed] == Style(foreground: .palette(4), attributes: .bold))
  }

  @Test func withoutColoursOnlyAttributesStay() {
    let mine = theme("crashed = \"red\"\nmatch = { background = \"red\", italic = true }", .none)
    #expect(mine == mine.reduced(to: .none))
    #expect(mine[.crashed] == Theme.monochrome[.crashed])
    #expect(mine[.match] == Style(attributes: .italic))
  }

  @Test func theOptionLimitsColours() {
    let text = "[options]\ntheme = \"dark\"\ncolors = \"8\""
    let configuration = Configuration.read(Array(text.utf8)).configuration
    #expect(configuration.theme(for: .direct) == BuiltInTheme.dark.theme(for: .palette8))
    #expect(configuration.theme(for: .none) == .monochrome)
    let made = Configuration.read(
      Array("[options]\ntheme = \"mine\"\ncolors = \"8\"\n[theme.mine]\nmatch = \"#d00000\"".utf8))
    #expect(made.configuration.theme(for: .direct)[.match].foreground == .palette(1))
  }
}
