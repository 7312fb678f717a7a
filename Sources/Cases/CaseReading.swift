import BisectionLog

extension BugCase {
  /// Reads the case that mails are about; nil if none of them is about a bug.
  ///
  /// The first bug counts: mails of other bugs in the same mailbox have cases of their own, see
  /// ``cases(in:)``.
  package init?(reading mails: [MailedText]) {
    self.init()
    for text in mails {
      self.mails.append(text.mail)
      let syzbot = SyzbotMail(text: text)
      if syzbot.isOne { syzbot.add(to: &self) } else { OtherRobotMail(text: text).add(to: &self) }
    }
    let isKnown = claim != nil || bug.id != nil || !parts.isEmpty || !checks.isEmpty
    if !isKnown {
      guard let first = mails.first else { return nil }
      bug.title = SyzbotSubject(first.mail.subject).title
    }
  }

  /// The original crash report, where one of the mails has it.
  package static func originalReport(in mails: [MailedText]) -> [UInt8]? {
    for text in mails {
      guard let range = SyzbotMail(text: text).report else { continue }
      return Array((text.lines[range].joined(separator: "\n") + "\n").utf8)
    }
    return nil
  }

  /// The mails by bug, each bug's in the order of the input.
  package static func threads(of mails: [MailedText]) -> [[Int]] {
    var numbers: [String: Int] = [:]
    var threads: [[Int]] = []
    for (index, text) in mails.enumerated() {
      var names: [String] = []
      var alone = BugCase()
      SyzbotMail(text: text).add(to: &alone)
      if let id = alone.bug.id { names.append("bug " + id) }
      names += [text.mail.messageID, text.mail.inReplyTo].compactMap { $0 } + text.mail.references
      let number = names.lazy.compactMap { numbers[$0] }.first ?? threads.count
      if number == threads.count { threads.append([]) }
      threads[number].append(index)
      for name in names where numbers[name] == nil { numbers[name] = number }
    }
    return threads
  }
}
