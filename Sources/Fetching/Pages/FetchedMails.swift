import Cases
import Inputs

/// The bugs that mails are about, with the links in their fields.
struct FetchedMails {
  /// One for each bug.
  let cases: [BugCase]

  /// Reads a mail, a mailbox, or plain text; packed or not.
  init(_ bytes: [UInt8]) {
    let bytes = (try? Input(path: InputPath("mails"), raw: bytes))?.bytes ?? bytes
    let texts = Self.texts(in: bytes)
    cases = BugCase.threads(of: texts).compactMap { members in
      BugCase(reading: members.map { texts[$0] })
    }.filter { $0.bug.link != nil || $0.parts.contains { $0.url != nil } }
  }

  /// The mails; a text without headers counts as the body of one.
  private static func texts(in bytes: [UInt8]) -> [MailedText] {
    guard ArrivedMail.isOne(bytes), let mails = try? ArrivedMail.mails(in: bytes) else {
      return [MailedText(mail: BugCase.Mail(subject: "", from: "", line: 1), body: bytes)]
    }
    return mails.map(MailedText.init(arrived:))
  }
}

extension MailedText {
  /// The body of a mail, with its headers.
  package init(arrived mail: ArrivedMail) {
    var headers = BugCase.Mail(
      messageID: mail.messageID, inReplyTo: mail.inReplyTo, subject: mail.subject,
      from: mail.from, date: mail.date, line: mail.line)
    headers.recipients = mail.recipients
    headers.references = mail.references
    self.init(mail: headers, body: mail.texts.first?.bytes ?? [])
  }
}
