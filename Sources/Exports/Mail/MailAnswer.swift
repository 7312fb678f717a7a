import BisectionLog
import Cases
import Reviews
import Triage

/// An answer to a bisection's mail, as a maintainer would write it: a draft for `mutt -H`,
/// `git send-email` and aerc.
package struct MailAnswer: Sendable {
  /// The draft: headers, an empty line, the body; no line is wider than ``MailText/width`` columns,
  /// except addresses and message identifiers that are longer.
  package let text: String
  /// The headers that are missing because their values are unknown.
  package let missingHeaders: [String]
}

extension AnalysedLog {
  /// The answer to the mail that named the culprit.
  ///
  /// Nothing is invented: a header whose value is unknown is left out. Text from outside is folded and
  /// indented, so that no line of it can be taken for a header or a `#syz` command.
  package var mailAnswer: MailAnswer {
    var mail = MailText()
    let missing = addHeaders(to: &mail)
    mail.add("")
    addClaim(to: &mail)
    addFinding(to: &mail)
    addEvidence(to: &mail)
    addEnding(to: &mail)
    addSuspect(to: &mail)
    addLinks(to: &mail)
    addCommands(to: &mail)
    return MailAnswer(text: mail.text, missingHeaders: missing)
  }
}

// MARK: - Headers

extension AnalysedLog {
  /// The mail to answer: the bot's last one, else the last one.
  private var answeredMail: BugCase.Mail? {
    let mails = bugCase?.mails ?? []
    let bot = mailAddress(in: bugCase?.bug.replyTo ?? "")
    return mails.last { mail in
      let address = mailAddress(in: mail.from)
      return address != nil && address == bot || address?.hasPrefix("syzbot") == true
    } ?? mails.last
  }

  private func addHeaders(to mail: inout MailText) -> [String] {
    let answered = answeredMail
    let bug = mailAddress(in: bugCase?.bug.replyTo ?? "")
    let sender = answered.flatMap { mailAddress(in: $0.from) }
    let copies = people.filter { $0 != bug && $0 != sender || bug == nil && $0 != sender }
    var missing: [String] = []
    if let to = bug ?? sender {
      mail.header("To", [to])
    } else {
      missing.append("To")
    }
    if !copies.isEmpty { mail.header("Cc", copies) }
    mail.header("Subject", mail.encodedWords("Re: \(answeredSubject)"), comma: "")
    if let identifier = messageIdentifier(answered?.messageID) {
      mail.header("In-Reply-To", [identifier])
      let line = (answered?.references ?? []).compactMap(messageIdentifier)
      mail.header("References", line.filter { $0 != identifier } + [identifier], comma: "")
    } else {
      missing.append("In-Reply-To")
    }
    mail.declareEncoding()
    return missing
  }

  private var answeredSubject: String {
    guard let subject = answeredMail?.subject, !subject.isEmpty else {
      return "[syzbot] \(bugCase?.bug.title.map(visible) ?? subject)"
    }
    var text = visible(subject)[...]
    while text.prefix(3).lowercased() == "re:" { text = text.dropFirst(3).drop { $0 == " " } }
    return String(text)
  }

  /// The plain addresses of everybody in the thread and in the log's own lists, each once; other bugs'
  /// addresses of the bot are not among them.
  private var people: [String] {
    let mails = bugCase?.mails ?? []
    let ranges = (log.recipients?.to ?? []) + (log.recipients?.cc ?? [])
    let texts =
      mails.flatMap { [$0.from] + $0.recipients }
      + ranges.map { unquoted(goString: log.string($0)) }
    var known: Set<String> = []
    return texts.compactMap(mailAddress).filter { address in
      !address.hasPrefix("syzbot+") && known.insert(address).inserted
    }
  }
}

/// The address in a text such as `Name <address>`; nil if it is none that a header can hold.
private func mailAddress(in text: String) -> String? {
  let inner = text.split(separator: "<").last.map { $0.split(separator: ">").first ?? $0 } ?? ""
  let isAddress = inner.utf8.count <= 320 && inner.utf8.allSatisfy(isAddressByte)
  let parts = inner.split(separator: "@", omittingEmptySubsequences: false)
  return isAddress && parts.count == 2 && !parts.contains("") ? String(inner) : nil
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    || "@.+-_=".utf8.contains(byte)
}

