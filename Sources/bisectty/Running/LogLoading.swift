import BisectionLog
import Exports
import Inputs
import Reviews
import Triage

/// Reads a log and works out everything about it.
///
/// - Throws: ``CommandFailure`` where it cannot be read or is no log.
func analyse(_ path: InputPath) throws(CommandFailure) -> AnalysedLog {
  let input = try read(path)
  let log = BisectionLog(parsing: input.bytes)
  if let refusal = log.refusal {
    throw CommandFailure(.notALog, at: path, "is no bisection log, \(refusal.sentence)")
  }
  let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
  return AnalysedLog(
    path: path.text, digest: ContentDigest(of: input.bytes), log: log, guilt: guilt,
    assessment: Assessment(of: log))
}

/// Reads an input.
func read(_ path: InputPath) throws(CommandFailure) -> Input {
  do throws(InputError) {
    return try Input.read(path)
  } catch {
    throw CommandFailure(error)
  }
}
