import BisectionLog

/// What is known of a log's bug beside the log itself: from mails, and from parts that were fetched.
public struct CaseFacts: Sendable {
  /// Checks of the culprit that mails report.
  public var checks: [Check] = []
  /// The crash report that the bug was found by; nil if it is not available.
  public var originalReport: OriginalReport?

  /// Nothing known.
  public init() {}

  /// A check of the culprit by the robot that bisected, such as KernelCI's `revert` and `verify`.
  public struct Check: Sendable, Equatable {
    /// The name as printed.
    public var name: String
    /// Whether it confirms the culprit.
    public var passed: Bool

    /// A check and how it ended.
    public init(name: String, passed: Bool) {
      self.name = name
      self.passed = passed
    }
  }

  /// A crash report in a text of its own.
  public struct OriginalReport: Sendable {
    /// The report.
    public var report: CrashReport
    /// The text that the report's ranges lie in.
    public var text: SourceText
    /// The title of the crash; nil if neither the bug nor the report names it.
    public var title: String?

    /// A report in a text.
    public init(report: CrashReport, text: SourceText, title: String?) {
      self.report = report
      self.text = text
      self.title = title
    }
  }
}

extension CaseFacts {
  /// The evidence of the case about the culprit; none of it is included in the probability, which
  /// was fitted on logs alone.
  var evidence: [Evidence] { checks.map(\.evidence) }
}

extension CaseFacts.Check {
  fileprivate var evidence: Evidence {
    var evidence = Evidence(
      code: "check-" + name.lowercased(), effect: passed ? .supports : .against,
      weight: passed ? 2 : -2, text: sentence, lines: [])
    evidence.isCounted = false
    return evidence
  }

  /// KernelCI's `revert` reverts the culprit, its `verify` tests the culprit once more.
  private var sentence: String {
    switch (name.lowercased(), passed) {
    case ("revert", true):
      "Reverting the culprit makes the failure go away (check “revert” passed)."
    case ("revert", false):
      "The failure stays when the culprit is reverted (check “revert” failed)."
    case ("verify", true): "Another test of the culprit fails as well (check “verify” passed)."
    case ("verify", false): "Another test of the culprit does not fail (check “verify” failed)."
    default: "The check “\(name)” of the culprit \(passed ? "passed" : "failed")."
    }
  }
}
