import Screen
import TestSupport

/// What a person, or a cat, does at a terminal; nothing that is meant to end or stop the program.
struct RandomTyping {
  private var generator: SeededGenerator
  private static let plainKeys =
    "cpwirdaxuU ][}{fsb><vJK)(/\\nNFS=123456zojkghlGeDBLPWM?:#%,;~CVTIXOAm_|RHZ+-*t\t\r\u{7f}"
  private static let longKeys = [
    "\u{1b}[A", "\u{1b}[B", "\u{1b}[C", "\u{1b}[D", "\u{1b}OA", "\u{1b}OB", "\u{1b}[5~",
    "\u{1b}[6~",
    "\u{1b}[H", "\u{1b}[F", "\u{1b}[Z", "\u{1b}OP", "\u{1b}[15~", "\u{1b}[1;3C", "\u{1b}[1;3D",
    "\u{06}", "\u{02}", "\u{04}", "\u{15}", "\u{12}", "\u{17}", "yh", "yl", "yx", "yt", "yf",
    "ys", "yy",
    "中", "e\u{301}", "\u{1b}[999;7z", "\u{1b}[200~two\nlines \u{7}中\u{1b}[201~",
  ]
  private static let keys = plainKeys.map { String($0) } + longKeys
  /// Keys that lead to decisions, of which a program keeps each.
  private static let decidingKeys = Set("cpwirdaxuUm".map { String($0) } + ["\u{12}"])

  private let keys: [String]

  /// - Parameters:
  ///   - seed: what all that is done follows from.
  ///   - decides: whether logs are judged as well.
  init(seed: UInt64, decides: Bool) {
    generator = SeededGenerator(seed: seed)
    keys = decides ? Self.keys : Self.keys.filter { !Self.decidingKeys.contains($0) }
  }

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
    default: terminal.send(keys.randomElement(using: &generator) ?? "j")
    }
  }

  private mutating func mouse(in size: ScreenSize) -> String {
    let button = [0, 0, 0, 2, 64, 65][number(0...5)]
    let place = "\(number(1...size.columns));\(number(1...size.rows))"
    return "\u{1b}[<\(button);\(place)M\u{1b}[<\(button);\(place)m"
  }

  /// A number out of a range, for what else is left to chance.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
