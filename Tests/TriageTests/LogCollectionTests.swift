import BisectionLog
import Testing

@testable import Triage

@Suite struct LogCollectionTests {
  private func log(of function: String) -> BisectionLog {
    let runs = ["all runs: crashed: KASAN: use-after-free Read in \(function)"]
    return SampleLogs.cause(
      original: runs, last: runs, crash: "KASAN: use-after-free Read in \(function)")
  }

  private func collection(of functions: [String]) -> LogCollection {
    var collection = LogCollection()
    for function in functions { collection.add(log(of: function)) }
    return collection
  }

  @Test func aCrowdOfUnrelatedCrashesMakesAMagnet() throws {
    let crowd = collection(of: (0..<9).map { "subsystem\($0)_open" })
    let alone = try #require(Assessment(of: log(of: "subsystem0_open")).probability)
    let assessment = Assessment(of: log(of: "subsystem0_open"), in: crowd)
    #expect(try #require(assessment.probability) < alone - 0.05)
    #expect(assessment.evidence.contains { $0.code == "magnet" && $0.effect == .against })
  }

  @Test func aFewFacesOfOneBugAreNoMagnet() throws {
    let few = collection(of: (0..<6).map { "subsystem\($0)_open" })
    let alone = Assessment(of: log(of: "subsystem0_open"))
    #expect(
      Assessment(of: log(of: "subsystem0_open"), in: few).probability == alone.probability)
  }

  @Test func crashesOfOneSubsystemAreNoMagnet() throws {
    let family = collection(of: (0..<9).map { "widget_open\($0)" })
    let alone = Assessment(of: log(of: "widget_open0"))
    let assessment = Assessment(of: log(of: "widget_open0"), in: family)
    #expect(assessment.probability == alone.probability)
    #expect(!assessment.evidence.contains { $0.code == "magnet" })
  }
}
