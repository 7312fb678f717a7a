import BisectionLog
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
  /// What it says.
  let log: BisectionLog

  /// Reads a log.
  ///
  /// - Throws: ``CommandFailure`` where it cannot be read or is no log.
  init(reading path: InputPath) throws(CommandFailure) {
    let bytes = try read(path).bytes
    let (digest, log) =
      bytes.count > Self.longContent
      ? together({ ContentDigest(of: bytes) }, { BisectionLog(parsing: bytes) })
      : (nil, BisectionLog(parsing: bytes))
    if let refusal = log.refusal {
      throw CommandFailure(.notALog, at: path, "is no bisection log, \(refusal.sentence)")
    }
    self.path = path
    self.digest = digest ?? ContentDigest(of: bytes)
    self.log = log
  }

  /// How many bytes a content must have for its digest to be worth a thread of its own.
  private static let longContent = 4 << 20

  /// Works out everything about it.
  func analysed(review: Review? = nil) -> AnalysedLog {
    let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
    return AnalysedLog(
      path: path.text, digest: digest, log: log, guilt: guilt, assessment: Assessment(of: log),
      review: review, bugCase: FetchedFolder(around: path.text)?.bugCase)
  }
}
