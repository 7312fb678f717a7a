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
  let log = try ReadLog(reading: path)
  return log.analysed(review: reviews.review(of: log.digest))
}

/// Reads a log and sums it up as a list needs it; `isOnly` tells that the program reads no other.
///
/// - Throws: ``CommandFailure`` where it cannot be read or is no log.
func listEntry(
  _ path: InputPath, reviews: ReviewBook, isOnly: Bool
) throws(CommandFailure) -> ListEntry {
  let read = try ReadLog(reading: path)
  if isOnly { keepToTheEnd(read.log) }
  return .log(
    path: path.text, digest: read.digest, summary: LogSummary(of: read.log),
    review: reviews.review(of: read.digest))
}

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
