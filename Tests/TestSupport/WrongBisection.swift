/// A repository and the log of a bisection in it that went wrong: a release on which the reproducer did
/// nothing was taken for good, and the commit that broke it lies before that release.
package struct WrongBisection {
  /// The repository.
  package let repository: SmallRepository
  /// The commit that broke `widget_release`.
  package let right: String
  /// The commit that the log names.
  package let culprit: String
  /// The log.
  package let log: String

  /// Makes them.
  package init() throws {
    repository = try SmallRepository()
    let old = try repository.commit("Linux 5.4", files: ["drivers/widget/core.c": "int a;\n"])
    try repository.tag("v5.4", old)
    try repository.commit("docs: name the widget", files: ["Documentation/widget.rst": "1\n"])
    right = try repository.commit(
      "widget: release without the lock\n\nThe lock in widget_release() is slow.\n",
      files: [
        "drivers/widget/Kconfig": "config WIDGET\n",
        "drivers/widget/core.c": "int a;\nvoid widget_release(void)\n{\n\tfree(a);\n}\n",
      ])
    try repository.commit("net: count twice", files: ["net/core/dev.c": "2\n"])
    let good = try repository.commit("Linux 5.5", files: ["Makefile": "VERSION = 5\n"])
    try repository.tag("v5.5", good)
    culprit = try repository.commit("sound: turn the volume up", files: ["sound/core.c": "3\n"])
    let bad = try repository.commit("Linux 5.6-rc1", files: ["Makefile": "VERSION = 6\n"])
    try repository.tag("v5.6-rc1", bad)
    log = Self.log(bad: bad, good: good, old: old, culprit: culprit)
  }

  private static func log(bad: String, good: String, old: String, culprit: String) -> String {
    let title = "KASAN: use-after-free Read in widget_release"
    let runs = (0..<10).map { index in
      index == 3 ? "run #\(index): crashed: \(title)" : "run #\(index): OK"
    }
    return """
      bisecting cause commit starting from \(bad)
      building syzkaller on 0123456789abcdef0123456789abcdef01234567
      testing commit \(bad) with gcc (GCC) 8.1.0
      \(runs.joined(separator: "\n"))
      testing release v5.5
      testing commit \(good) with gcc (GCC) 8.1.0
      all runs: OK
      testing release v5.4
      testing commit \(old) with gcc (GCC) 8.1.0
      all runs: OK
      # git bisect start \(bad) \(good)
      Bisecting: 0 revisions left to test after this (roughly 0 steps)
      [\(culprit)] sound: turn the volume up
      testing commit \(culprit) with gcc (GCC) 8.1.0
      run #0: crashed: \(title)
      run #1: OK
      run #2: OK
      # git bisect bad \(culprit)
      \(culprit) is the first bad commit
      commit \(culprit)
      Author: Ada Author <ada@example.org>
      Date:   Mon Jan 6 00:00:00 2020 +0000

          sound: turn the volume up

       sound/core.c | 1 +
       1 file changed, 1 insertion(+)
      revisions tested: 4, total time: 1h0m0s (build: 30m0s, test: 20m0s)
      first bad commit: \(culprit) sound: turn the volume up
      crash: \(title)
      BUG: KASAN: use-after-free in widget_release+0x12/0x80 drivers/widget/core.c:4
      Read of size 8 at addr ffff8880a1b2c3d8 by task lamp/7

      CPU: 0 PID: 7 Comm: lamp Not tainted 5.6.0-rc1 #0
      Call Trace:
       widget_release+0x12/0x80 drivers/widget/core.c:4
       widget_ioctl+0x30/0x90 drivers/widget/ioctl.c:77

      """
  }
}
