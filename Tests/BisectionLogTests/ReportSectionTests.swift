import BisectionLog
import Testing

/// The sections of reports written for these tests, one of each great kind.
@Suite struct ReportSectionTests {
  /// Every stack as one line: kind, label, context and functions.
  private func stacks(_ lines: String) -> [String] {
    let text = SourceText(Array(lines.utf8))
    return CrashReport(parsing: text).stacks.map { stack in
      let functions = stack.frames.map { text.string($0.function) }.joined(separator: " ")
      return "\(stack.kind.rawValue) | \(stack.label) | \(stack.context) | \(functions)"
    }
  }

  @Test func lockOrder() {
    let report = """
      ======================================================
      WARNING: possible circular locking dependency detected
      5.5.0-rc1 #0 Not tainted
      ------------------------------------------------------
      syz-executor.1/77 is trying to acquire lock:
      ffff8880 (&lamp->lock){+.+.}-{3:3}, at: lamp_on+0x2b/0x3e0 a/b.c:61

      but task is already holding lock:
      ffff8881 (&socket->lock){+.+.}-{3:3}, at: plug_in+0x1/0x2 a/p.c:7

      which lock already depends on the new lock.

      the existing dependency chain (in reverse order) is:

      -> #1 (&socket->lock){+.+.}-{3:3}:
             plug_in+0x1/0x2 a/p.c:7
             lamp_off+0x3/0x4 a/b.c:80

      -> #0 (&lamp->lock){+.+.}-{3:3}:
             lamp_on+0x2b/0x3e0 a/b.c:61

      other info that might help us debug this:

       Possible unsafe locking scenario:

             CPU0                    CPU1
             ----                    ----
        lock(&socket->lock);
                                     lock(&lamp->lock);
        lock(&lamp->lock);

       *** DEADLOCK ***

      1 lock held by syz-executor.1/77:
       #0: ffff8881 (&socket->lock){+.+.}-{3:3}, at: plug_it a/p.c:3 [inline]
       #0: ffff8881 (&socket->lock){+.+.}-{3:3}, at: plug_in+0x1/0x2 a/p.c:7

      stack backtrace:
      CPU: 1 PID: 77 Comm: syz-executor.1 Not tainted 5.5.0-rc1 #0
      Call Trace:
       dump_stack+0x128/0x182
       lamp_on+0x2b/0x3e0 a/b.c:61
      """
    #expect(
      stacks(report) == [
        "heldLocks | syz-executor.1/77 is trying to acquire lock |  | lamp_on",
        "heldLocks | but task is already holding lock |  | plug_in",
        "lockChain | Lock chain #1 (&socket->lock){+.+.}-{3:3} |  | plug_in lamp_off",
        "lockChain | Lock chain #0 (&lamp->lock){+.+.}-{3:3} |  | lamp_on",
        "heldLocks | 1 lock held by syz-executor.1/77 | task syz-executor.1/77 | plug_it plug_in",
        "callTrace | Stack backtrace | task syz-executor.1/77, CPU 1 | dump_stack lamp_on",
      ])
    let parsed = CrashReport(parsing: SourceText(Array(report.utf8)))
    let scenario = parsed.sections.first { $0.kind == .lockScenario }
    #expect(scenario?.lines == 24..<33)
    #expect(parsed.lockHolders.map(\.count) == [1])
  }

  @Test func lockUsage() {
    let report = """
      WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected
      to a HARDIRQ-irq-unsafe lock:
       (&lamp->lock){+.+.}-{2:2}
      ... which became HARDIRQ-irq-unsafe at:
        lamp_off+0x3/0x4

      -> (&lamp->lock){+.+.}-{2:2} {
         HARDIRQ-ON-W at:
                          lamp_off+0x3/0x4
         INITIAL USE at:
                         lamp_on+0x2b/0x3e0
       }
       ... key      at: [<ffffffff8a1>] lamp_key.8+0x0/0x40
       ... acquired at:
         lamp_dim+0x5/0x6
      """
    #expect(
      stacks(report) == [
        "lockUsage | which became HARDIRQ-irq-unsafe at |  | lamp_off",
        "lockUsage | Lock used: HARDIRQ-ON-W, &lamp->lock |  | lamp_off",
        "lockUsage | Lock used: INITIAL USE, &lamp->lock |  | lamp_on",
        "other | Key of the lock &lamp->lock |  | lamp_key.8",
        "acquired | Lock acquired, &lamp->lock |  | lamp_dim",
      ])
  }

  @Test func hungTask() {
    let report = """
      INFO: task syz-executor.5:8470 blocked for more than 143 seconds.
            Not tainted 5.5.0-rc1 #0
      syz-executor.5  D27672  8470   7101 0x00000004
      Call Trace:
       schedule+0xc4/0x2b0
       lamp_wait+0x42/0x1b0

      Showing all locks held in the system:
      1 lock held by khungtaskd/1059:
       #0: ffffffff (rcu_read_lock){....}, at: debug_show_all_locks+0x52/0x28d
      2 locks held by syz-executor.5/8478:

      =============================================

      NMI backtrace for cpu 1
      CPU: 1 PID: 1059 Comm: khungtaskd Not tainted 5.5.0-rc1 #0
      Call Trace:
       nmi_cpu_backtrace.cold.7+0x4b/0x83
      Sending NMI from CPU 1 to CPUs 0:
      NMI backtrace for cpu 0
      CPU: 0 PID: 8478 Comm: syz-executor.5 Not tainted 5.5.0-rc1 #0
      RIP: 0010:lamp_burn+0x287/0x670 a/b.c:99
      RSP: 0018:ffffc900046875d0 EFLAGS: 00000206
      Call Trace:
       lamp_on+0x2b/0x3e0
      NMI backtrace for cpu 2 skipped: idling at native_safe_halt+0xe/0x10
      Kernel panic - not syncing: hung_task: blocked tasks
      CPU: 1 PID: 1059 Comm: khungtaskd Not tainted 5.5.0-rc1 #0
      Call Trace:
       panic+0x22a/0x4e3
      """
    #expect(
      stacks(report) == [
        "hungTask | Task syz-executor.5:8470 hangs | task syz-executor.5/8470 | schedule lamp_wait",
        "heldLocks | 1 lock held by khungtaskd/1059 | task khungtaskd/1059 | debug_show_all_locks",
        "nmiBacktrace | NMI backtrace of CPU 1 | task khungtaskd/1059, CPU 1 | nmi_cpu_backtrace.cold.7",
        "nmiBacktrace | NMI backtrace of CPU 0 | task syz-executor.5/8478, CPU 0 | lamp_burn lamp_on",
        "nmiBacktrace | NMI backtrace of CPU 2 | CPU 2 | native_safe_halt",
        "panic | Panic | task khungtaskd/1059, CPU 1 | panic",
      ])
  }

  @Test func unlistedLocksAreASection() {
    let lines = "2 locks held by syz-executor.5/8478:\n\n====\n"
    let report = CrashReport(parsing: SourceText(Array(lines.utf8)))
    #expect(report.stacks.isEmpty)
    #expect(report.lockHolders.map(\.line) == [1])
    #expect(
      report.sections.first?.label == "2 locks held by syz-executor.5/8478, not listed")
  }

  @Test func stallInAnInterrupt() {
    let report = """
      [   12.345678][    C1] rcu: INFO: rcu_preempt self-detected stall on CPU
      [   12.345679][    C1] NMI backtrace for cpu 1
      [   12.345680][    C1] CPU: 1 UID: 0 PID: 7 Comm: syz.0.17 Not tainted 6.9.0 #0
      [   12.345681][    C1] Call Trace:
      [   12.345682][    C1]  <IRQ>
      [   12.345683][   T99] usb 1-1: noise of another task
      [   12.345684][    C1]  dump_stack_lvl+0x1/0x2
      [   12.345685][    C1]  sysvec_apic_timer_interrupt+0x3/0x4
      [   12.345686][    C1]  </IRQ>
      [   12.345687][    C1]  <TASK>
      [   12.345688][    C1] RIP: 0010:lamp_burn+0x5/0x6
      [   12.345689][    C1] RSP: 0018:ffffc900046875d0 EFLAGS: 00000206
      [   12.345690][    C1]  lamp_on+0x7/0x8
      [   12.345691][    C1]  </TASK>
      """
    #expect(
      stacks(report) == [
        "nmiBacktrace | NMI backtrace of CPU 1, interrupt part | task syz.0.17/7, CPU 1 "
          + "| dump_stack_lvl sysvec_apic_timer_interrupt",
        "nmiBacktrace | NMI backtrace of CPU 1, interrupted part | task syz.0.17/7, CPU 1 "
          + "| lamp_burn lamp_on",
      ])
  }

  @Test func arm64Fault() {
    let report = """
      Unable to handle kernel paging request at virtual address dfff800000000001
      Internal error: Oops: 0000000096000005 [#1] PREEMPT SMP
      CPU: 0 UID: 0 PID: 6321 Comm: syz.3.9 Not tainted 6.9.0 #0
      pc : lamp_dim a/b.c:9 [inline]
      pc : lamp_on+0x2b/0x3e0 a/b.c:61
      lr : lamp_open+0x1/0x2 a/b.c:30
      sp : ffff80009c7a7ac0
      x29: ffff80009c7a7ac0 x28: 0000000000000000
      Call trace:
       lamp_dim a/b.c:9 [inline] (P)
       lamp_on+0x2b/0x3e0 a/b.c:61 (P)
       el0t_64_sync+0x198/0x19c arch/arm64/kernel/entry.S:600
      Code: f9400275 d343fea8 (38f66908) 34000068
      ---[ end trace 0000000000000000 ]---
      ----------------
      Code disassembly (best guess):
         0:\tf9400275 \tldr\tx21, [x19]
      """
    #expect(
      stacks(report) == [
        "callTrace | Call trace | task syz.3.9/6321, CPU 0 "
          + "| lamp_dim lamp_on lamp_open lamp_dim lamp_on el0t_64_sync"
      ])
    let text = SourceText(Array(report.utf8))
    let parsed = CrashReport(parsing: text)
    #expect(parsed.stacks[0].line == 4)
    #expect(
      parsed.stacks[0].frames.map { $0.register.map(text.string) } == [
        "pc", "pc", "lr", nil, nil, nil,
      ])
    #expect(parsed.sections.last?.kind == .disassembly)
    #expect(parsed.sections.last?.lines == 15..<18)
  }

  @Test func injectedFailureIsNotTheCrash() {
    let report = """
      FAULT_INJECTION: forcing a failure.
      name failslab, interval 1, probability 0, space 0, times 1
      CPU: 0 PID: 7 Comm: syz-executor Not tainted 5.5.0 #0
      Call Trace:
       should_fail+0x1/0x2
      BUG: memory leak
      unreferenced object 0xffff888103a5e000 (size 4096):
        comm "syz-executor", pid 7, jiffies 4294941 (age 8.1s)
        backtrace (crc 1234abcd):
          [<00000000c4a7a8e7>] lamp_new+0x2b/0x3e0 a/b.c:61
      """
    #expect(
      stacks(report) == [
        "faultInjection | Injected failure | task syz-executor/7, CPU 0 | should_fail",
        "allocation | Leaked object allocated |  | lamp_new",
      ])
  }

  @Test func valuesAndPages() {
    let report = """
      BUG: KMSAN: uninit-value in lamp_on+0x2b/0x3e0 a/b.c:61
       lamp_on+0x2b/0x3e0 a/b.c:61

      Uninit was stored to memory at:
       lamp_put+0x1/0x2

      Uninit was created at:
       lamp_get+0x3/0x4

      page last allocated via order 0, migratetype Unmovable
       post_alloc_hook+0x5/0x6
      page last free pid 7 tgid 7 stack trace:
       free_pages+0x7/0x8

      Last potentially related work creation:
       queue_work_on+0x9/0xa
      """
    #expect(
      stacks(report) == [
        "callTrace | Call trace |  | lamp_on",
        "store | Uninit was stored to memory at |  | lamp_put",
        "origin | Uninit was created at |  | lamp_get",
        "pageOwner | Page last allocated |  | post_alloc_hook",
        "pageOwner | Page last freed |  | free_pages",
        "workCreation | Last potentially related work creation |  | queue_work_on",
      ])
  }

  @Test func racingAccesses() {
    let report = """
      BUG: KCSAN: data-race in lamp_on / lamp_off

      write to 0xffffffff85a7f140 of 8 bytes by task 1082 on cpu 7:
       lamp_on+0x2b/0x3e0

      read to 0xffffffff85a7f140 of 8 bytes by interrupt on cpu 4:
       lamp_off+0x3/0x4
      """
    #expect(
      stacks(report) == [
        "access | write to 0xffffffff85a7f140 of 8 bytes by task 1082 on cpu 7 "
          + "| task 1082 on cpu 7 | lamp_on",
        "access | read to 0xffffffff85a7f140 of 8 bytes by interrupt on cpu 4 "
          + "| interrupt on cpu 4 | lamp_off",
      ])
  }
}

/// How kernels before 4.10 print stacks, with a tag and a frame on one line.
@Suite struct OldReportTests {
  @Test func repeatedTagIsOnePart() {
    let lines = """
      kworker/u4:3    R  running task        0  2153      2 0x00000008
      Call Trace:
       <IRQ>  [<ffffffff8117fac6>] sched_show_task+0xb6/0x120 a/c.c:50
       [<ffffffff81181f42>] apic_timer_interrupt+0x82/0x90
       <EOI>  [<ffffffff81197498>] ? rep_nop a/p.h:5 [inline]
       <EOI>  [<ffffffff81197498>] ? lamp_spin+0x18/0x1b0 a/q.c:30
       [<ffffffff8206c08d>] lamp_on+0xd/0x50 a/n.c:74
      """
    let text = SourceText(Array(lines.utf8))
    let stacks = CrashReport(parsing: text).stacks
    #expect(stacks.map(\.kind) == [.interrupt, .callTrace])
    #expect(
      stacks[1].frames.map { text.string($0.function) } == ["rep_nop", "lamp_spin", "lamp_on"])
    #expect(stacks[1].frames.map(\.reliable) == [false, false, true])
    #expect(stacks[1].context == "task kworker/u4:3/2153")
  }
}
