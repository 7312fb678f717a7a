import Screen
import TestSupport
import Testing

@testable import Workbench

@Suite struct ThemeTests {
  static let depths = ColorDepth.allCases
  static let pairs = BuiltInTheme.allCases.flatMap { theme in depths.map { (theme, $0) } }

  @Test(arguments: pairs)
  func aThemeUsesNoMoreColoursThanThereAre(_ name: BuiltInTheme, _ depth: ColorDepth) {
    let theme = name.theme(for: depth)
    for role in Role.allCases where depth < .palette256 {
      for color in [theme[role].foreground, theme[role].background] {
        #expect(color == color.reduced(to: depth), "\(role)")
      }
    }
    #expect(depth != .none || theme == theme.reduced(to: .none))
  }

  @Test(arguments: pairs)
  func theTerminalsBackgroundStaysBehindText(_ name: BuiltInTheme, _ depth: ColorDepth) {
    let theme = name.theme(for: depth)
    for role in [Role.text, .dim, .heading, .border, .inlined, .paneTitle, .key] {
      #expect(theme[role].background == .standard)
    }
    #expect(theme[.text] == .plain)
  }

  @Test(arguments: pairs)
  func whatOnlyALookTellsDiffersFromItsNeighbours(_ name: BuiltInTheme, _ depth: ColorDepth) {
    let theme = name.theme(for: depth)
    let neighbours: [(Role, Role)] = [
      (.selection, .text), (.selection, .match), (.match, .text), (.focusedBorder, .border),
      (.focusedPaneTitle, .paneTitle), (.inactiveSelection, .text), (.heading, .text),
    ]
    for (one, other) in neighbours { #expect(theme[one] != theme[other], "\(one) \(other)") }
  }

  /// WCAG 2.1: 4.5 to 1 for text, 7 to 1 where contrast is promised.
  @Test(arguments: [
    (BuiltInTheme.dark, Color.rgb(30, 30, 30), 4.5), (.dark, .rgb(0, 0, 0), 7),
    (.light, .rgb(255, 255, 255), 7), (.light, .rgb(238, 232, 213), 4.5),
    (.highContrast, .rgb(0, 0, 0), 7),
  ])
  func textStandsOutOnTheBackgroundOfATheme(_ name: BuiltInTheme, _ paper: Color, _ least: Double) {
    let theme = name.theme(for: .direct)
    for role in Role.allCases where theme[role].foreground != .standard {
      let back = theme[role].background == .standard ? paper : theme[role].background
      #expect(contrast(theme[role].foreground, back) >= least, "\(role)")
    }
  }

  @Test(arguments: BuiltInTheme.allCases)
  func eachThemeOnTheScreen(_ name: BuiltInTheme) throws {
    let bench = try Bench(
      rows: 28, columns: 100, ["culprit-wrong"], theme: name.theme(for: .palette256))
    try expectGolden(bench.model.render().styleMap, named: "theme-\(name.rawValue)")
  }

  @Test func noThemeChangesWhatIsSaid() throws {
    let screens = try Set(
      Self.pairs.map {
        try Bench(rows: 28, columns: 100, ["culprit-wrong"], theme: $0.theme(for: $1)).screen
      })
    #expect(screens.count == 1)
  }

  @Test func rolesHaveNamesOfTheirOwn() {
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Role.allCases.allSatisfy { $0.name != "base" })
  }

  private func contrast(_ one: Color, _ other: Color) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private func luminance(_ color: Color) -> Double {
    guard case .rgb(let red, let green, let blue) = color else { return 0 }
    let parts = [red, green, blue].map { part -> Double in
      let value = Double(part) / 255
      guard value > 0.03928 else { return value / 12.92 }
      let base = (value + 0.055) / 1.055
      return raised(base)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// base^2.4 = base² · (base²)^(1/5), the fifth root by Newton's method.
  private func raised(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
