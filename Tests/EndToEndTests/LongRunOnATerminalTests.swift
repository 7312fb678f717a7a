import Foundation
import Screen
import TestSupport
import Testing

/// Whatever keys, mouse and window do to the real program, the terminal shows what it would show if
/// all were drawn anew.
///
/// The suite takes one seed. `BISECTTY_LONG_RUNS=20 swift test --filter LongRunOnATerminalTests` takes
/// 20, from the number in `BISECTTY_FIRST_SEED` on; a failure names its seed.
@Suite struct LongRunOnATerminalTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seeds: Range<UInt64> = {
    let first = environment["BISECTTY_FIRST_SEED"].flatMap { UInt64($0) } ?? 1
    return first..<first + (environment["BISECTTY_LONG_RUNS"].flatMap { UInt64($0) } ?? 1)
  }()

  @Test func theTerminalShowsWhatAFreshDrawingShows() throws {
    for seed in Self.seeds {
      var typing = RandomTyping(seed: seed)
      let workbench = try WorkbenchOnATerminal.opened(
        ["Resources/samples"], environment: ["EDITOR": "true", "VISUAL": nil, "PAGER": "true"])
      let terminal = workbench.terminal
      #expect(terminal.waitFor { $0.text.contains("Timeline") && !$0.text.contains("reading…") })
      for round in 0..<6 {
        for _ in 0..<8 { typing.act(on: terminal) }
        // Out of prompts and choices; one after the other, for two together would be another key.
        for _ in 0..<3 {
          terminal.send("\u{1b}")
          terminal.pumpUntilQuiet(milliseconds: 70)
        }
        guard terminal.ending == nil else { break }
        let before = Look(terminal.screen)
        terminal.send("\u{0c}")
        terminal.pumpUntilQuiet(milliseconds: 120)
        let isSame = Look(terminal.screen) == before
        #expect(isSame, "seed \(seed), round \(round):\n\(before.text)\n\(terminal.screen.text)")
        #expect(terminal.screen.unknown.isEmpty, "seed \(seed): \(terminal.screen.unknown)")
        guard isSame else { return }
      }
      terminal.send("q")
      #expect(terminal.waitForEnd() == .exited(0), "seed \(seed)")
      #expect(terminal.isRestored, "seed \(seed)")
    }
  }
}

/// What a person sees of a terminal.
private struct Look: Equatable {
  let text: String
  let styles: [Style]
  let cursor: [Int]

  init(_ screen: TerminalEmulator) {
    text = screen.text
    styles = (0..<screen.size.rows).flatMap { row in
      (0..<screen.size.columns).map { screen.style(row: row, column: $0) }
    }
    cursor = screen.hidesCursor ? [] : [screen.cursor.row, screen.cursor.column]
  }
}

/// What a person, or a cat, does at a terminal; nothing that ends or stops the program.
private struct RandomTyping {
  private var generator: SeededGenerator
  private static let keys =
    "cpwirdaxuU ][}{fsb><vJK)(/\\nNFS=123456zojkghlGeDBLPWM?:#%,;~\t\r\u{7f}".map { String($0) } + [
      "\u{1b}[A", "\u{1b}[B", "\u{1b}[C", "\u{1b}[D", "\u{1b}OA", "\u{1b}OB", "\u{1b}[5~",
      "\u{1b}[6~",
      "\u{1b}[H", "\u{1b}[F", "\u{1b}[Z", "\u{06}", "\u{02}", "\u{04}", "\u{15}", "yh", "yl", "yy",
      "中", "e\u{301}", "\u{1b}[999;7z", "\u{1b}[200~two\nlines \u{7}中\u{1b}[201~",
    ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func act(on terminal: PseudoTerminal) {
    switch number(0...19) {
    case 0: terminal.resize(rows: number(1...60), columns: number(1...200))
    case 1, 2, 3: terminal.send(mouse(in: terminal.screen.size))
    case 4: terminal.pump(milliseconds: 10)
    default: terminal.send(Self.keys.randomElement(using: &generator) ?? "j")
    }
  }

  private mutating func mouse(in size: ScreenSize) -> String {
    let button = [0, 0, 0, 2, 64, 65][number(0...5)]
    let place = "\(number(1...size.columns));\(number(1...size.rows))"
    return "\u{1b}[<\(button);\(place)M\u{1b}[<\(button);\(place)m"
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
