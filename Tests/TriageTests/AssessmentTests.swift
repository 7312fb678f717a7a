import BisectionLog
import Testing

@testable import Triage

@Suite struct AssessmentTests {
  private let sound = Assessment(of: SampleLogs.cause()).probability ?? 0

  @Test func aSoundLogIsTrusted() throws {
    let assessment = Assessment(of: SampleLogs.cause())
    #expect(try #require(assessment.probability) > 0.75)
    #expect(try #require(assessment.probability) < 1)
    #expect(assessment.evidence.contains { $0.code == "file-in-stacks" && $0.effect == .supports })
  }

  @Test func foreignTitlesSpeakAgainst() throws {
    let foreign = "all runs: crashed: WARNING in gadget_poll"
    let log = SampleLogs.cause(middle: [foreign], last: [foreign], crash: "WARNING in gadget_poll")
    let assessment = Assessment(of: log)
    #expect(try #require(assessment.probability) < sound - 0.2)
    let evidence = try #require(assessment.evidence.first { $0.code == "culprit-titles" })
    #expect(evidence.effect == .against)
    #expect(evidence.text.contains("WARNING in gadget_poll"))
    #expect(
      evidence.lines.allSatisfy {
        log.text.string(log.text.range(ofLine: $0)).contains("gadget_poll")
      })
    #expect(assessment.families.member(titled: "WARNING in gadget_poll")?.letter == "B")
    #expect(assessment.families.stepFamilies == [.original, nil, .foreign, .foreign])
  }

  @Test func oneCrashSpeaksAgainst() throws {
    let runs =
      ["run #0: crashed: KASAN: use-after-free Read in widget_release"]
      + (1...9).map { "run #\($0): OK" }
    let assessment = Assessment(of: SampleLogs.cause(last: runs))
    #expect(try #require(assessment.probability) < sound - 0.2)
    #expect(
      assessment.evidence.contains { $0.code == "culprit-one-crash" && $0.effect == .against })
  }

  /// A flaw that no right culprit has, by its code.
  enum Flaw: String, CaseIterable {
    case merge
    case release = "release-commit"
    case documentation = "nothing-compiled"
    case sameBinary = "same-binary"

    var log: BisectionLog {
      switch self {
      case .merge: SampleLogs.cause(block: ["Merge: aaaaaaaaaaaa bbbbbbbbbbbb"])
      case .release: SampleLogs.cause(title: "Linux 5.6", files: [" Makefile | 2 +-"])
      case .documentation: SampleLogs.cause(files: [" Documentation/widget.rst | 2 +-"])
      case .sameBinary:
        SampleLogs.cause(ending: ["culprit signature: abcd", "parent  signature: abcd"])
      }
    }
  }

  @Test(arguments: Flaw.allCases)
  func structuralFlawsCap(flaw: Flaw) throws {
    let assessment = Assessment(of: flaw.log)
    #expect(try #require(assessment.probability) < 0.05)
    #expect(assessment.evidence.first { $0.code == flaw.rawValue }?.effect == .against)
  }

  @Test func anotherArchitectureIsCompiledWhereItIsTested() throws {
    let log = SampleLogs.cause(
      files: [" arch/arm64/mm/fault.c | 2 +-"],
      frames: [" do_page_fault+0x20/0x90 arch/arm64/mm/fault.c:120"])
    #expect(!Assessment(of: log).evidence.contains { $0.code == "nothing-compiled" })
  }

  @Test func aLogWithoutOneCulpritHasNoProbability() {
    #expect(Assessment(of: BisectionLog(parsing: [])).probability == nil)
    #expect(Assessment(of: BisectionLog(parsing: Array("hello\n".utf8))).probability == nil)
  }
}
