import BisectionLog
import Foundation
import Testing
import Triage

/// A list says the same of a log as whoever looks at the log itself.
@Suite struct DepthTests {
  @Test func whatIsLeftOutChangesNoSummary() throws {
    let folder = "Resources/samples"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      let log = BisectionLog(parsing: bytes)
      let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
      let whole = LogSummary(log, assessment: Assessment(of: log), guilt: guilt)
      #expect("\(LogSummary(of: log))" == "\(whole)", "\(name)")
    }
    #expect(!names.isEmpty)
  }

  @Test func conclusionsComeWithoutWords() throws {
    let log = SampleLogs.cause()
    let (brief, whole) = (Assessment(of: log, depth: .conclusions), Assessment(of: log))
    #expect(brief.probability == whole.probability)
    #expect(brief.evidence.isEmpty && !whole.evidence.isEmpty)
  }
}
