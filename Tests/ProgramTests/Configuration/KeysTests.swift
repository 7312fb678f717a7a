import Screen
import Testing
import Workbench

@testable import bisectty

@Suite struct KeysTests {
  private func read(_ text: String) -> Configuration.Reading {
    Configuration.read(Array("[keys]\n\(text)".utf8))
  }

  @Test func keysCanBeGivenByTheNameOfACommand() throws {
    let reading = read("next-frame = [\"]\", \"Alt-Down\", \"Ctrl-X n\"]")
    #expect(reading.problems == [])
    let keymap = reading.configuration.keymap
    #expect(keymap.keys(for: .nextFrame) == ["]", "C-x n", "A-Down"])
    #expect(keymap.meaning(of: [Key(.down, .alt)]) == .action(.nextFrame))
    #expect(keymap.meaning(of: [.control("x")]) == .prefix)
  }

  @Test func emptyListsTakeKeysAway() {
    let keymap = read("withdraw = []\nfilter = [\"x\"]").configuration.keymap
    #expect(keymap.keys(for: .withdraw) == [])
    #expect(keymap.keys(for: .filter) == ["x"])
    #expect(keymap.meaning(of: [.character("F")]) == .nothing)
  }

  @Test func aSingleTextIsAListOfOne() {
    #expect(read("zoom = \"@\"").configuration.keymap.keys(for: .zoom) == ["@"])
  }

  @Test func aKeyForTwoCommandsNamesBothAndLeavesTheStandardKeys() {
    let reading = read("filter = [\"q\"]")
    #expect(
      reading.problems == [
        ConfigurationProblem(
          line: 2,
          "'q' asks for both 'filter' and 'quit' (by default); "
            + "give one of them another key, or none with []")
      ])
    #expect(reading.configuration.keymap == .standard)
    #expect(read("filter = [\"@\"]\nsort = [\"@\"]").problems.map(\.line) == [3])
  }

  @Test func aKeyThatBeginsARowOfAnotherNamesBoth() {
    let others = Action.all.filter { info in
      info.name != "copy-hash" && info.keys.contains { $0.hasPrefix("y ") }
    }
    let reading = read(
      "filter = [\"y\"]\n" + others.map { "\($0.name) = []\n" }.joined())
    #expect(
      reading.problems == [
        ConfigurationProblem(
          line: 2,
          "'y' of 'filter' begins 'y h' of 'copy-hash' (by default), which could never be typed; "
            + "give one of them another key, or none with []")
      ])
  }

  @Test(arguments: [
    ("Ctrl-d", "C-d"), ("C-D", "C-d"), ("Alt-Down", "A-Down"), ("M-x", "A-x"), ("Shift-a", "A"),
    ("S-F5", "S-F5"), ("Esc", "Escape"), ("PgDn", "PageDown"), ("Shift-Tab", "S-Tab"),
    ("C-A-x", "C-A-x"), ("C--", "C--"), ("-", "-"),
  ])
  func keysHaveSeveralSpellingsAndOneName(_ written: String, _ name: String) throws {
    let key = try #require(KeyName.key(named: written))
    #expect(KeyName.text(of: key) == name)
    #expect(KeyName.key(named: name) == key)
  }

  @Test func theTableHasARowForEachCommand() {
    let table = KeyTable.markdown(.standard)
    for info in Action.all { #expect(table.contains("| `\(info.name)` |")) }
  }
}
