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

  @Test func aFileAmongManySaysLessThanAmongFew() throws {
    let deep = (0..<12).map { " widget_part\($0)+0x20/0x90 drivers/widget/part\($0).c:7" }
    let frame = [" widget_release+0x20/0x90 drivers/widget/core.c:120"]
    let many = Assessment(of: SampleLogs.cause(frames: frame + deep))
    #expect(try #require(many.probability) < sound)
    let evidence = try #require(many.evidence.first { $0.code == "file-in-stacks" })
    #expect(evidence.effect == .supports && evidence.text.contains("one of 13 files"))
  }

  @Test func removalSpeaksAgainstAndAdditionFor() throws {
    func log(_ summary: String) -> BisectionLog {
      SampleLogs.cause(summary: " 1 file changed, \(summary)")
    }
    let removal = Assessment(of: log("2 insertions(+), 98 deletions(-)"))
    let addition = Assessment(of: log("98 insertions(+), 2 deletions(-)"))
    #expect(try #require(removal.probability) < sound)
    #expect(try #require(addition.probability) > sound)
    let evidence = try #require(removal.evidence.first { $0.code == "removes-code" })
    #expect(evidence.effect == .against)
    #expect(
      evidence.text
        == "The culprit adds 2 lines and removes 98; additions break more often than removals.")
  }

  @Test(arguments: [("net: sctp: add an option", true), ("ovl: keep the dentry", false)])
  func withFoldersAloneTheSubjectTells(subject: String, agrees: Bool) throws {
    let log = SampleLogs.cause(
      title: subject, files: [":040000 040000 aaaaaaa bbbbbbb M\tnet"],
      frames: [" sctp_sendmsg+0x20/0x90 net/sctp/socket.c:120"])
    let evidence = try #require(
      Assessment(of: log).evidence.first { $0.code == "subject-in-stacks" })
    #expect(evidence.effect == (agrees ? .supports : .against))
    #expect(!evidence.lines.isEmpty)
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
