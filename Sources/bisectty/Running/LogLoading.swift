import BisectionLog
import Exports
import Inputs
import Reviews
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

/// Reads a log and sums it up as a list needs it.
///
/// - Throws: ``CommandFailure`` where it cannot be read or is no log.
func listEntry(_ path: InputPath, reviews: ReviewBook) throws(CommandFailure) -> ListEntry {
  let (log, digest) = try readLog(path)
  return .log(
    path: path.text, digest: digest, summary: LogSummary(of: log),
    review: reviews.review(of: digest))
}

/// Reads a log, and what its review is kept under.
private func readLog(_ path: InputPath) throws(CommandFailure) -> (BisectionLog, ContentDigest) {
  let input = try read(path)
  let log = BisectionLog(parsing: input.bytes)
  if let refusal = log.refusal {
    throw CommandFailure(.notALog, at: path, "is no bisection log, \(refusal.sentence)")
  }
  return (log, ContentDigest(of: input.bytes))
}

/// Reads an input.
func read(_ path: InputPath) throws(CommandFailure) -> Input {
  do throws(InputError) {
    return try Input.read(path)
  } catch {
    throw CommandFailure(error)
  }
}