/// A message's identifier in brackets; nil if it is none that a header can hold.
private func messageIdentifier(_ text: String?) -> String? {
  guard let text, !text.isEmpty, text.utf8.count <= 990,
    text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E })
  else { return nil }
  return "<\(text)>"
}

// MARK: - Claim and links

extension AnalysedLog {
  /// Quotes what is claimed in two lines.
  private func addClaim(to mail: inout MailText) {
    if let answered = answeredMail, bugCase?.claim != nil {
      let date = answered.date.map { "On \(visible($0)), " } ?? ""
      mail.sentence("\(date)\(visible(senderName(of: answered))) wrote:")
    } else {
      let hunted = log.direction == .fix ? "fix bisection" : "bisection"
      mail.sentence("The \(hunted) of “\(answeredTitle)” ends like this:")
    }
    for line in claimedLines.prefix(2) { mail.quote(line) }
    mail.add("")
    let left = commitsLeft
    guard left.count > 1 else { return }
    for commit in left.prefix(10) { mail.add("  \(commit.cut(to: 70))") }
    if left.count > 10 { mail.add("  ... and \(left.count - 10) more") }
    mail.add("")
  }

  private var answeredTitle: String { bugCase?.bug.title.map(visible) ?? subject }

  private func senderName(of mail: BugCase.Mail) -> String {
    let name = mail.from.prefix { $0 != "<" }.filter { $0 != "\"" }
    let trimmed = name.split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty ? mail.from : trimmed
  }

  private var claimedLines: [String] {
    guard let claim = bugCase?.claim else { return logsOwnEnd }
    let direction = claim.direction
    switch claim.kind {
    case .culprit:
      let hash = claim.commits.first.map { String(visible($0).prefix(12)) } ?? ""
      let title = claim.title.map { " (\"\(visible($0))\")" } ?? ""
      return [
        direction == .fix
          ? "syzbot suspects this issue was fixed by commit:"
          : "syzbot has bisected this issue to:",
        "commit \(hash)\(title)",
      ]
    case .inconclusive:
      return ["Bisection is inconclusive: \(claim.commits.count) commits are left."]
    case .oldestRelease:
      return ["Bisection is inconclusive: the issue happens on the oldest tested release."]
    case .latestRelease:
      return ["Bisection is inconclusive: the issue happens on the latest tested release."]
    }
  }

  /// The end as the log itself words it.
  private var logsOwnEnd: [String] {
    if let culprit = log.culprit {
      let name = log.direction == .fix ? "first good commit" : "first bad commit"
      return ["\(name): \(short(culprit.commit)) \(shown(culprit.title) ?? "")"]
    }
    guard let line = log.outcome.line else { return ["(the log stops before its end)"] }
    return [visible(log.text.string(log.text.range(ofLine: line)))]
  }

  private func addLinks(to mail: inout MailText) {
    let link = bugCase?.parts.first { $0.kind == .bisectionLog }?.url
    guard let link, link.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return }
    mail.add("Bisection log: \(link)")
    mail.add("")
  }
}

// MARK: - Commands

extension AnalysedLog {
  /// `Fixes:` and `#syz` lines: as they are where the verdict calls for them, else commented out.
  private func addCommands(to mail: inout MailText) {
    let verdict = review?.verdict
    if verdict == .duplicate {
      let original = review?.duplicateOf.map(visible) ?? ""
      // A log's path or digest is not a title that syzbot knows.
      let isTitle = original.contains(" ")
      mail.command("#syz dup: \(isTitle ? original : "TITLE OF THE OTHER BUG")", isActive: isTitle)
      return
    }
    guard verdict == nil || verdict == .correct, let culprit = log.culprit,
      let title = shown(culprit.title), title == log.string(culprit.title)
    else { return }
    if log.direction == .fix {
      mail.command("#syz fix: \(title)", isActive: verdict == .correct)
    } else if verdict == .correct {
      mail.command("Fixes: \(short(culprit.commit)) (\"\(title)\")", isActive: true)
    }
  }
}
