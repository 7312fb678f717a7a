import Query
import Screen
import TestSupport
import Testing

@testable import Workbench

@Suite struct PromptTests {
  private func prompt(_ bench: Bench) throws -> Prompt {
    guard case .prompt(let prompt) = bench.model.dialogue.mode else {
      Issue.record("no prompt")
      throw CancellationError()
    }
    return prompt
  }

  @Test func upRecallsWhatWasEnteredAndBeginsAsWhatIsTyped() throws {
    var bench = try Bench()
    for text in ["outcome:timeout", "p<0.5", "outcome:culprit"] {
      bench.press("F C-u")
      bench.type(text)
      bench.press("Enter")
    }
    bench.press("F C-u")
    bench.type("out")
    bench.press("Up")
    #expect(try prompt(bench).text == "outcome:culprit")
    bench.press("Up Up")
    #expect(try prompt(bench).text == "outcome:timeout")
    #expect(bench.model.list.shown.count == 1)
    bench.press("Down Down")
    #expect(try prompt(bench).text == "out")
    bench.press("C-p Enter")
    #expect(bench.model.filter.text == "outcome:culprit")
  }

  @Test func searchesAndFiltersHaveHistoriesOfTheirOwn() throws {
    var bench = try Bench()
    bench.press("/")
    bench.type("usb")
    bench.press("Enter F Up")
    #expect(try prompt(bench).text == "")
    bench.press("Escape / Up")
    #expect(try prompt(bench).text == "usb")
  }

  @Test func tabPutsTheOnlyCandidateIn() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("verd")
    bench.press("Tab")
    #expect(try prompt(bench).text == "verdict:")
    #expect(try prompt(bench).cursor == 8)
    #expect(try prompt(bench).completion == nil)
  }

  @Test func tabGoesRoundTheCandidatesAndEscapeTakesThemBack() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("verdict:")
    bench.press("Tab")
    let first = try prompt(bench)
    #expect(first.text == "verdict:correct")
    let count = try #require(first.completion).found.candidates.count
    bench.press("Tab S-Tab S-Tab")
    #expect(try prompt(bench).completion?.chosen == count - 1)
    bench.press("Tab")
    #expect(try prompt(bench).text == "verdict:correct")
    bench.press("Escape")
    #expect(try prompt(bench).text == "verdict:")
    bench.press("Tab Enter")
    #expect(bench.model.filter.text == "verdict:correct")
  }

  @Test func titlesOfTheLogsAreOffered() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("title:llcp")
    bench.press("Tab")
    #expect(try prompt(bench).text.contains("llcp_sock_getname"))
    #expect(bench.model.list.shown.count >= 1)
  }

  @Test func aPromptWithCandidatesAndMistakes() throws {
    var bench = try Bench(rows: 24, columns: 80)
    bench.press("F")
    bench.type("outcome:culprit p<")
    try expectGolden(bench.model.render().styleMap, named: "prompt-mistake-styles")
    bench.press("C-u Tab")
    try expectGolden(bench.screen, named: "prompt-completion")
  }

  @Test func aWordThatFitsNothingIsHintedAtAsAChoice() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("doubtful-word")
    #expect(bench.screen.contains("0 logs fit"))
    #expect(!bench.screen.contains("perhaps"))
    bench.press("C-u")
    bench.type("retest")
    #expect(bench.screen.contains("0 logs fit; perhaps verdict:retest?"))
  }

  /// The names of the palette's first commands for what was typed.
  private func commands(for typed: String) throws -> [String] {
    var bench = try Bench()
    bench.press(":")
    bench.type(typed)
    guard case .menu(let menu) = bench.model.dialogue.mode else { return [] }
    return menu.visible.prefix(3).map { String($0.text.prefix { $0 != ":" }) }
  }

  @Test func aCommandWhoseNameBeginsSoStandsFirst() throws {
    #expect(try commands(for: "gr").prefix(2) == ["grow", "group"])
    #expect(try commands(for: "raw").prefix(2) == ["raw-line", "focus-raw"])
  }
}
