import BisectionLog
import Cases
import Reviews
import Triage

/// A log with everything that is known about it: what every export is made from.
package struct AnalysedLog: Sendable {
  /// Where it was read, as a person would write it.
  package var path: String
  /// What its review is kept under.
  package var digest: ContentDigest
  /// Its content.
  package var log: BisectionLog
  /// What its crash report points at.
  package var guilt: Guilt
  /// How far its culprit can be trusted.
  package var assessment: Assessment
  /// What a person decided about it.
  package var review: Review?
  /// The bug that it belongs to, with its claim, parts and mails; nil if it is unknown.
  package var bugCase: BugCase?
  /// The crash report that the bug was found by, where it is available: a log ends with its last
  /// crash, which is often another bug's.
  package var originalReport: AnalysedReport?

  /// Combines what is known about a log.
  package init(
    path: String, digest: ContentDigest, log: BisectionLog, guilt: Guilt, assessment: Assessment,
    review: Review? = nil, bugCase: BugCase? = nil
  ) {
    self.path = path
    self.digest = digest
    self.log = log
    self.guilt = guilt
    self.assessment = assessment
    self.review = review
    self.bugCase = bugCase
  }

  /// What a list shows of it.
  package var summary: LogSummary { LogSummary(log, assessment: assessment, guilt: guilt) }

  /// The commits that are left where the log names several, safe to print.
  var commitsLeft: [String] {
    guard log.outcome.kind == .inconclusive else { return [] }
    return log.outcome.commits.map { visible(log.string($0)) }
  }

  /// Whether the log is about a bisection, whose result can be trusted or not.
  var isBisection: Bool {
    switch log.format {
    case .syzkaller, .gitBisectLog, .gitBisectRun: true
    case .mail: bugCase?.claim != nil
    case .patchTest, .crashReport, .unknown: false
    }
  }
}
