import BisectionLog
import Testing
import Triage

@Suite struct MainForeignTitleTests {
  private let own = "KASAN: use-after-free Read in widget_release"
  private let polling = "WARNING in gadget_poll"
  private let waiting = "INFO: task hung in lever_pull"

  private func foreignTitle(middle: [String], last: [String]) -> String? {
    func runs(_ titles: [String]) -> [String] {
      titles.enumerated().map { "run #\($0): crashed: \($1)" }
    }
    return LogSummary(of: SampleLogs.cause(middle: runs(middle), last: runs(last))).foreignTitle
  }

  @Test func theOneThatMostRunsCrashedWithCounts() {
    #expect(foreignTitle(middle: [polling, waiting], last: [own, waiting]) == waiting)
    #expect(foreignTitle(middle: [polling, polling, waiting], last: [own, own, own]) == polling)
  }

  @Test func ofEquallyFrequentOnesItIsTheFirst() {
    #expect(foreignTitle(middle: [waiting, polling], last: [own]) == waiting)
    #expect(foreignTitle(middle: [polling, waiting], last: [waiting, polling]) == polling)
  }

  @Test func allRunsCountAsManyAsTheyWere() {
    let log = SampleLogs.cause(
      middle: ["run #0: crashed: \(polling)", "run #1: crashed: \(polling)"],
      last: ["all runs: crashed: \(waiting)"])
    #expect(LogSummary(of: log).foreignTitle == waiting)
    #expect(foreignTitle(middle: [own], last: [own]) == nil)
  }
}
