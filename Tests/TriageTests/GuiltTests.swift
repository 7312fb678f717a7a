import BisectionLog
import Testing
import Triage

/// The guilty frame, file and title of reports written for these tests.
@Suite struct GuiltTests {
  /// What was found, as text: title, function, printed function, file.
  private func guilt(_ lines: String, title: String? = nil) -> [String] {
    let text = SourceText(Array(lines.utf8))
    let report = CrashReport(parsing: text)
    let guilt = Guilt(of: report, in: text, title: title)
    let printed = guilt.frame.map {
      text.string(report.stacks[$0.stack].frames[$0.frame].function)
    }
    return [
      guilt.derivedTitle ?? "-", guilt.function ?? "-", printed ?? "-", guilt.file ?? "-",
    ]
  }

  private let useAfterFree = """
    ==================================================================
    BUG: KASAN: slab-use-after-free in __list_del_entry+0x52/0x90 lib/list_debug.c:62
    Read of size 8 at addr ffff8880a1b2c3d0 by task syz-executor.3/9120

    CPU: 1 PID: 9120 Comm: syz-executor.3 Not tainted 6.5.0-rc1 #0
    Call Trace:
     <TASK>
     dump_stack_lvl+0x128/0x182 lib/dump_stack.c:118
     kasan_report+0x12/0x20 mm/kasan/report.c:590
     __list_del_entry+0x52/0x90 lib/list_debug.c:62
     lamp_unlink drivers/lamp/bulb/list.c:17 [inline]
     lamp_release+0x2c/0x40 drivers/lamp/bulb/list.c:30
     __fput+0x256/0x780 fs/file_table.c:280
     </TASK>

    Freed by task 9119:
     kfree+0x10a/0x2c0 mm/slab.c:3757
     lamp_drop+0x2c/0x40 drivers/lamp/core.c:77
    """

