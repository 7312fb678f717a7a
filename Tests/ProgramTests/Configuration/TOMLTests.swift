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
    #expect(!document("b = { c = 1\n}\n").problems.isEmpty)
  }

  /// What no setting takes is read all the same, so that a message can say what must be there.
  @Test(arguments: [
    ("1.5", TOMLValue.Kind.fraction), ("inf", .fraction), ("1979-05-27T07:32:00Z", .date),
    ("07:32:00", .date), ("\"\"\"\nx\n  y\"\"\"", .string("x\n  y")),
    ("'\'\'a\\b\'\'\'", .string("a\\b")),
    ("0b101", .integer(5)),
  ])
  func readsTheWholeOfTOML(_ text: String, _ kind: TOMLValue.Kind) {
    #expect(value(text) == kind)
  }

  @Test func readsArraysOfTablesAndTablesInLists() {
    let document = document("[[a]]\nx = 1\n[[a]]\ny.z = 2\n[b]\nc = [{ d = 3 }]\n")
    #expect(document.problems.isEmpty)
    #expect(document.settings.map(\.path) == [["a"], ["b", "c"]])
    guard case .array(let elements)? = document.settings.first?.value.kind else {
      Issue.record("no list")
      return
    }
    let inner = elements.map { element -> [[String]] in
      if case .table(let settings) = element.kind { settings.map(\.path) } else { [] }
    }
    #expect(inner == [[["x"]], [["y", "z"]]])
  }

  /// The line, and the key where there is one; the words are those of toml++.
  @Test(arguments: [
    ("a = \"b", 1, "error"), ("\na = 1 2", 2, "key-value"), ("a", 1, "key"), ("a =", 1, "value"),
    ("a = dark", 1, "value"), ("[a", 1, "table"), ("a = [1,\n\n", 2, "array"),
    ("a = [1 2]", 1, "array"), ("a = 1\na = 2", 2, "'a'"), ("[a]\n[a]", 2, "'a'"),
    ("a = \"\\q\"", 1, "string"), ("a = \"\\ud800\"", 1, "scalar"), ("= 1", 1, "error"),
  ])
  func tellsWhatItCannotRead(_ text: String, _ line: Int, _ word: String) throws {
    let problem = try #require(document(text).problems.first)
    #expect(problem.line == line)
    #expect(problem.message.contains(word), "\(problem.message)")
    #expect(!problem.message.contains("\n"))
  }

  @Test func textThatIsNoUTF8IsRefused() {
    #expect(TOMLDocument(reading: [0x61, 0x3D, 0xFF]).problems.count == 1)
  }

  @Test func goesOnAfterAProblemAndKeepsTheRest() {
    let document = document("a = 1\nb = ?\n[c\nd = 2\n[e]\nf = 3\n")
    #expect(document.problems.map(\.line) == [2, 3])
    #expect(document.settings.map(\.path) == [["a"], ["e", "f"]])
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var random = SeededGenerator(seed: 7)
    let signs = Array("[]{}=\"'\\.,#ab1-\n\r\t \u{e9}".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<30_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      _ = Configuration.read(bytes)
    }
    _ = Configuration.read(Array(repeating: UInt8(ascii: "["), count: 100_000))
    _ = Configuration.read(
      Array("a=[".utf8) + Array(Array(repeating: "1,", count: 100_000).joined().utf8))
    _ = Configuration.read(Array(Array(repeating: "=\n", count: 100_000).joined().utf8))
    _ = Configuration.read(Array("a=".utf8) + Array(repeating: UInt8(ascii: "["), count: 10_000))
  }
}
