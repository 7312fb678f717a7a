import Foundation
import Screen
import TestSupport
import Testing

@testable import bisectty

/// Programs that a person names in variables: nothing of a shell happens with them.
@Suite struct ProgramTests {
  @Test(arguments: [
    ("vim", ["vim"]), ("  vim  -u NONE ", ["vim", "-u", "NONE"]),
    ("'/opt/my editor/ed' -n", ["/opt/my editor/ed", "-n"]),
    ("ed \"a \\\"b\\\" c\" d\\ e ''", ["ed", "a \"b\" c", "d e", ""]),
    ("ed 'a\\b' x\"y\"z", ["ed", "a\\b", "xyz"]), ("ed $(x) ; y", ["ed", "$(x)", ";", "y"]),
    ("ed 'open", ["ed", "open"]),
  ])
  func wordsAreQuotedAsInAShell(setting: String, words: [String]) throws {
    let read = try #require(CommandWords(setting))
    #expect([read.program] + read.arguments == words)
  }

  @Test(arguments: ["", "   ", "''"])
  func nothingNamesNoProgram(setting: String) {
    #expect(CommandWords(setting) == nil)
  }

  @Test func aTemplateSaysWhereFileAndLineBelong() throws {
    let editor = try #require(
      Editor { $0 == "BISECTTY_EDITOR" ? "ed --at={line} {file} -x" : "vi" })
    let program = editor.program(opening: "-a {line} $(b)", line: 7)
    #expect(program.name == "ed")
    #expect(program.arguments == ["--at=7", "./-a {line} $(b)", "-x"])
  }

  @Test func thePagerIsLessUnlessAnotherIsNamed() {
    #expect(Pager { _ in nil }.name == "less")
    #expect(Pager { _ in "" }.name == "less")
    #expect(Pager { $0 == "PAGER" ? "/usr/bin/most -s" : nil }.name == "most")
    #expect(Pager { ["PAGER": "more", "BISECTTY_PAGER": "bat"][$0] }.name == "bat")
  }

  @Test func thePagerGetsNothingATerminalCouldObey() {
    let text = "a\tb\u{1b}]52;c;eA==\u{7}\r\n\u{9b}2Jx\u{202e}\nplain\n"
    let safe = String(decoding: Pager.safe(Array(text.utf8)), as: UTF8.self)
    #expect(safe == "a\tb␛]52;c;eA==␇\n\u{FFFD}2Jx\u{FFFD}\nplain\n")
    let program = Pager { _ in "less -R" }.program(showing: Array("x".utf8))
    #expect(program == ChildProgram("less", ["-R"], input: .bytes(Array("x".utf8))))
  }

  @Test func aCopyProgramGetsTheTextAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/clip"
    let copier = try #require(CopyProgram { _ in "tee '\(target)'" })
    let text = "$(touch x)\n#syz fix: \u{1b}[2J"
    #expect(copier.copy(text) == nil)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == text)
  }

  @Test func aCopyProgramThatFailsSaysWhy() throws {
    #expect(try #require(CopyProgram { _ in "false" }).copy("x") == "it ended with status 1")
    #expect(
      try #require(CopyProgram { _ in "/no/such/program" }).copy("x") == "no such file or directory"
    )
    #expect(CopyProgram { _ in nil } == nil)
  }

  @Test func aCopyProgramMayLeaveAHelperBehind() throws {
    let folder = try TemporaryFolder()
    let door = folder.path + "/door"
    #expect(mkfifo(door, 0o600) == 0)
    let script = "cat > /dev/null; (read x < \(door); touch \(folder.path)/gone) &"
    let copier = try #require(CopyProgram { _ in "sh -c '\(script)'" })
    #expect(copier.copy("x") == nil)
    #expect(access(folder.path + "/gone", F_OK) != 0)
    // Lets the helper go.
    try "\n".write(toFile: door, atomically: false, encoding: .utf8)
  }
}
