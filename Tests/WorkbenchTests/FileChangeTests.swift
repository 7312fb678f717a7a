import BisectionLog
import Reviews
import Testing
import Triage

@testable import Workbench

/// What the workbench shows of files that became others, or went, after they were listed.
@Suite struct FileChangeTests {
  @Test func theListTellsWhatIsInAFileNow() throws {
    var bench = try Bench(["culprit-right", "timeout"])
    bench.open("timeout")
    let other = try #require(bench.model.opened)
    bench.open("culprit-right")
    let id = try #require(bench.model.list.selected)
    let now = OpenedLog(
      id: id, digest: other.digest, log: other.log, assessment: other.assessment,
      guilt: other.guilt)
    bench.send(.opened(now, id: id))
    #expect(bench.model.list.entries[id].summary?.outcome == .timeout)
    #expect(bench.model.list.entries[id].digest == other.digest)
    #expect(bench.model.status?.text == "Log changed, reread")
    // A verdict is on what is shown.
    bench.press("r")
    #expect(bench.model.decisions.book.standing(of: other.digest)?.isReviewed == true)
    #expect(bench.model.reviewedCount == 1)
  }

  @Test func aFileThatChangedBeforeItIsOpenedSaysSo() throws {
    var bench = try Bench(["culprit-right", "timeout"])
    bench.open("culprit-right")
    let other = try #require(bench.model.opened)
    bench.holdsAnswers = true
    bench.open("timeout")
    let id = try #require(bench.model.list.selected)
    try #require(id != other.id)
    let now = OpenedLog(
      id: id, digest: other.digest, log: other.log, assessment: other.assessment,
      guilt: other.guilt)
    bench.send(.opened(now, id: id))
    #expect(bench.model.list.entries[id].digest == other.digest)
    #expect(bench.model.status?.text == "The file has changed since it was listed")
  }

  @Test func aFileThatIsGoneSaysSo() throws {
    var bench = try Bench(["culprit-right", "timeout"])
    bench.holdsAnswers = true
    bench.press("J")
    let id = try #require(bench.model.list.selected)
    bench.send(.settled([(id, .failed("no such file or directory, check the path"))]))
    bench.send(.opened(nil, id: id))
    #expect(bench.screen.contains("no such file or directory, check the path"))
    #expect(!bench.screen.contains("Reading"))
    bench.press("c")
    #expect(bench.model.opened == nil)
    #expect(bench.model.status?.text.contains("could not be read") == true)
  }

  @Test func aFilterThatHidesAllLogsShowsNone() throws {
    var bench = try Bench()
    bench.press("F")
    bench.type("nothing-holds-this")
    #expect(bench.model.opened == nil)
    #expect(bench.screen.contains("No log is selected"))
    bench.press("Escape")
    #expect(bench.model.opened != nil)
  }

  @Test func aMarkJoinsTheCharacterBeforeItAtThePrompt() throws {
    var bench = try Bench()
    bench.press("/")
    bench.type("de\u{301}")
    guard case .prompt(let prompt) = bench.model.dialogue.mode else {
      Issue.record("\(bench.model.dialogue.mode)")
      return
    }
    #expect(prompt.text.count == 2)
    #expect(prompt.cursor == 2)
  }
}
