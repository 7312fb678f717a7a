import BisectionLog
import Testing

/// Reports with many more frames, stacks and lines than people send.
@Suite struct LongReportTests {
  private func report(_ text: String) -> CrashReport {
    CrashReport(parsing: SourceText(Array(text.utf8)))
  }

  @Test func aStackHoldsAnyNumberOfFrames() {
    for count in [1, 63, 64, 65, 128, 1000] {
      let frames = (0..<count).map { " lamp_on_\($0)+0x1/0x2\n" }.joined()
      let report = report("BUG: lamp\nCall Trace:\n" + frames + "RIP: 0033:0x45c369\n")
      let stack = report.stacks.first
      #expect(report.stacks.count == 1)
      #expect(stack?.frames.map(\.index) == Array(0..<count))
      #expect(stack?.frames.map(\.logLine) == Array(3..<count + 3))
      #expect(stack?.lines == 2..<count + 3)
    }
  }

  /// Two processors that print at once.
  @Test func stacksWhoseLinesAlternateAreKeptApart() {
    let frames = (0..<200).map { number in
      let context = number.isMultiple(of: 2) ? "T1" : "T2"
      return "[    1.000000][   \(context)]  lamp_\(number)+0x1/0x2\n"
    }
    let report = report(
      "[    1.000000][   T1] Call Trace:\n[    1.000000][   T2] Call Trace:\n" + frames.joined())
    #expect(report.stacks.map(\.console) == [.task(1), .task(2)])
    for (first, stack) in report.stacks.enumerated() {
      #expect(stack.frames.map(\.index) == Array(0..<100))
      #expect(stack.frames.map(\.logLine) == Array(stride(from: first + 3, to: 203, by: 2)))
      #expect(stack.lines == first + 1..<202 + first)
    }
  }

  @Test func everyPartOfALongReportIsKept() {
    let part = """
      BUG: lamp in lamp_on+0x1/0x2
      2 locks held by lamp/7:
      1 lock held by lamp/8:
       #0: 0000 (&lamp){+.+.}, at: lamp_on lamp.c:7 [inline]
      Call Trace:
       lamp_on+0x1/0x2 lamp.c:8
       lamp_off+0x1/0x2 lamp.c:9
      Code: 00 11
      lamp.c:10

      """
    let count = 20_000
    let report = report(String(repeating: part, count: count))
    #expect(report.lines.count == count * 9)
    #expect(report.headlines.count == count)
    #expect(report.stacks.count == count * 2)
    #expect(report.stacks.allSatisfy { $0.frames.count == ($0.kind == .heldLocks ? 1 : 2) })
    #expect(report.lockHolders.count == count * 2)
    #expect(report.sections.filter { $0.kind == .code }.count == count)
    #expect(report.sections.filter { $0.label.hasSuffix("not listed") }.count == count)
    #expect(report.sources.last?.line == count * 9)
  }
}
