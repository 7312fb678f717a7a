import BisectionLog
import Testing

/// The stacks of reports written for these tests.
@Suite struct ReportStackTests {
  /// A text as lines, and the report in it.
  private func report(_ text: String) -> (SourceText, CrashReport) {
    let source = SourceText(Array(text.utf8))
    return (source, CrashReport(parsing: source))
  }

  /// Kernels before 4.15 tell after the header where the task's structures lie.
  @Test func whereATaskLiesIsNotItsName() {
    let (_, report) = report(
      """
      general protection fault: 0000 [#1] PREEMPT SMP KASAN
      CPU: 0 PID: 312 Comm: kworker/u4:0 Not tainted 4.8.0-rc8 #0
      task: ffff88013ab40000 task.stack: ffff880128838000
      RIP: 0010:[<ffffffff86596fdf>]  [<ffffffff86596fdf>] lamp_dim+0x2f/0x1150 drivers/lamp/core.c:98
      Call Trace:
       [<ffffffff8659abcd>] lamp_switch+0x52/0x90 drivers/lamp/core.c:120
      """)
    #expect(report.stacks.map(\.context) == ["task kworker/u4:0/312, CPU 0"])
  }

  /// The name of a function of Rust holds colons, and so do the words before it.
  @Test func aWarningThatNamesAFunctionOfRustIsAHeadline() {
    let (text, report) = report(
      """
      WARNING: CPU: 0 PID: 7 at rust/lamp.rs:12 lamp::Lamp::on+0x1/0x2
      Call Trace:
       lamp::Lamp::on+0x1/0x2
       <lamp::Lamp as core::Drop>::drop+0x1f/0x40
      """)
    #expect(report.headlines.map(\.line) == [1])
    let stack = report.stacks.first { $0.kind == .callTrace }
    #expect(
      stack?.frames.map { text.string($0.function) } == [
        "lamp::Lamp::on", "<lamp::Lamp as core::Drop>::drop",
      ])
  }

  /// Numbers are shown without zeros in front where the kernel counts, and as they are elsewhere.
  @Test func whoRanIsToldInWords() {
    let headers = [
      ("CPU: 01 PID: 007 Comm: lamp Not tainted 6.1.0", "task lamp/007, CPU 1"),
      ("CPU: 1 PID: 7 Comm: lamp recorder Tainted: G", "task lamp recorder/7, CPU 1"),
      ("CPU: 1 UID: 0 Comm: lamp", "task lamp, CPU 1"),
      ("CPU: 1 PID: 7", "CPU 1"),
      ("CPU: PID: 7 Comm: lamp", "task lamp/7"),
      ("CPU: x", ""),
      ("task:lamp state:D stack:0 pid: 8470 ppid: 1", "task lamp/8470"),
      ("task:lamp state:D", "task lamp"),
      ("lamp  D27672  8470   7101 0x00000004", "task lamp/8470"),
    ]
    for (header, context) in headers {
      let (_, report) = report("BUG: lamp\n\(header)\nCall Trace:\n lamp_on+0x1/0x2\n")
      #expect(report.stacks.map(\.context) == [context], "\(header)")
    }
  }

  @Test func useAfterFreeHasThreeStacks() {
    let (text, report) = report(
      """
      ==================================================================
      BUG: KASAN: use-after-free in lamp_switch+0x52/0x90 drivers/lamp/core.c:120
      Read of size 8 at addr ffff8880a1b2c3d0 by task syz-executor.3/9120

      CPU: 1 PID: 9120 Comm: syz-executor.3 Not tainted 5.5.0-rc1-syzkaller #0
      Call Trace:
       __dump_stack lib/dump_stack.c:77 [inline]
       dump_stack+0x128/0x182 lib/dump_stack.c:118
       lamp_dim drivers/lamp/core.c:98 [inline]
       lamp_switch+0x52/0x90 drivers/lamp/core.c:120
       ? lamp_probe+0x10/0x10
       lamp_ioctl.isra.7+0x1f/0x40 drivers/lamp/ioctl.c:44 [lamp]
       do_syscall_64+0xc6/0x5e0 arch/x86/entry/common.c:294
      RIP: 0033:0x45c369
      Code: 8d b6 fb ff c3 66

      Allocated by task 9118:
       kmalloc include/linux/slab.h:556 [inline]
       lamp_open+0x4c/0x90 drivers/lamp/core.c:60

      Freed by task 9119:
       kfree+0x10a/0x2c0 mm/slab.c:3757
       lamp_release+0x2c/0x40 drivers/lamp/core.c:77
      """)
    #expect(report.headline == 2)
    #expect(report.line == 2)
    #expect(report.stacks.map(\.kind) == [.callTrace, .allocation, .free])
    #expect(
      report.stacks.map(\.label) == [
        "Call trace", "Allocated by task 9118", "Freed by task 9119",
      ])
    #expect(report.stacks[0].context == "task syz-executor.3/9120, CPU 1")
    #expect(report.stacks[1].context == "task 9118")
    #expect(report.stacks[0].line == 6)
    #expect(report.stacks[0].lines == 6..<14)
    let frames = report.stacks[0].frames
    #expect(
      frames.map { text.string($0.function) } == [
        "__dump_stack", "dump_stack", "lamp_dim", "lamp_switch", "lamp_probe", "lamp_ioctl.isra.7",
        "do_syscall_64",
      ])
    #expect(frames.map(\.logLine) == Array(7...13))
    #expect(frames.map(\.inlined) == [true, false, true, false, false, false, false])
    #expect(frames.map(\.reliable) == [true, true, true, true, false, true, true])
    #expect(frames[5].cleanFunction(in: text) == "lamp_ioctl")
    #expect(frames[5].module.map(text.string) == "lamp")
    #expect(frames[5].file.map(text.string) == "drivers/lamp/ioctl.c")
    #expect(frames[5].line == 44)
    #expect(frames[5].offset == 0x1f)
    #expect(frames[5].size == 0x40)
    #expect(report.stacks[0].machineFrames == [0..<2, 2..<4, 4..<5, 5..<6, 6..<7])
  }
}
