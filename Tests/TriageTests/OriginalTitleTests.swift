import BisectionLog
import Testing
import Triage

@Suite struct OriginalTitleTests {
  static let crash = "KASAN: use-after-free Read in widget_release"

  @Test func theMostFrequentCrashOfTheOriginalCommitNamesTheLog() {
    let log = SampleLogs.cause(
      original: [
        "run #0: crashed: WARNING in widget_stop", "run #1: OK", "run #2: crashed: \(Self.crash)",
        "run #3: crashed: \(Self.crash)",
      ], crash: "WARNING in kvm_wait")
    #expect(log.string(log.originalTitle) == Self.crash)
    let summary = summary(of: log)
    #expect(summary.originalTitle == Self.crash)
    #expect(summary.crashTitle == "WARNING in kvm_wait")
    #expect(summary.title == Self.crash)
  }

  @Test func ofEquallyFrequentOnesItIsTheFirst() {
    let log = SampleLogs.cause(
      original: ["run #0: crashed: WARNING in widget_stop", "run #1: crashed: \(Self.crash)"])
    #expect(log.string(log.originalTitle) == "WARNING in widget_stop")
  }

  @Test func whatSyzkallerCalledRepresentativeComesFirst() {
    let log = SampleLogs.cause(
      original: [
        "run #0: crashed: WARNING in widget_stop", "run #1: crashed: WARNING in widget_stop",
        "run #2: crashed: \(Self.crash)", "representative crash: \(Self.crash), types: [KASAN]",
      ])
    #expect(log.string(log.originalTitle) == Self.crash)
  }

  @Test func aLogWithoutTheOriginalTestHasNone() {
    let runs = "all runs: crashed: \(Self.crash)\n"
    let text = "testing release v5.6\ntesting commit \(SampleLogs.release) with gcc\n" + runs
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.steps.count == 1)
    #expect(log.originalTitle == nil)
    #expect(BisectionLog(parsing: []).originalTitle == nil)
  }

  private func summary(of log: BisectionLog) -> LogSummary {
    LogSummary(log, assessment: Assessment(of: log), guilt: Guilt())
  }
}
