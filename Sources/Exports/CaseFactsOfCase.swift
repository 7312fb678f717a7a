import BisectionLog
import Cases
import Triage

extension CaseFacts {
  /// The facts of a case for an assessment; the bug's title is that of its report where the bug has
  /// none.
  package init(of bugCase: BugCase?, originalReport: AnalysedReport? = nil) {
    self.init()
    checks = (bugCase?.checks ?? []).map { Check(name: $0.name, passed: $0.passed) }
    self.originalReport = originalReport.map {
      OriginalReport(
        report: $0.report, text: $0.text, title: bugCase?.bug.title ?? $0.title)
    }
  }
}