  @Test func helpersArePassedOver() {
    #expect(
      guilt(useAfterFree.replacing("__list_del_entry", with: "__list_del_entry_valid")) == [
        "KASAN: slab-use-after-free Read in lamp_release", "lamp_release", "lamp_release",
        "drivers/lamp/bulb/list.c",
      ])
  }

  @Test func titleFindsItsFrame() {
    let found = guilt(useAfterFree, title: "KASAN: slab-use-after-free Read in lamp_drop")
    #expect(found[1...3] == ["lamp_drop", "lamp_drop", "drivers/lamp/bulb/list.c"])
    let inlined = guilt(useAfterFree, title: "KASAN: slab-use-after-free Read in lamp_unlink")
    #expect(inlined[1...2] == ["lamp_unlink", "lamp_unlink"])
  }

  @Test func corruptedTitleHasNoFrame() {
    let found = guilt(useAfterFree, title: "KASAN: slab-use-after-free Read in corrupted")
    #expect(found[1...2] == ["-", "-"])
  }

  @Test func systemCallIsNamedWithoutItsWrapper() {
    let report = """
      general protection fault: 0000 [#1] SMP KASAN
      CPU: 1 PID: 7 Comm: syz-executor Not tainted 5.5.0 #0
      RIP: 0010:__x64_sys_lamp+0x52/0x90 kernel/lamp.c:9
      Call Trace:
       do_syscall_64+0xc6/0x5e0 arch/x86/entry/common.c:294
      """
    #expect(
      guilt(report) == [
        "general protection fault in sys_lamp", "sys_lamp", "__x64_sys_lamp", "kernel/lamp.c",
      ])
  }

  @Test func hungTaskIsNamedAfterWhatItWaitsFor() {
    let report = """
      INFO: task kworker/0:1:12 blocked for more than 143 seconds.
      Call Trace:
       __schedule+0x10e9/0x6820 kernel/sched/core.c:4155
       schedule+0xdd/0x390 kernel/sched/core.c:4214
       __mutex_lock_common kernel/locking/mutex.c:1036 [inline]
       __mutex_lock+0x8a0/0x13e0 kernel/locking/mutex.c:1106
       lamp_flush+0x42/0x1b0 drivers/lamp/core.c:680
       process_one_work+0x7e0/0x1610 kernel/workqueue.c:2269
      """
    #expect(
      guilt(report) == [
        "INFO: task hung in lamp_flush", "lamp_flush", "lamp_flush", "drivers/lamp/core.c",
      ])
    let grace = report.replacing("lamp_flush+", with: "synchronize_srcu+")
    #expect(
      guilt(grace)[0...2] == [
        "INFO: task hung in synchronize_rcu", "synchronize_rcu", "synchronize_srcu",
      ])
  }

  @Test func stallIsNamedAfterWhatWasCalled() {
    let report = """
      rcu: INFO: rcu_preempt self-detected stall on CPU
      Call Trace:
       <IRQ>
       dump_stack+0x128/0x182 lib/dump_stack.c:118
       hrtimer_interrupt+0x2e5/0x770 kernel/time/hrtimer.c:1646
       </IRQ>
       asm_sysvec_apic_timer_interrupt+0x12/0x20 arch/x86/include/asm/idtentry.h:580
      RIP: 0010:lamp_spin+0x52/0x90 drivers/lamp/core.c:9
       lamp_loop+0x1/0x90 drivers/lamp/core.c:20
       lamp_ioctl+0x1/0x90 drivers/lamp/ioctl.c:44
       vfs_ioctl+0x1/0x90 fs/ioctl.c:46
      """
    #expect(
      guilt(report) == [
        "INFO: rcu detected stall in lamp_ioctl", "lamp_ioctl", "lamp_ioctl",
        "drivers/lamp/core.c",
      ])
  }

  @Test func arm64WarningAndItsCallers() {
    let report = """
      WARNING: CPU: 0 PID: 7 at lib/refcount.c:28 refcount_warn_saturate+0x1a8/0x20c lib/refcount.c:28
      Modules linked in:
      pc : refcount_warn_saturate+0x1a8/0x20c lib/refcount.c:28
      lr : refcount_warn_saturate+0x1a8/0x20c lib/refcount.c:28
      Call trace:
       refcount_warn_saturate+0x1a8/0x20c lib/refcount.c:28 (P)
       kobject_put+0x1/0x2 lib/kobject.c:737
       lamp_put+0x3/0x4 drivers/lamp/core.c:90
      """
    #expect(
      guilt(report) == [
        "WARNING: refcount bug in lamp_put", "lamp_put", "lamp_put", "drivers/lamp/core.c",
      ])
  }

  @Test func lockdepNamesWhoTakesTheLock() {
    let report = """
      WARNING: possible circular locking dependency detected
      syz-executor.1/77 is trying to acquire lock:
      ffff8880 (&lamp->lock){+.+.}-{3:3}, at: lamp_dim a/b.c:40 [inline]
      ffff8880 (&lamp->lock){+.+.}-{3:3}, at: lamp_on+0x2b/0x3e0 a/b.c:61
      but task is already holding lock:
      ffff8881 (&socket->lock){+.+.}-{3:3}, at: plug_in+0x1/0x2 a/p.c:7
      -> #0 (&lamp->lock){+.+.}-{3:3}:
             lamp_on+0x2b/0x3e0 a/b.c:61
      stack backtrace:
      Call Trace:
       lamp_on+0x2b/0x3e0 a/b.c:61
      """
    #expect(guilt(report) == ["possible deadlock in lamp_on", "lamp_on", "lamp_on", "a/b.c"])
  }

  @Test func injectedFailuresOnlyCountInTraces() {
    let report = """
      WARNING: possible circular locking dependency detected
      a/77 is trying to acquire lock:
      -> #0 (&lamp->lock){+.+.}-{3:3}:
             should_fail+0x478/0x599 lib/fault-inject.c:149
      ffff8880 (&lamp->lock){+.+.}-{3:3}, at: lamp_on+0x2b/0x3e0 a/b.c:61
      """
    #expect(guilt(report)[0] == "possible deadlock in lamp_on")
    let mixed = report.replacing("       should_fail", with: " should_fail")
    #expect(guilt(mixed)[0] == "possible deadlock in corrupted")
  }

  @Test func otherContextsAreAnotherStory() {
    let report = """
      [   12.000001][   T77] general protection fault, probably for non-canonical address 0x1: 0000 [#1]
      [   12.000002][   T78] BUG: KASAN: use-after-free in other_one+0x1/0x2
      [   12.000003][   T77] RIP: 0010:lamp_on+0x52/0x90
      [   12.000004][   T78] RIP: 0010:other_one+0x1/0x2
      [   12.000005][   T77] Call Trace:
      [   12.000006][   T77]  ? unproven+0x1/0x2
      [   12.000007][   T77]  lamp_open+0x1/0x2
      """
    #expect(guilt(report)[0...2] == ["general protection fault in lamp_on", "lamp_on", "lamp_on"])
  }

  @Test(arguments: [
    ("", nil), ("nothing happened\n here", nil),
    ("BUG: KASAN: use-after-free in lamp_on+0x1/0x2", Guilt.Corruption.headlineDamaged),
    ("general protection fault: 0000 [#1]\nCall Trace:\n\n\n\n", .noFrame),
    ("Kernel panic - not syncing: Fatal exception", .headlineDamaged),
    ("WARNING: possible recursive locking detected\n", .bodyMissing),
  ])
  func corruption(report: String, expected: Guilt.Corruption?) {
    let text = SourceText(Array(report.utf8))
    #expect(Guilt(of: CrashReport(parsing: text), in: text).corruption == expected)
  }

  @Test func candidatesOfMemoryBugs() {
    let text = SourceText(Array(useAfterFree.utf8))
    let report = CrashReport(parsing: text)
    let guilt = Guilt(of: report, in: text)
    #expect(guilt.candidates.map(\.stack) == [0, 1])
    #expect(guilt.candidates.map(\.reason) == ["guilty frame", "freed the memory"])
    #expect(text.string(report.stacks[1].frames[guilt.candidates[1].frame].function) == "lamp_drop")
  }
}

/// The tables that tell what frames say.
@Suite struct FrameClassesTests {
  @Test(arguments: [
    ("kasan_report", FrameClasses.FrameClass.generic), ("__mutex_lock", .generic),
    ("dump_stack", .generic), ("do_syscall_64", .entry), ("ret_from_fork", .entry),
    ("entry_SYSCALL_64_after_hwframe", .entry), ("kthread", .entry), ("pipe_release", .telling),
    ("kthread_use_mm", .telling), ("", .telling), ("crc32_le", .generic), ("crc", .telling),
    ("down", .generic), ("__schedule", .generic), ("validate_chain", .generic),
    ("lamp_schedule", .telling), ("breakdown_lamp", .telling), ("read_once_word_nocheck", .generic),
  ])
  func classes(function: String, expected: FrameClasses.FrameClass) {
    #expect(FrameClasses.standard.frameClass(ofFunction: function) == expected)
  }
}
