import Reviews
import TestSupport
import Testing

@testable import Workbench

/// The stack pane over reports of each kind, and the culprit pane where reviewers disagree.
@Suite struct ReportScreenTests {
  private static let stall = """
    rcu: INFO: rcu_preempt self-detected stall on CPU
    rcu: \t1-....: (10499 ticks this GP) idle=0a2/1/0x4000000000000000 softirq=9141/9141 fqs=5250
    \t(t=10500 jiffies g=12161 q=53)
    NMI backtrace for cpu 1
    CPU: 1 PID: 8842 Comm: syz-executor.2 Not tainted 5.9.0-rc7-syzkaller #0
    Hardware name: Google Google Compute Engine/Google Compute Engine, BIOS Google 01/01/2011
    Call Trace:
     <IRQ>
     __dump_stack lib/dump_stack.c:77 [inline]
     dump_stack+0x198/0x1fd lib/dump_stack.c:118
     nmi_cpu_backtrace.cold+0x44/0xd7 lib/nmi_backtrace.c:105
     rcu_dump_cpu_stacks+0x194/0x1cf kernel/rcu/tree_stall.h:318
     rcu_sched_clock_irq.cold+0x5b3/0xccc kernel/rcu/tree.c:2572
     update_process_times+0x25/0xa0 kernel/time/timer.c:1702
     tick_sched_timer+0x1d1/0x2a0 kernel/time/tick-sched.c:1328
     hrtimer_interrupt+0x334/0x940 kernel/time/hrtimer.c:1645
     </IRQ>
    RIP: 0010:qdisc_tree_walk+0x61/0x1b0 net/sched/sch_api.c:790
     taprio_dequeue_from_txq+0x34f/0x880 net/sched/sch_taprio.c:584
     taprio_dequeue+0x7a/0xe0 net/sched/sch_taprio.c:661
     __qdisc_run+0x1ae/0x1730 net/sched/sch_generic.c:409
     __dev_xmit_skb net/core/dev.c:3801 [inline]
     __dev_queue_xmit+0x1f1e/0x2d50 net/core/dev.c:4111
     packet_sendmsg+0x24ac/0x5d80 net/packet/af_packet.c:3035
     sock_sendmsg_nosec net/socket.c:651 [inline]
     sock_sendmsg+0xcf/0x120 net/socket.c:671
     __sys_sendto+0x21c/0x320 net/socket.c:1992
     do_syscall_64+0x2d/0x70 arch/x86/entry/common.c:46
     entry_SYSCALL_64_after_hwframe+0x44/0xa9

    """

  private static let arm64 = """
    Unable to handle kernel NULL pointer dereference at virtual address 0000000000000018
    Mem abort info:
      ESR = 0x0000000096000004
    Internal error: Oops: 0000000096000004 [#1] PREEMPT SMP
    Modules linked in:
    CPU: 0 PID: 3071 Comm: syz-executor108 Not tainted 6.1.0-rc3-syzkaller #0
    Hardware name: linux,dummy-virt (DT)
    pstate: 60400005 (nZCv daif +PAN -UAO -TCO -DIT -SSBS BTYPE=--)
    pc : hfsplus_find_exit+0x18/0x48 fs/hfsplus/bfind.c:34
    lr : hfsplus_rename_cat+0x1d4/0x2f0 fs/hfsplus/catalog.c:512
    sp : ffff80000f6c3a20
    x29: ffff80000f6c3a20 x28: ffff0000c6b41a80 x27: 0000000000000000
    x26: 0000000000000000 x25: ffff80000cb1f000 x24: 0000000000000002
    Call trace:
     hfsplus_find_exit+0x18/0x48 fs/hfsplus/bfind.c:34
     hfsplus_rename_cat+0x1d4/0x2f0 fs/hfsplus/catalog.c:512
     hfsplus_unlink+0x1a8/0x2ac fs/hfsplus/dir.c:376
     vfs_unlink+0x178/0x394 fs/namei.c:4252
     do_unlinkat+0x1f0/0x3b4 fs/namei.c:4320
     __do_sys_unlinkat fs/namei.c:4363 [inline]
     __arm64_sys_unlinkat+0x74/0xa8 fs/namei.c:4356
     invoke_syscall arch/arm64/kernel/syscall.c:38 [inline]
     el0_svc_common+0x138/0x220 arch/arm64/kernel/syscall.c:142
     do_el0_svc+0x48/0x164 arch/arm64/kernel/syscall.c:206
     el0t_64_sync+0x18c/0x190 arch/arm64/kernel/entry.S:581
    Code: d503233f a9be7bfd 910003fd f9000bf3 (f9400c13)
    ---[ end trace 0000000000000000 ]---
    ----------------
    Code disassembly (best guess):
       0:\td503233f \tpaciasp
       4:\ta9be7bfd \tstp\tx29, x30, [sp, #-32]!
       8:\t910003fd \tmov\tx29, sp
       c:\tf9000bf3 \tstr\tx19, [sp, #16]
    * 10:\tf9400c13 \tldr\tx19, [x0, #24] <-- trapping instruction

    """

  @Test(arguments: ["culprit-right", "console-deadlock", "oldest-release"])
  func theStacksOfASample(name: String) throws {
    var bench = try Bench(rows: 44, columns: 140, [name])
    bench.press("5 z")
    try expectGolden(bench.screen, named: "report-\(name)")
  }

  @Test func theStacksOfAStall() throws {
    var bench = try Bench(rows: 44, columns: 140, text: Self.stall)
    bench.press("5 z")
    try expectGolden(bench.screen, named: "report-stall")
  }

  @Test func theStacksOfArm64() throws {
    var bench = try Bench(rows: 44, columns: 140, text: Self.arm64)
    bench.press("5 z")
    try expectGolden(bench.screen, named: "report-arm64")
  }

  @Test(arguments: ["culprit-right", "console-deadlock"])
  func theRegistersOfASample(name: String) throws {
    var bench = try Bench(rows: 44, columns: 140, [name])
    bench.press("5 z A")
    try expectGolden(bench.screen, named: "registers-\(name)")
  }

  @Test func theRegistersOfArm64() throws {
    var bench = try Bench(rows: 24, columns: 80, text: Self.arm64)
    bench.press("5 A")
    try expectGolden(bench.screen, named: "registers-arm64")
  }

  @Test func reviewersWhoDisagreeStandSideBySide() throws {
    var bench = try Bench(rows: 40, columns: 120)
    let entry = try #require(bench.model.list.selectedEntry)
    let digest = try #require(entry.digest)
    bench.press("c K a")
    bench.type("the stack fits")
    bench.press("Enter")
    let bob = try #require(Reviewer("bob"))
    let time = try #require(EventTime("2026-02-01T00:00:00Z"))
    let decision = try Decision(.wrong(.foreignCrash), note: "derailed at v5.5")
    bench.send(
      .recorded(
        ReviewBook().deciding(decision, on: [DecidedLog(digest: digest)], by: bob, at: time),
        own: false))
    try expectGolden(bench.screen, named: "conflict")
  }
}
