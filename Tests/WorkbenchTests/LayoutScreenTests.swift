import Screen
import TestSupport
import Testing

@testable import Workbench

/// Every pane and layout at every size, for terminals with colours, without, and without Unicode.
///
/// The goldens of a size are in a folder of its own; look at them after recording.
@Suite struct LayoutScreenTests {
  /// A size with what is on the screen there.
  struct Case: CustomStringConvertible {
    let columns: Int
    let rows: Int
    let scene: Scene

    var description: String { "\(columns)x\(rows)/\(scene.name)" }
  }

  /// What is on the screen.
  enum Scene {
    /// All panes that the size has room for, beside the list.
    case list
    /// All panes that the size has room for, with a single log opened.
    case oneLog
    /// One pane on the whole screen.
    case pane(Pane)

    static let all = [list, oneLog] + Pane.allCases.map(pane)

    var name: String {
      switch self {
      case .list: "list"
      case .oneLog: "one-log"
      case .pane(let pane): pane.title.lowercased()
      }
    }
  }

  static let sizes = [(200, 60), (120, 40), (80, 24), (60, 20)]
  static let cases =
    sizes.flatMap { size in
      Scene.all.map { Case(columns: size.0, rows: size.1, scene: $0) }
    } + [Case(columns: 30, rows: 6, scene: .list)]

  @Test(arguments: cases)
  func inUnicodeWithItsColours(_ shown: Case) throws {
    let screen = try bench(shown, theme: BuiltInTheme.dark.theme(for: .palette256)).model.render()
    try expectGolden(screen.text, named: "\(shown)")
    try expectGolden(screen.styleMap, named: "\(shown)-colours")
  }

  @Test(arguments: cases)
  func inAsciiWithoutColours(_ shown: Case) throws {
    let theme = BuiltInTheme.terminal.theme(for: .none)
    let screen = try bench(shown, theme: theme, glyphs: .ascii).model.render()
    let text = screen.text.map(\.asciiReplacement).joined()
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    try expectGolden(text, named: "\(shown)-ascii")
    try expectGolden(screen.styleMap, named: "\(shown)-monochrome")
  }

  private func bench(_ shown: Case, theme: Theme, glyphs: Glyphs = .unicode) throws -> Bench {
    let isAlone = if case .oneLog = shown.scene { true } else { false }
    var bench = try Bench(
      rows: shown.rows, columns: shown.columns, isAlone ? ["culprit-wrong"] : [], theme: theme,
      glyphs: glyphs)
    bench.open("culprit-wrong")
    if case .pane(let pane) = shown.scene {
      bench.press("\(pane.rawValue)")
      bench.press("z")
    }
    return bench
  }
}
