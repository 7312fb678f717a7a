extension SourcePath {
  /// Folders whose files never end up in a kernel, also where only the folder is named.
  static let uncompiledTops = NamePatterns(
    ["Documentation", "tools", "samples", "scripts", "LICENSES", "usr"]
      .flatMap { [Array("^\($0)/".utf8), Array("^\($0)$".utf8)] })

  /// Extensions of files that are not compiled on their own.
  static let uncompiledEndings = NamePatterns(
    [
      ".rst", ".txt", ".tbl", ".dts", ".dtsi", ".yaml", ".md", "_defconfig", ".gitignore",
      ".config",
    ].map { Array("\($0)$".utf8) })

  /// Prefixes of the names of files that control the build or are documentation.
  static let uncompiledNames = NamePatterns(prefixes: [
    "Makefile", "Kconfig", "Kbuild", "MAINTAINERS", "CREDITS", "COPYING", ".mailmap",
    ".clang-format",
  ])

  /// Code that finds bugs and gets blamed for those it finds.
  static let debuggingTools = NamePatterns(prefixes: [
    "mm/kasan/", "mm/kmsan/", "mm/kfence/", "mm/kmemleak", "mm/page_owner", "mm/debug",
    "kernel/locking/lockdep", "kernel/locking/irqflag-debug", "kernel/kcov", "kernel/kcsan/",
    "lib/Kconfig.debug", "lib/Kconfig.kasan", "lib/Kconfig.ubsan", "lib/debugobjects",
    "lib/fault-inject", "lib/ubsan", "lib/stackdepot", "include/linux/debugobjects",
    "include/linux/lockdep",
  ])

  /// The cores through which the members of the subsystems run.
  static let coreFolders = NamePatterns(prefixes: [
    "kernel/", "mm/", "block/", "lib/", "init/", "ipc/", "virt/", "io_uring/", "include/",
    "security/", "net/core/", "net/ipv4/", "net/ipv6/", "net/netlink/", "net/sched/", "net/bpf/",
    "net/packet/", "net/ethernet/", "arch/x86/",
  ])

  /// What the stacks of unrelated crashes have in common: entry code, allocation, locks, dispatch.
  ///
  /// After syzkaller's list of files that are never guilty (`pkg/report`), widened by the places
  /// that every system call passes.
  static let sharedPrefixes = NamePatterns(prefixes: [
    "lib/", "include/", "security/", "arch/x86/kernel/", "arch/x86/entry/", "arch/x86/mm/",
    "arch/x86/lib/", "mm/kasan/", "mm/kmsan/", "mm/kfence/", "mm/slab", "mm/slub", "mm/slob",
    "mm/util.c", "mm/memory.c", "mm/page_alloc.c", "mm/percpu", "mm/vmalloc.c", "mm/usercopy.c",
    "mm/maccess.c", "mm/failslab.c", "kernel/rcu/", "kernel/locking/", "kernel/sched/",
    "kernel/printk/", "kernel/kcov.c", "kernel/panic.c", "kernel/softirq.c", "kernel/workqueue.c",
    "kernel/kthread.c", "kernel/stacktrace.c", "kernel/irq/", "kernel/time/", "kernel/dma/",
    "kernel/entry/", "kernel/exit.c", "kernel/fork.c", "kernel/signal.c", "kernel/task_work.c",
    "kernel/events/core.c", "kernel/hung_task.c", "kernel/smpboot.c", "net/core/dev.c",
    "net/core/sock.c", "net/core/skbuff.c", "net/core/datagram.c", "net/core/rtnetlink.c",
    "net/socket.c", "fs/read_write.c", "fs/ioctl.c", "fs/open.c", "fs/namei.c", "fs/file_table.c",
    "fs/splice.c", "fs/exec.c",
  ])
}
