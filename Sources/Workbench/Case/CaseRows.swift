import BisectionLog
import Cases

extension Model {
  /// The case of the selected log; nil if there is none.
  package var shownCase: BugCase? {
    guard let opened else { return nil }
    return fetching.cases[opened.digest] ?? opened.bugCase
  }

  /// The case as rows of the culprit pane: the bug, its parts and whether they are available, and
  /// the mails.
  var caseRows: [CardRow] {
    guard let bugCase = shownCase else { return [] }
    return [.blank, CardRow("Case", .heading)] + bugRows(bugCase.bug) + partRows(bugCase.parts)
      + mailRows(bugCase.mails)
  }

  private func bugRows(_ bug: BugCase.Bug) -> [CardRow] {
    [bug.title, bug.status, bug.link].compactMap { text in
      text.map { CardRow($0, .dim, lead: "   ") }
    }
  }

  private func partRows(_ parts: [BugCase.Part]) -> [CardRow] {
    parts.indices.map { index in
      let part = parts[index]
      let isOpened = isOpened(part)
      let isAvailable = isOpened || part.path != nil || part.isInMail
      var row = CardRow(
        part.name, .text,
        lead: " \(isAvailable ? settings.glyphs.crashed : settings.glyphs.passed) ",
        leadRole: isAvailable ? .good : .dim, target: .part(index))
      row.trail = isOpened ? "this log" : part.place
      return row
    }
  }

  /// Whether a part is the log that is shown: a mail may hold the log that it links to.
  func isOpened(_ part: BugCase.Part) -> Bool {
    part.kind == .bisectionLog && part.path == nil && opened?.log.steps.isEmpty == false
  }

  private func mailRows(_ mails: [BugCase.Mail]) -> [CardRow] {
    guard !mails.isEmpty else { return [] }
    let rows = mails.map { mail in
      var row = CardRow(mail.sender, .text, lead: "   ")
      row.trail = mail.date ?? ""
      return row
    }
    return [.blank, CardRow("Thread", .heading)] + rows
  }

  /// The place of the case's first row in the culprit pane; nil if there is none.
  var caseRow: Int? {
    guard shownCase != nil else { return nil }
    return cardRows.firstIndex { if case .part = $0.target { true } else { false } }
  }
}

extension BugCase.Part {
  /// Whether it is in the mail itself: of all parts only the original report does.
  fileprivate var isInMail: Bool { kind == .report && url == nil }

  /// Where it is, in a few words.
  fileprivate var place: String {
    if isInMail { return "in the mail" }
    return path?.lastPathComponent ?? (url == nil ? "no link" : "not here")
  }
}
