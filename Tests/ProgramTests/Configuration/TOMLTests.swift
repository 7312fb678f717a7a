import TestSupport
import Testing

@testable import bisectty

@Suite struct TOMLTests {
  private func document(_ text: String) -> TOMLDocument { TOMLDocument(reading: Array(text.utf8)) }

  private func value(_ text: String) -> TOMLValue.Kind? {
    let document = document("key = \(text)")
    #expect(document.problems.isEmpty, "\(text): \(document.problems)")
    return document.settings.first?.value.kind
  }

  @Test func readsTablesDottedAndQuotedKeysWithTheirLines() {
    let document = document(
      "# first\nroot = 1\n\n[a.\"b c\"] # why\n  x . y = true\r\n'q.r' = \"s\"\n")
    #expect(document.problems.isEmpty)
    #expect(
      document.settings.map(\.path) == [["root"], ["a", "b c", "x", "y"], ["a", "b c", "q.r"]])
    #expect(document.settings.map(\.line) == [2, 5, 6])
    #expect(document.tables.map(\.line) == [4])
  }

  @Test(arguments: [
    (#""a\tb\"\\\u00e9\U0001F600""#, "a\tb\"\\é😀"), (#"'a\tb'"#, #"a\tb"#), ("\"\"", ""),
  ])
  func readsTexts(_ text: String, _ meant: String) {
    #expect(value(text) == .string(meant))
  }

  @Test func readsNumbersAndTruth() {
    #expect(value("1_000") == .integer(1000))
    #expect(value("-7") == .integer(-7))
    #expect(value("0xff") == .integer(255))
    #expect(value("true") == .boolean(true))
    #expect(value("false # no") == .boolean(false))
  }

  @Test func listsMayGoOverLinesAndEndInACommaTablesMayNot() {
    let list = document(
      "a = [ # why\n  \"x\",\n  \"y\", # because\n]\nb = { c = 1, d.e = \"f\" }\n")
    #expect(list.problems.isEmpty)
    guard case .array(let values) = list.settings.first?.value.kind else {
      Issue.record("no list")
      return
    }
    #expect(values.map(\.string) == ["x", "y"])
    #expect(values.map(\.line) == [2, 3])
    #expect(document("b = { c = 1\n}\n").problems.count == 2)
  }

  @Test(arguments: [
    ("a = \"b", 1, "the closing \" is missing"),
    ("\na = 1 2", 2, "'2' does not belong here; begin a new line, or a comment with #"),
    ("a", 1, "'=' is missing after the key 'a'"),
    ("a =", 1, "a value is missing; texts stand in quotes"),
    ("a = dark", 1, "'dark' is no value; texts stand in quotes"),
    ("a = 1.5", 1, "'1.5' is no value; texts stand in quotes"),
    ("[a", 1, "']' is missing after the table's name"),
    ("[[a]]", 1, "arrays of tables such as [[this]] are not used here; write [name]"),
    (
      "a = \"\"\"x\"\"\"", 1, "texts over several lines are not used here; write one line in quotes"
    ),
    ("a = [1,\n\n", 1, "']' is missing at the end of this list"),
    ("a = [1 2]", 1, "',' or ']' is missing in the list that begins on line 1"),
    ("a = 1\na = 2", 2, "'a' was set before, on line 1; remove one of them"),
    ("[a]\n[a]", 2, "table [a] began before, on line 1; join the two"),
    ("a = \"\\q\"", 1, "this backslash means nothing; write \\\\, or the text in single quotes"),
    ("a = \"\\ud800\"", 1, "4 hexadecimal digits of a character must follow here"),
    ("= 1", 1, "'= 1' is no key; write name = value"),
  ])
  func tellsWhatItCannotRead(_ text: String, _ line: Int, _ message: String) {
    #expect(document(text).problems == [ConfigurationProblem(line: line, message)])
  }

  @Test func goesOnAfterAProblemAndKeepsTheRest() {
    let document = document("a = 1\nb = ?\n[c\nd = 2\n[e]\nf = 3\n")
    #expect(document.problems.map(\.line) == [2, 3])
    #expect(document.settings.map(\.path) == [["a"], ["e", "f"]])
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var random = SeededGenerator(seed: 7)
    let signs = Array("[]{}=\"'\\.,#ab1-\n\r\t \u{e9}".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      _ = Configuration.read(bytes)
    }
    _ = Configuration.read(Array(repeating: UInt8(ascii: "["), count: 10_000))
    _ = Configuration.read(Array("a=".utf8) + Array(repeating: UInt8(ascii: "["), count: 10_000))
  }
}
