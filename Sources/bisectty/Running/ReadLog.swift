import BisectionLog
import Cases
import Exports
import Fetching
import Inputs
import Reviews
import Triage

/// A log that was read, of which nothing is concluded yet.
struct ReadLog: Sendable {
  /// Where it was read.
  let path: InputPath
  /// What its review is kept under.
  let digest: ContentDigest
  /// Its content.
  let log: BisectionLog

  /// The bug that it belongs to, as its mail names it.
  private let mailedCase: BugCase?
  /// The original crash report, where a mail has it.
  let originalReport: [UInt8]?

  /// Reads a log; of a mailbox with several, the first one that is a bisection's, or the one that
  /// `FILE#NUMBER` names.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is not a log.
  init(reading path: InputPath) throws(CommandFailure) {
    if let (file, number) = path.numberedDocument {
      let documents = try ArrivedInput(reading: file).documents
      guard documents.indices.contains(number - 1) else {
        throw CommandFailure(InputError(path: file, problem: .noSuchPart(count: documents.count)))
      }
      try self.init(documents[number - 1], at: path)
      return
    }
    let documents = try ArrivedInput(reading: path).documents
    let main = documents.first { $0.log.refusal == nil && !$0.log.steps.isEmpty } ?? documents[0]
    try self.init(main, at: path)
  }

  /// A document that was read.
  ///
  /// - Throws: ``CommandFailure`` if it is not a log.
  init(_ document: ArrivedInput.Document, at path: InputPath) throws(CommandFailure) {
    if let refusal = document.log.refusal {
      throw CommandFailure(.notALog, at: path, "is no bisection log, \(refusal.sentence)")
    }
    self.path = path
    digest = document.digest ?? ContentDigest(of: document.bytes)
    log = document.log
    mailedCase = document.bugCase?.withMailedReport(
      in: path.numberedDocument?.file.text ?? path.text)
    originalReport = document.originalReport
  }

  /// Works out everything about it.
  func analysed(review: Review? = nil) -> AnalysedLog {
    let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
    // A list does not show the case, so it need not look beside each log.
    let bugCase = mailedCase ?? FetchedFolder(around: path.text)?.bugCase
    let original = original(in: bugCase)
    let facts = CaseFacts(of: bugCase, originalReport: original)
    var analysed = AnalysedLog(
      path: path.text, digest: digest, log: log, guilt: guilt,
      assessment: Assessment(of: log, with: facts), review: review, bugCase: bugCase)
    analysed.originalReport = original
    return analysed
  }

  /// The original crash report with what it points at: from a mail, or from the file that was fetched.
  private func original(in bugCase: BugCase?) -> AnalysedReport? {
    if log.format == .mail { return nil }
    let fetched = bugCase?.parts.first { $0.kind == .report && $0.url != nil && $0.path != nil }?
      .path
    guard let bytes = originalReport ?? fetched.flatMap({ try? Input.read(InputPath($0)).bytes })
    else { return nil }
    let text = BisectionLog(parsing: bytes)
    let report = text.crash ?? CrashReport(parsing: text.text)
    guard report.headline != nil || !report.stacks.isEmpty else { return nil }
    return AnalysedReport(
      path: fetched ?? path.text, digest: ContentDigest(of: bytes), text: text.text,
      format: text.format, report: report, title: nil)
  }
}

extension BugCase {
  /// The case with the path of the mail for an original report that is in it.
  fileprivate func withMailedReport(in mail: String) -> BugCase {
    guard mail != "-" else { return self }
    var bugCase = self
    for index in parts.indices where parts[index].kind == .report && parts[index].url == nil {
      bugCase.parts[index].path = mail
    }
    return bugCase
  }
}
