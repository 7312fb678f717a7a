import BisectionLog

/// A thread of mails as one text, and the log that it amounts to where no bisection's log is
/// available: no steps, the outcome and the culprit as claimed, the original report as its crash.
package struct ThreadLog: Sendable {
  /// The log; its format is ``LogFormat/mail``.
  package private(set) var log: BisectionLog

  /// Reads the mails of a thread; `bugCase` is what they contain.
  package init(_ mails: [MailedText], _ bugCase: BugCase) {
    var lines: [Substring] = []
    var report: Range<Int>?
    for text in mails {
      lines += Self.head(of: text.mail)
      if report == nil, let range = SyzbotMail(text: text).report {
        report = range.lowerBound + lines.count..<range.upperBound + lines.count
      }
      lines += text.lines + [""]
    }
    let source = SourceText(Array((lines.joined(separator: "\n") + "\n").utf8))
    log = BisectionLog(source: source, text: source)
    log.format = .mail
    log.lineKinds = Array(repeating: .mail, count: source.lineCount)
    if let report {
      for line in report where line < log.lineKinds.count { log.lineKinds[line] = .report }
      log.crash = CrashReport(
        parsing: source, lines: report.lowerBound + 1..<report.upperBound + 1, title: nil,
        titleLine: report.lowerBound + 1)
    }
    if let claim = bugCase.claim { take(claim, lines) }
  }

  private static func head(of mail: BugCase.Mail) -> [Substring] {
    ["From: \(mail.from)", "Date: \(mail.date ?? "")", "Subject: \(mail.subject)", ""]
  }

  private mutating func take(_ claim: BugCase.Claim, _ lines: [Substring]) {
    log.direction = claim.direction
    var outcome = Outcome(kind: claim.kind.outcome)
    outcome.commits = claim.commits.compactMap { place(of: $0, in: lines, from: 0)?.range }
    if let hash = claim.commits.first, claim.kind == .culprit,
      let block = lines.firstIndex(where: { $0.hasPrefix("commit \(hash)") })
        ?? lines.firstIndex(where: { $0.contains(hash) }),
      let commit = place(of: hash, in: lines, from: block)
    {
      outcome.line = block + 1
      outcome.commits = [commit.range]
      var culprit = Culprit(commit: commit.range, line: block + 1)
      culprit.title = claim.title.flatMap { place(of: $0, in: lines, from: block)?.range }
      culprit.date = claim.date.flatMap { place(of: $0, in: lines, from: block)?.range }
      if let author = claim.author {
        let name = author.prefix { $0 != "<" }.trimmedBlanks
        let address = author.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
        culprit.author = place(of: String(name), in: lines, from: block)?.range
        culprit.email = place(of: String(address), in: lines, from: block)?.range
      }
      log.culprit = culprit
    }
    log.outcome = outcome
  }

  /// The position of a text in the lines, from one line on; nil if it is not there.
  private func place(of text: String, in lines: [Substring], from start: Int)
    -> (line: Int, range: TextRange)?
  {
    guard !text.isEmpty else { return nil }
    for index in start..<lines.count {
      guard let found = lines[index].firstRange(of: text) else { continue }
      let offset =
        Int(log.text.lineStarts[index])
        + lines[index].utf8.distance(from: lines[index].startIndex, to: found.lowerBound)
      return (index + 1, TextRange(offset..<offset + text.utf8.count))
    }
    return nil
  }
}

extension BugCase.Claim.Kind {
  /// The ending of a log that claims the same.
  package var outcome: OutcomeKind {
    switch self {
    case .culprit: .culprit
    case .inconclusive: .inconclusive
    case .oldestRelease: .oldestRelease
    case .latestRelease: .stillCrashes
    }
  }
}
