import BisectionLog
import Exports
import Inputs
import Reviews
import Synchronization
import Triage

/// Reads a log and works out everything about it; `reviews` is what people decided.
///
/// - Throws: ``CommandFailure`` where it cannot be read or is no log.
func analyse(
  _ path: InputPath, reviews: ReviewBook = ReviewBook()
) throws(CommandFailure) -> AnalysedLog {
  let (log, digest) = try readLog(path)
  let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
  return AnalysedLog(
    path: path.text, digest: digest, log: log, guilt: guilt, assessment: Assessment(of: log),
    review: reviews.review(of: digest))
}

/// Reads a log and sums it up as a list needs it; `isOnly` tells that the program reads no other.
///
/// - Throws: ``CommandFailure`` where it cannot be read or is no log.
func listEntry(
  _ path: InputPath, reviews: ReviewBook, isOnly: Bool
) throws(CommandFailure) -> ListEntry {
  let (log, digest) = try readLog(path)
  if isOnly { keepToTheEnd(log) }
  return .log(
    path: path.text, digest: digest, summary: LogSummary(of: log),
    review: reviews.review(of: digest))
}

/// Reads a log, and what its review is kept under.
private func readLog(_ path: InputPath) throws(CommandFailure) -> (BisectionLog, ContentDigest) {
  let bytes = try read(path).bytes
  let (digest, log) =
    bytes.count > longContent
    ? together({ ContentDigest(of: bytes) }, { BisectionLog(parsing: bytes) })
    : (nil, BisectionLog(parsing: bytes))
  if let refusal = log.refusal {
    throw CommandFailure(.notALog, at: path, "is no bisection log, \(refusal.sentence)")
  }
  return (log, digest ?? ContentDigest(of: bytes))
}

/// How many bytes a content must have for its digest to be worth a thread of its own.
private let longContent = 4 << 20

/// Spares the last log of a program its end: the system takes back all memory at once, and sooner than
/// a long log gives back its parts.
func keepToTheEnd(_ log: BisectionLog) { lastLogs.withLock { $0.append(log) } }

private let lastLogs = Mutex<[BisectionLog]>([])

/// Reads an input.
func read(_ path: InputPath) throws(CommandFailure) -> Input {
  do throws(InputError) {
    return try Input.read(path)
  } catch {
    throw CommandFailure(error)
  }
}
