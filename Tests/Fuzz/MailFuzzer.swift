import BisectionLog
import Cases
import Exports
import Fetching
import Inputs
import JSON
import Reviews
import Triage

/// Reads bytes as mails and as a page, and holds everything that is made of them to be harmless.
func readMails(_ bytes: [UInt8]) {
  _ = PageText.shown(by: bytes)
  let start = ArrivedMail.isOne(bytes) ? [] : Array("From: a@example.org\nSubject: b\n".utf8)
  var limits = InputLimits.standard
  limits.unpacked = 1 << 20
  guard let mails = try? ArrivedMail.mails(in: start + bytes, limits: limits) else {
    fatalError("the library that reads mails is missing")
  }
  let texts = mails.map { MailedText(arrived: $0) }
  for thread in BugCase.threads(of: texts) {
    let thread = thread.map { texts[$0] }
    check(BugCase(reading: thread), BugCase.originalReport(in: thread) ?? [])
  }
}

private func check(_ bugCase: BugCase?, _ report: [UInt8]) {
  let log = BisectionLog(parsing: report)
  let analysed = AnalysedLog(
    path: bugCase?.bug.title ?? "", digest: ContentDigest(of: report), log: log,
    guilt: log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt(),
    assessment: Assessment(of: log), bugCase: bugCase)
  requireHarmless(analysed.plainText(width: 80, glyphs: .ascii, isFull: true), "show")
  requireHarmless(String(decoding: analysed.json.text(), as: UTF8.self), "show --json")
  for format in ExportFormat.allCases {
    requireHarmless(analysed.export(as: format), format.rawValue)
  }
  requireHeaders(in: analysed.export(as: .mail))
}

/// Nothing that a terminal acts on.
private func requireHarmless(_ text: String, _ name: String) {
  let bad = text.unicodeScalars.first { scalar in
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
  }
  if let bad { fatalError("\(name) holds the character \(bad.value)") }
}

/// Up to the first empty line each line is a header that the program knows, or continues with one.
private func requireHeaders(in mail: String) {
  let known = [
    "From", "To", "Cc", "Subject", "In-Reply-To", "References", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding", "Date", "Message-ID",
  ]
  for line in mail.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty { return }
    let isKnown = known.contains { line.hasPrefix($0 + ":") }
    if !isKnown, !line.hasPrefix(" ") { fatalError("the mail has the header \(line)") }
  }
}
