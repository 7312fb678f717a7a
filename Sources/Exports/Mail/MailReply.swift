import BisectionLog
import Reviews
import Triage

extension AnalysedLog {
  /// A plain-text reply to the report, at most 75 columns wide.
  ///
  /// A log does not tell the address of its bug, so a placeholder stands for it. Text from the log is
  /// quoted or indented, so that no line of it can be taken for a `#syz` command.
  var mail: String {
    var mail = MailText()
    mail.header("To", [MailText.placeholder])
    mail.header("Cc", ["syzkaller-bugs@googlegroups.com"] + mailRecipients)
    mail.header(
      "Subject", "Re: [syzbot] \(subject)".split(separator: " ").map(String.init), comma: "")
    mail.add("")
    addClaim(to: &mail)
    addJudgement(to: &mail)
    addEvidence(to: &mail)
    addEnding(to: &mail)
    addSuspect(to: &mail)
    addClosing(to: &mail)
    return mail.text
  }

  private func addClaim(to mail: inout MailText) {
    let hunted = log.direction == .fix ? "fix bisection" : "bisection"
    mail.paragraph("The \(hunted) of")
    mail.indented(subject)
    mail.paragraph("ends like this:")
    mail.quote(line: log.outcome.line, of: self)
    if let culprit = log.culprit, culprit.line != log.outcome.line {
      mail.quote(line: culprit.line, of: self)
    }
    for commit in commitsLeft.prefix(12) { mail.add("> \(commit.cut(to: 70))") }
    if commitsLeft.count > 12 { mail.add("> ... and \(commitsLeft.count - 12) more") }
    mail.add("")
  }

  private func addJudgement(to mail: inout MailText) {
    if let verdict = review?.verdict { mail.paragraph(verdict.sentence(review?.reason)) }
    if let note = review?.note, !note.isEmpty { mail.indented(visible(note)) }
    guard let probability = assessment.probability else { return }
    mail.paragraph(
      "Read offline, the log gives the named commit a chance of \(percentage(probability)): it is "
        + "\(trustWords(probability)).")
  }

  private func addEvidence(to mail: inout MailText) {
    let telling = assessment.evidence.filter { $0.effect != .neutral }.prefix(6)
    guard !telling.isEmpty else { return }
    mail.paragraph("What the log shows:")
    for evidence in telling {
      mail.item(evidence.effect.sign, visible(evidence.text))
      for line in evidence.lines.prefix(2) { mail.quote(line: line, of: self) }
    }
    mail.add("")
  }

  private func addEnding(to mail: inout MailText) {
    for (name, sentences) in assessment.ending?.parts ?? [] {
      mail.paragraph("\(name):")
      for sentence in sentences {
        mail.item("*", visible(sentence.text))
        if let line = sentence.lines.first { mail.quote(line: line, of: self) }
      }
      mail.add("")
    }
  }

  private func addSuspect(to mail: inout MailText) {
    guard let suspect = assessment.suspect, log.steps.indices.contains(suspect.step) else { return }
    let step = log.steps[suspect.step]
    mail.paragraph("The verdict that looks wrong first is that of")
    mail.indented([short(step.commit), shown(step.title)].compactMap { $0 }.joined(separator: " "))
    mail.indented(visible(suspect.reason))
    if let consequence = suspect.consequence { mail.indented(visible(consequence)) }
  }

  private func addClosing(to mail: inout MailText) {
    guard review?.verdict == .correct, let culprit = log.culprit else { return }
    guard let title = shown(culprit.title) else { return }
    // Both lines are of use only unbroken, so a title that does not fit is left to the person.
    let line =
      log.direction == .fix
      ? "#syz fix: \(title)" : "Fixes: \(short(culprit.commit)) (\"\(title)\")"
    let isExact = title == log.string(culprit.title)
    if isExact, line.count <= MailText.width { mail.add(line) }
  }

  /// The plain addresses of the log's recipients, each once.
  private var mailRecipients: [String] {
    let ranges = (log.recipients?.to ?? []) + (log.recipients?.cc ?? [])
    var addresses: [String] = []
    for range in ranges {
      guard let address = mailAddress(in: unquoted(goString: log.string(range))) else { continue }
      if !addresses.contains(address) { addresses.append(address) }
    }
    return addresses
  }
}

/// The address in a text such as `Name <address>`; nil where it is none that a header can hold.
private func mailAddress(in text: String) -> String? {
  let inner = text.split(separator: "<").last.map { $0.split(separator: ">").first ?? $0 } ?? ""
  let isAddress = inner.utf8.allSatisfy { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "@.+-_=".utf8.contains(byte)
  }
  let parts = inner.split(separator: "@", omittingEmptySubsequences: false)
  return isAddress && parts.count == 2 && !parts.contains("") ? String(inner) : nil
}

extension Verdict {
  /// The verdict as the beginning of a reply.
  fileprivate func sentence(_ reason: Reason?) -> String {
    let why = reason.map { ": \($0.words)" } ?? ""
    return switch self {
    case .correct: "I have read the log, and the result is right."
    case .plausible: "I have read the log. The result is plausible, but the log does not prove it."
    case .wrong: "I have read the log, and the result is wrong\(why)."
    case .inconclusive: "I have read the log, and it does not tell which commit is to blame."
    case .retest: "I have read the log. It should be run again."
    case .duplicate: "I have read the log. Another bug tells the same."
    }
  }
}

extension Reason {
  /// The reason in a few words.
  package var words: String {
    switch self {
    case .foreignCrash: "another bug's crash was taken for this one"
    case .missedCrash: "a test missed the crash"
    case .onlyExposes: "the commit only lets the bug show"
    case .impossibleCommit: "the commit cannot cause it"
    case .other: "see below"
    }
  }
}
