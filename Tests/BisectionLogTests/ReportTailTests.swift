import BisectionLog
import Testing

/// What follows a trace in reports of old kernels, and lines that no kernel prints.
@Suite struct ReportTailTests {
  private func report(_ text: String) -> (SourceText, CrashReport) {
    let source = SourceText(Array(text.utf8))
    return (source, CrashReport(parsing: source))
  }

  private static let trace = """
    BUG: unable to handle kernel NULL pointer dereference at 0000000000000008
    IP: [<ffffffff81001000>] lamp_dim+0x10/0x20 drivers/lamp/core.c:9
    CPU: 0 PID: 7 Comm: lamp Not tainted 4.4.0 #0
    RIP: 0010:[<ffffffff81001000>]  [<ffffffff81001000>] lamp_dim+0x10/0x20 drivers/lamp/core.c:9
    RSP: 0018:ffff8800  EFLAGS: 00010202
    Call Trace:
     [<ffffffff81002000>] lamp_switch+0x52/0x90 drivers/lamp/core.c:120
     [<ffffffff81003000>] SyS_ioctl+0x52/0x90 fs/ioctl.c:1
    Code: 00 <8b> 00

    """

  /// Each form of `__die` gives a stack of its own and leaves the trace as it was.
  @Test(arguments: [
    "RIP  [<ffffffff81001000>] lamp_dim+0x10/0x20 drivers/lamp/core.c:9\n RSP <ffff8801d8>\nCR2: 0000000000000008",
    "RIP: lamp_dim+0x10/0x20 drivers/lamp/core.c:9 RSP: ffff8801d8000000",
    "EIP: [<c1001000>] lamp_dim+0x10/0x20 SS:ESP 0068:f4a01e30",
  ])
  func registersPrintedAgainAreNoPartOfTheTrace(_ tail: String) throws {
    let (text, report) = report(Self.trace + tail + "\n---[ end trace 6c2bc5b545f2e0b3 ]---\n")
    let trace = try #require(report.stacks.first { $0.kind == .callTrace })
    #expect(
      trace.frames.map { text.string($0.function) } == ["lamp_dim", "lamp_switch", "SyS_ioctl"])
    let again = try #require(report.stacks.last)
    #expect(again.kind == .registers)
    #expect(again.frames.map { text.string($0.function) } == ["lamp_dim"])
    #expect(again.frames.first?.register != nil)
  }

  /// A register block within a trace shows where the interrupt came from.
  @Test func registersWithinATraceStayThere() throws {
    let (text, report) = report(
      """
      BUG: soft lockup - CPU#0 stuck for 22s! [lamp:7]
      Call Trace:
       <IRQ>
       lamp_tick+0x1/0x2
       </IRQ>
      RIP: 0010:lamp_dim+0x10/0x20
      RSP: 0018:ffff8800 EFLAGS: 00010202
       lamp_switch+0x52/0x90
      """)
    let last = try #require(report.stacks.last)
    #expect(last.frames.map { text.string($0.function) } == ["lamp_dim", "lamp_switch"])
  }

  /// A second report behind the tail has a trace of its own.
  @Test func whatFollowsTheTailBeginsAnew() {
    let tail = "RIP  [<ffffffff81001000>] lamp_dim+0x10/0x20\n"
    let (text, report) = report(Self.trace + tail + "Call Trace:\n lamp_off+0x1/0x2\n")
    let traces = report.stacks.filter { $0.kind == .callTrace }
    #expect(traces.last?.frames.map { text.string($0.function) } == ["lamp_off"])
  }

  /// Lines that no kernel prints are counted, and none becomes the name of a stack.
  @Test func foreignLinesAreCountedAndNameNothing() {
    let (_, report) = report(
      """
      Jun 18 20:37:40 box kernel ? lamp_dim+0x10/0x20 extra words
      Jun 18 20:37:41 box kernel begins:
       lamp_switch+0x52/0x90
      Total rubbish of a person
      """)
    #expect(report.unrecognisedLineCount == 3)
    #expect(report.judgedLines == 1..<5)
    #expect(report.stacks.map(\.label) == ["Named function", "Frames without an opener"])
  }

  /// Messages of drivers, and anything after a console's stamp, are lines of a kernel.
  @Test func messagesOfTheKernelAreKnown() {
    let (_, report) = report(
      """
      WARNING: CPU: 0 PID: 7 at drivers/lamp/core.c:9 lamp_dim+0x10/0x20
      lamp0: port 1(lamp_slave_0) entered disabled state
      usb 1-1: new device
      [    1.234567] anything that a driver says
      ==================================================================
      Read of size 8 at addr ffff8800 by task lamp/7
      Call Trace:
       lamp_dim+0x10/0x20
      """)
    #expect(report.unrecognisedLineCount == 0)
  }
}

/// Times as `dmesg` prints them in its other forms, and messages that the kernel prints again.
@Suite struct ConsoleTimeTests {
  private static let report = [
    "BUG: KASAN: use-after-free in lamp_dim+0x10/0x20",
    "Call Trace:", " lamp_dim+0x10/0x20", " lamp_on+0x1/0x2",
  ]

  /// Each is a stamp of the console, and the caller after it is kept.
  @Test(arguments: [
    "[Thu Jun 18 20:37:40 2024]", "[Thu Jun  8 20:37:40 2024]", "[Jun18 20:37]", "[  +0.000012]",
    "[   12.345678 <    0.000012>]", "[   12.345678]",
  ])
  func aTimeOfAnyFormIsAStamp(stamp: String) throws {
    for caller in ["", "[   T31]"] {
      let lines = Self.report.map { "\(stamp)\(caller) \($0)" }
      let text = SourceText(Array(lines.joined(separator: "\n").utf8))
      let report = CrashReport(parsing: text)
      #expect(report.headlines.map(\.line) == [1], "\(stamp)\(caller)")
      let trace = try #require(report.stacks.first)
      #expect(trace.frames.map { text.string($0.function) } == ["lamp_dim", "lamp_on"])
      #expect(trace.console == (caller.isEmpty ? .console : .task(31)))
    }
  }

  /// A bracket with other words is none.
  @Test(arguments: [
    "[Thu Jun 18 20.37.40 2024]", "[pid  3610]", "[ INFO: lamp ]", "[+]", "[1.2 <x>]",
  ])
  func otherBracketsAreNoStamps(bracket: String) {
    let text = SourceText(Array("\(bracket) lamp_dim+0x10/0x20\n".utf8))
    #expect(CrashReport(parsing: text).stacks.first?.console != .console)
  }

  /// printk says so when it prints a message again that another processor cut.
  @Test func aCutHeadlineIsForgottenWhenItIsPrintedAgain() {
    let text = """
      [  584.319520][   T31] INFO: t
      ** replaying previous printk message **
      [  584.319520][   T31] INFO: task udevd:5612 blocked for more than 143 seconds.
      """
    let report = CrashReport(parsing: SourceText(Array(text.utf8)))
    #expect(report.headlines.map(\.line) == [3])
  }
}
