import Screen
import Testing

@testable import Workbench

@Suite struct KeymapTests {
  @Test func noKeyAsksForTwoActions() {
    let rows = Action.all.flatMap { info in info.keys.map { ($0, info.name) } }
    let byKeys = Dictionary(grouping: rows, by: \.0)
    for (keys, owners) in byKeys { #expect(owners.count == 1, "\(keys): \(owners.map(\.1))") }
  }

  @Test func everyActionHasAKeyThatIsSpelledRight() {
    for info in Action.all {
      #expect(!info.keys.isEmpty, "\(info.name)")
      for text in info.keys {
        let keys = Keymap.sequence(text)
        #expect(keys.count == text.split(separator: " ").count, "\(info.name): \(text)")
        #expect(keys.map(KeyName.text).joined(separator: " ") == text)
        #expect(Keymap.standard.meaning(of: keys) == .action(info.action))
      }
    }
  }

  @Test func namesAndActionsAreListedOnce() {
    #expect(Set(Action.all.map(\.name)).count == Action.all.count)
    #expect(Set(Action.all.map(\.action)).count == Action.all.count)
  }

  @Test func noKeyIsABeginningOfLongerRows() {
    for info in Action.all {
      for text in info.keys where text.contains(" ") {
        let keys = Keymap.sequence(text)
        #expect(Keymap.standard.meaning(of: Array(keys.dropLast())) == .prefix)
      }
    }
  }

  @Test func aPrefixTellsWhatCanFollow() {
    let next = Keymap.standard.continuations(of: Keymap.sequence("y"))
    #expect(next.map(\.key) == ["h", "t", "f", "s", "y", "l", "x"])
  }

  @Test(arguments: [
    ("C-d", Key.control("d")), ("S-Tab", Key(.backTab)), ("Space", Key.character(" ")),
    ("F1", Key(.function(1))), ("A-x", Key(.character("x"), .alt)), ("-", Key.character("-")),
  ])
  func keysReadAsTheyAreWritten(text: String, key: Key) {
    #expect(KeyName.key(named: text) == key)
    #expect(KeyName.text(of: key) == text)
  }

  @Test(arguments: ["", "XY", "C-", "F0", "F64", "Q-x"])
  func whatNamesNoKeyIsRefused(text: String) {
    #expect(KeyName.key(named: text) == nil)
  }
}
