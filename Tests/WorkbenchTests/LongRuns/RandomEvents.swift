import Screen
import TestSupport

@testable import Workbench

/// What a person, a window and the outside may do to the workbench, in an order that follows from a
/// seed.
struct RandomEvents {
  private(set) var generator: SeededGenerator
  private static let actionKeys = Action.all.flatMap(\.keys).map(Keymap.sequence)
  private static let otherKeys: [Key] = [
    Key(.escape), Key(.enter), Key(.tab), Key(.backspace), Key(.delete), Key(.up), Key(.down),
    Key(.left), Key(.right), Key(.home), Key(.end), Key(.insert), Key(.function(12)),
    .control("a"), .control("e"), .control("u"), .control("w"), .control("k"), .control("c"),
    Key(.character("x"), .alt), Key(.up, [.control, .shift]),
  ]
  private static let texts = [
    "", "a", "WARNING in", "outcome:culprit p<0.3", "outcome:", "-", "((", "title:\"", "culprit",
    "e\u{301}", "\u{301}", "中文字", "\u{202e}abc", "\u{1b}[2J\u{7}", "\r\n", "two\nlines", "👨‍👩‍👧",
    "\t", String(repeating: "long ", count: 300),
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func text() -> String { Self.texts.randomElement(using: &generator) ?? "" }

  /// Some events that belong together: a row of keys, a text typed, a click, a resize.
  mutating func burst(in size: ScreenSize) -> [InputEvent] {
    switch number(0...99) {
    case ..<55: return keys.map { .key($0) }
    case ..<70: return [.key(Self.otherKeys.randomElement(using: &generator) ?? Key(.escape))]
    case ..<78: return text().prefix(12).map { .key(.character($0)) }
    case ..<82: return [.paste(text())]
    case ..<94: return [.mouse(mouse(in: size))]
    case ..<98: return [.resize(self.size)]
    default: return [.wake, .timeout]
    }
  }

  private var keys: [Key] {
    mutating get { Self.actionKeys.randomElement(using: &generator) ?? [] }
  }

  /// A size; small ones and those at which the layout changes come often.
  var size: ScreenSize {
    mutating get {
      let rows = [0...100, 0...14, 26...30][number(0...2)]
      let columns = [0...300, 0...60, 98...102, 168...172][number(0...3)]
      return ScreenSize(rows: number(rows), columns: number(columns))
    }
  }

  private mutating func mouse(in size: ScreenSize) -> MouseEvent {
    let actions: [MouseEvent.Action] = [
      .press, .press, .press, .release, .drag, .wheelUp, .wheelDown, .doublePress,
    ]
    // A little outside the screen too, as after a resize that the terminal has not seen yet.
    return MouseEvent(
      row: number(-1...size.rows + 1), column: number(-1...size.columns + 1),
      action: actions.randomElement(using: &generator) ?? .press)
  }
}
