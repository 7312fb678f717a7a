import BisectionLog
import Cases
import Fetching
import Inputs
import Reviews

/// What an input turned out to hold: a text of its own, or a mail or mailbox with several.
struct ArrivedInput: Sendable {
  /// A log or report in the input.
  struct Document: Sendable {
    /// Its content.
    var log: BisectionLog
    /// The text that it was read from.
    var bytes: [UInt8]
    /// The digest of the text, where it was worked out beside the parse.
    var digest: ContentDigest?
    /// The bug that its thread is about.
    var bugCase: BugCase?
    /// The original crash report that its thread has.
    var originalReport: [UInt8]?
  }

  /// The documents, at least one.
  let documents: [Document]
  /// Whether it is a mail or a mailbox.
  let isMail: Bool

  /// Reads an input.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or holds no log.
  init(reading path: InputPath) throws(CommandFailure) {
    let input = try read(path)
    guard ArrivedMail.isOne(input.bytes) else {
      let bytes = input.bytes
      let (digest, log) =
        bytes.count > Self.longContent
        ? together({ ContentDigest(of: bytes) }, { Self.log(of: bytes) })
        : (nil, Self.log(of: bytes))
      documents = [Document(log: log, bytes: bytes, digest: digest)]
      isMail = false
      return
    }
    isMail = true
    do throws(InputProblem) {
      documents = Self.documents(in: try ArrivedMail.mails(in: input.bytes), of: input.bytes)
    } catch {
      throw CommandFailure(InputError(path: path, problem: error))
    }
  }

  /// How many bytes a content must have for its digest to be worth a thread of its own.
  private static let longContent = 4 << 20

  /// The log in a text; in that of a page where the text is a whole page.
  private static func log(of bytes: [UInt8]) -> BisectionLog {
    let log = BisectionLog(parsing: bytes)
    guard log.refusal != nil, let shown = PageText.shown(by: bytes) else { return log }
    let inside = BisectionLog(parsing: shown)
    return inside.refusal == nil ? inside : log
  }

  /// The logs of mails, in the order of the input; a thread without one is a document itself.
  private static func documents(in mails: [ArrivedMail], of bytes: [UInt8]) -> [Document] {
    let texts = mails.map(MailedText.init(arrived:))
    var found: [(mail: Int, document: Document)] = []
    for members in BugCase.threads(of: texts) {
      let thread = members.map { texts[$0] }
      let bugCase = BugCase(reading: thread)
      let original = BugCase.originalReport(in: thread)
      var logs: [(mail: Int, document: Document)] = []
      for member in members {
        for text in mails[member].texts {
          let log = BisectionLog(parsing: text.bytes)
          guard log.isBisection else { continue }
          logs.append(
            (
              member,
              Document(log: log, bytes: text.bytes, bugCase: bugCase, originalReport: original)
            ))
        }
      }
      if logs.isEmpty, let alone = report(in: members.map { mails[$0] }, thread, bugCase, original)
      {
        logs = [(members[0], alone)]
      }
      found += logs
    }
    let sorted = found.sorted { $0.mail < $1.mail }.map(\.document)
    if !sorted.isEmpty { return sorted }
    return [Document(log: BisectionLog(parsing: bytes), bytes: bytes)]
  }

  /// A thread without a bisection's log: what it claims, else the first crash report in it.
  private static func report(
    in mails: [ArrivedMail], _ thread: [MailedText], _ bugCase: BugCase?, _ original: [UInt8]?
  ) -> Document? {
    if let bugCase, bugCase.claim != nil || original != nil || bugCase.bug.id != nil {
      let log = ThreadLog(thread, bugCase).log
      return Document(
        log: log, bytes: log.source.bytes, bugCase: bugCase, originalReport: original)
    }
    for text in mails.flatMap(\.texts) {
      let log = BisectionLog(parsing: text.bytes)
      if log.refusal == nil { return Document(log: log, bytes: text.bytes, bugCase: bugCase) }
    }
    return nil
  }
}

extension BisectionLog {
  /// Whether it is the log of a bisection.
  fileprivate var isBisection: Bool {
    switch format {
    case .syzkaller, .gitBisectLog, .gitBisectRun: true
    case .mail, .patchTest, .crashReport, .unknown: false
    }
  }
}

extension InputPath {
  /// The file and the number, from 1, that a path such as `thread.mbox#3` names; nil if it is the
  /// name of a file.
  var numberedDocument: (file: InputPath, number: Int)? {
    guard let sign = bytes.lastIndex(of: UInt8(ascii: "#")), sign > 0,
      let number = Int(String(decoding: bytes[(sign + 1)...], as: UTF8.self)), number > 0,
      !self.isFile
    else { return nil }
    return (InputPath(bytes: Array(bytes[..<sign])), number)
  }

  /// The name of one of several documents in the file.
  func document(_ number: Int) -> InputPath { InputPath(bytes: bytes + Array("#\(number)".utf8)) }
}
