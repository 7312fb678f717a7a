import BisectionLog
import Cases
import Triage

extension PlainPage {
  /// The bug behind the log: what a mail claims, what belongs to it, who wrote.
  mutating func addCase(of log: AnalysedLog) {
    guard let bugCase = log.bugCase else { return }
    section("Case")
    entry("Bug", visible(bugCase.bug.title ?? "unknown"))
    for text in [bugCase.bug.link, bugCase.bug.replyTo, bugCase.bug.status] {
      if let text { entry("", visible(text)) }
    }
    if let claim = bugCase.claim { entry("Claim", visible(claim.sentence)) }
    if let difference = log.claimDifference { entry("", visible(difference)) }
    for check in bugCase.checks {
      entry("Check", "\(visible(check.name)): \(check.passed ? "passed" : "failed")")
    }
    if let original = log.originalReport { addOriginal(original) }
    for (index, part) in bugCase.parts.enumerated() {
      let place = part.path ?? part.url ?? ""
      let state = part.path == nil ? "" : " (at hand)"
      entry(index == 0 ? "Parts" : "", "\(part.name): \(visible(place))\(state)")
    }
    for (index, mail) in bugCase.mails.prefix(20).enumerated() {
      let date = mail.date.map { ", \(visible($0))" } ?? ""
      entry(index == 0 ? "Mails" : "", "\(visible(mail.sender))\(date): \(visible(mail.subject))")
    }
    let more = bugCase.mails.count - 20
    if more > 0 { entry("", "and \(counted(more, "more mail"))") }
  }

  private mutating func addOriginal(_ original: AnalysedReport) {
    let title = original.title.map { visible($0) } ?? "no title"
    entry("Original", "crash report: \(title)")
    let place = [original.guilt.function, original.guilt.file].compactMap { $0 }.map(visible)
    if !place.isEmpty { entry("", "guilty: \(place.joined(separator: " in "))") }
  }
}

extension BugCase.Claim {
  /// The claim in one sentence.
  package var sentence: String {
    let named = commits.first.map { "\($0.prefix(12)) \(title ?? "")" } ?? ""
    return switch kind {
    case .culprit: direction == .fix ? "fixed by \(named)" : "caused by \(named)"
    case .inconclusive: "any of \(commits.count) commits"
    case .oldestRelease: "happens on the oldest tested release"
    case .latestRelease: "happens on the latest tested release"
    }
  }
}

extension AnalysedLog {
  /// How the mail's claim and the log's own end differ; nil if they do not, or one is missing.
  package var claimDifference: String? {
    guard let claim = bugCase?.claim, log.format != .mail, isBisection,
      log.outcome.kind != .incomplete
    else { return nil }
    if claim.direction != log.direction, log.direction != .unknown { return nil }
    guard claim.kind.outcome == log.outcome.kind else {
      return "The mail's claim and the log differ: the log ends with "
        + "“\(log.outcome.kind.words(log.direction, log.format))”."
    }
    guard claim.kind == .culprit, let named = claim.commits.first,
      let commit = log.outcome.commits.first.map({ log.string($0) }),
      !commit.hasPrefix(named), !named.hasPrefix(commit)
    else { return nil }
    return "The mail's claim and the log differ: the log names \(commit.prefix(12))."
  }
}
