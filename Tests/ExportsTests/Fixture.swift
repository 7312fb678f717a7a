import BisectionLog
import Exports
import Foundation
import Reviews
import Triage

/// Logs with conclusions made up for the tests, so that these do not change with the way real ones
/// are drawn.
enum Fixture {
  /// A sample of the project.
  static func sample(_ name: String) throws -> AnalysedLog {
    let path = "Resources/samples/\(name).txt"
    return analysed(Array(try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
  }

  /// A log given as text.
  static func log(_ text: String, review: Review? = nil) -> AnalysedLog {
    analysed(Array(text.utf8), path: "log.txt", review: review)
  }

  private static func analysed(
    _ bytes: [UInt8], path: String, review: Review? = nil
  ) -> AnalysedLog {
    let log = BisectionLog(parsing: bytes)
    var guilt = Guilt()
    if log.crash?.stacks.first?.frames.isEmpty == false {
      guilt.frame = Guilt.FramePlace(stack: 0, frame: 0)
      guilt.file = "net/nfc/llcp_sock.c"
    }
    return AnalysedLog(
      path: path, digest: ContentDigest(of: bytes), log: log, guilt: guilt,
      assessment: assessment(of: log), review: review)
  }

  private static func assessment(of log: BisectionLog) -> Assessment {
    var assessment = Assessment()
    guard log.culprit != nil, let step = log.steps.indices.last else { return assessment }
    assessment.probability = 0.12
    assessment.evidence = [
      Evidence(
        code: "foreign-titles", effect: .against, weight: -2.1,
        text:
          "Steps counted as bad show only titles of another bug, never the one of the original crash.",
        lines: [5, 7]),
      Evidence(
        code: "repro-rate", effect: .supports, weight: 0.4,
        text: "The original commit crashed in nearly every run.", lines: [4]),
    ]
    assessment.suspect = SuspectStep(
      step: step, reason: "it rests on one crash in ten runs",
      consequence: "If it is wrong, the culprit is among about 28 commits.")
    return assessment
  }
}
