import BisectionLog
import Testing

@testable import Triage

@Suite struct LeadingStacksTests {
  private func report(stacks: Int) -> (SourceText, CrashReport) {
    let trace =
      "Call Trace:\n"
      + String(repeating: " lamp_release+0x2c/0x40 drivers/lamp/list.c:30\n", count: 32)
    let head = "BUG: KASAN: use-after-free in lamp_release+0x2c/0x40 drivers/lamp/list.c:30\n"
    let text = SourceText(Array((head + String(repeating: trace, count: stacks)).utf8))
    return (text, CrashReport(parsing: text))
  }

  @Test func aReportOfOrdinaryLengthIsLookedAtWhole() {
    let (_, report) = report(stacks: 3)
    #expect(report.stacks.count == 3)
    #expect(report.leadingStacks.count == 3)
  }

  @Test func ofAConsoleOfDaysTheBeginningIsEnough() {
    let (text, report) = report(stacks: 2100)
    #expect(report.stacks.count == 2100)
    #expect(report.leadingStacks.count == 2048)
    let guilt = Guilt(of: report, in: text)
    #expect(guilt.frame == Guilt.FramePlace(stack: 0, frame: 0))
    #expect(guilt.candidates.count <= 2048)
  }
}
