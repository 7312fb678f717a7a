import BisectionLog
import Exports
import Inputs
import Reviews
import Synchronization
import Triage

/// Reads a log and works out everything about it; `reviews` is what people decided.
///
/// - Throws: ``CommandFailure`` if it cannot be read or is not a log.
func analyse(
  _ path: InputPath, reviews: ReviewBook = ReviewBook()
) throws(CommandFailure) -> AnalysedLog {
  let log = try ReadLog(reading: path)
  return log.analysed(review: reviews.review(of: log.digest))
}

/// Reads an input and sums up what it holds as a list needs it, each log of a mailbox by itself;
/// `isOnly` is true if the program reads no other.
///
/// - Throws: ``CommandFailure`` if it cannot be read or holds no log.
func listEntries(
  _ path: InputPath, reviews: ReviewBook, isOnly: Bool
) throws(CommandFailure) -> [ListEntry] {
  if path.numberedDocument != nil {
    return [entry(of: try ReadLog(reading: path), reviews)]
  }
  let arrived = try ArrivedInput(reading: path)
  guard arrived.documents.count > 1 else {
    let read = try ReadLog(arrived.documents[0], at: path)
    if isOnly { keepToTheEnd(read.log) }
    return [entry(of: read, reviews)]
  }
  var entries: [ListEntry] = []
  for (index, document) in arrived.documents.enumerated() {
    entries.append(entry(of: try ReadLog(document, at: path.document(index + 1)), reviews))
  }
  return entries
}

private func entry(of read: ReadLog, _ reviews: ReviewBook) -> ListEntry {
  .log(
    path: read.path.text, digest: read.digest, summary: LogSummary(of: read.log),
    review: reviews.review(of: read.digest))
}

/// Keeps the last log of a program alive until it exits: the system releases all memory at once,
/// faster than a long log can be freed.
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
