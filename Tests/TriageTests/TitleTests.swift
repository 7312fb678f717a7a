import Testing

@testable import Triage

@Suite struct TitleTests {
  @Test(arguments: [
    ("KASAN: use-after-free Read in delete_partition", "delete_partition"),
    ("general protection fault in __gfn_to_rmap", "gfn_to_rmap"),
    ("INFO: task hung in link_path_walk.part.40", "link_path_walk"),
    ("WARNING in __x64_sys_io_uring_enter", "io_uring_enter"),
    ("KCSAN: data-race in ext4_mark_iloc_dirty / jbd2_journal_commit", "ext4_mark_iloc_dirty"),
  ])
  func functionOfATitle(title: String, function: String) {
    #expect(CrashTitle(title).function == function)
  }

  @Test(arguments: [
    ("KASAN: use-after-free Read in delete_partition", "WARNING: kobject bug in delete_partition"),
    ("UBSAN: shift-out-of-bounds in est_timer", "UBSAN: undefined-behaviour in est_timer"),
    ("WARNING: refcount bug in refcount_sub_and_test", "WARNING in refcount_sub_and_test_checked"),
    ("INFO: rcu detected stall in sys_lsetxattr", "INFO: rcu detected stall in corrupted"),
    ("INFO: rcu detected stall in ip_set_uadd", "INFO: task hung in nfnetlink_rcv_msg"),
    ("BUG: unable to handle kernel paging request in corrupted", "general protection fault in f_x"),
    ("kernel BUG at fs/pipe.c:586!", "kernel BUG at fs/pipe.c:590!"),
  ])
  func renamedTitles(one: String, other: String) {
    #expect(CrashTitle(one).isRenamed(CrashTitle(other)))
    #expect(CrashTitle(other).isRenamed(CrashTitle(one)))
  }

  @Test(arguments: [
    ("KASAN: use-after-free Read in __d_alloc", "KASAN: use-after-free Read in class_equal"),
    ("WARNING in kvm_wait", "WARNING in bpf_bprintf_prepare"),
    ("kernel BUG at fs/pipe.c:586!", "kernel BUG at fs/inode.c:586!"),
    ("WARNING in corrupted", "KASAN: use-after-free Read in corrupted"),
    ("possible deadlock in io_submit", "possible deadlock in io_submission_one"),
  ])
  func foreignTitles(one: String, other: String) {
    #expect(!CrashTitle(one).isRenamed(CrashTitle(other)))
  }
}
