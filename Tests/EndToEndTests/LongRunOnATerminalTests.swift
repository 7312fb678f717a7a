import Foundation
import ReviewStore
import Screen
import TestSupport
import Testing

/// Whatever keys, mouse and window do to the real program, the terminal shows what it would show if
/// all were drawn anew, and the program's memory stays within bounds.
///
/// The suite takes one seed. `BISECTTY_LONG_RUNS=20 swift test --filter LongRunOnATerminalTests` takes
/// 20, from the number in `BISECTTY_FIRST_SEED` on; a failure names its seed. `BISECTTY_LONG_RUN_ROUNDS`
/// or `BISECTTY_LONG_RUN_MINUTES` says how long each session lasts at least, `BISECTTY_LONG_RUN_LOGS`
/// names another folder of logs.
@Suite struct LongRunOnATerminalTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static func number(_ name: String, else usual: Int) -> Int {
    environment[name].flatMap { Int($0) } ?? usual
  }
  private static let seeds: Range<UInt64> = {
    let first = UInt64(number("BISECTTY_FIRST_SEED", else: 1))
    return first..<first + UInt64(number("BISECTTY_LONG_RUNS", else: 1))
  }()
  private static let rounds = number("BISECTTY_LONG_RUN_ROUNDS", else: 6)
  private static let length = Duration.seconds(60 * number("BISECTTY_LONG_RUN_MINUTES", else: 0))
  private static let logs = environment["BISECTTY_LONG_RUN_LOGS"] ?? "Resources/samples"

  @Test func theTerminalShowsWhatAFreshDrawingShows() throws {
    for seed in Self.seeds {
      var typing = RandomTyping(seed: seed)
      let workbench = try WorkbenchOnATerminal.opened(
        [Self.logs], environment: ["EDITOR": "true", "VISUAL": nil, "PAGER": "true"])
      let terminal = workbench.terminal
      #expect(
        terminal.waitFor(seconds: 120) {
          $0.text.contains("Timeline") && !$0.text.contains("reading…")
        })
      var memory = try MemoryRecord(
        seed: seed, store: workbench.home.path + "/state/bisectty/reviews.sqlite")
      let end = ContinuousClock.now + Self.length
      var round = 0
      while round < Self.rounds || ContinuousClock.now < end {
        round += 1
        typing.showLogs(on: terminal)
        for _ in 0..<8 { typing.act(on: terminal) }
        // Out of prompts and choices; one after the other, for two together would be another key.
        for _ in 0..<3 {
          terminal.send("\u{1b}")
          terminal.pumpUntilQuiet(milliseconds: 70)
        }
        #expect(terminal.waitUntilIdle(), "seed \(seed), round \(round): it is busy for a minute")
        guard terminal.ending == nil else { break }
        let before = Look(terminal.screen)
        terminal.send("\u{0c}")
        terminal.waitUntilIdle()
        let difference = before.difference(from: Look(terminal.screen))
        #expect(difference == nil, "seed \(seed), round \(round):\n\(terminal.screen.text)")
        #expect(terminal.screen.unknown.isEmpty, "seed \(seed): \(terminal.screen.unknown)")
        guard difference == nil else { return }
        try memory.add(try terminal.residentMemory())
        terminal.forgetWritten()
      }
      #expect(memory.isBounded, "seed \(seed): \(memory.kibibytes) KiB, \(memory.decisions)")
      terminal.send("q")
      #expect(terminal.waitForEnd() == .exited(0), "seed \(seed): \(crashNote(in: workbench.home))")
      #expect(terminal.isRestored, "seed \(seed)")
    }
  }
}

/// What the program wrote about its own crash; empty where it did not crash.
private func crashNote(in home: TemporaryFolder) -> String {
  let folder = home.path + "/state/bisectty"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  let note = names.first { $0.hasPrefix("crash-") }
  return note.flatMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) } ?? ""
}

/// How much memory a program held after each round, and how many decisions there were by then.
private struct MemoryRecord {
  let seed: UInt64
  private(set) var kibibytes: [Int] = []
  private(set) var decisions: [Int] = []
  private let store: ReviewStore

  init(seed: UInt64, store: String) throws {
    self.seed = seed
    self.store = try ReviewStore.open(store)
  }

  mutating func add(_ kibibytes: Int) throws {
    self.kibibytes.append(kibibytes)
    let rounds = self.kibibytes.count
    let news = rounds % 10 == 0 ? try store.newEvents().count : 0
    decisions.append((decisions.last ?? 0) + news)
    guard rounds % 50 == 0 else { return }
    print(
      "seed \(seed), after \(rounds) rounds: \(kibibytes) KiB, \(decisions.last ?? 0) decisions")
  }

  /// Whether the last quarter of a long session took no more than its first half.
  ///
  /// An eighth and 8 MiB are allowed, for texts and logs are not equally long, and 1 KiB for each
  /// decision, for each can be undone. A short session tells nothing.
  var isBounded: Bool {
    guard kibibytes.count >= 40 else { return true }
    let half = kibibytes.count / 2
    let early = kibibytes.prefix(half).max() ?? 0
    let late = kibibytes.suffix(half / 2).max() ?? 0
    let decided = (decisions.last ?? 0) - decisions[half]
    return late <= early + early / 8 + 8192 + decided
  }
}

/// What a person sees of a terminal.
private struct Look {
  private let lines: [String]
  private let styles: [[Style]]
  private let cursor: [Int]

  init(_ screen: TerminalEmulator) {
    lines = (0..<screen.size.rows).map { screen.line($0) }
    styles = (0..<screen.size.rows).map { row in
      (0..<screen.size.columns).map { column in
        let style = screen.style(row: row, column: column)
        // The colour of letters does not show where there is none, and curses leaves any there.
        let isPlain = style.attributes.isDisjoint(with: [.underline, .reverse])
        guard screen.isBlank(row: row, column: column), isPlain else { return style }
        return Style(background: style.background)
      }
    }
    cursor = screen.hidesCursor ? [] : [screen.cursor.row, screen.cursor.column]
  }

  /// Where it is not as it should be, in words; nil where all is the same.
  func difference(from fresh: Look) -> String? {
    for (row, (line, freshLine)) in zip(lines, fresh.lines).enumerated() where line != freshLine {
      return "row \(row) is “\(line)” instead of “\(freshLine)”"
    }
    for (row, (shown, wanted)) in zip(styles, fresh.styles).enumerated() where shown != wanted {
      let column = zip(shown, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      return "cell \(row), \(column) is \(shown[column]) instead of \(wanted[column])"
    }
    return cursor == fresh.cursor ? nil : "the cursor is at \(cursor) instead of \(fresh.cursor)"
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

  /// Takes the filter away that nothing fits: a session without logs is a short story.
  func showLogs(on terminal: PseudoTerminal) {
    guard terminal.screen.text.contains("No log fits the filter") else { return }
    terminal.send("F\u{15}\r")
  }

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
