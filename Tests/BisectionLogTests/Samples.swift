/// Logs written for the tests, a line of each kind in its place.
enum Samples {
  /// Forty digits that begin with a pair.
  static func hash(_ pair: String) -> String { String(repeating: pair, count: 20) }

  static let start = hash("a0")
  static let tool = hash("70")
  static let release = hash("b1")
  static let first = hash("c1")
  static let second = hash("c2")
  static let culprit = hash("c3")
  static let parent = hash("c4")

  /// A cause bisection of 2020 with a culprit, its commit and a crash.
  static let cause = """
    bisecting cause commit starting from \(start)
    building syzkaller on \(tool)
    testing commit \(start) with gcc (GCC) 8.1.0
    kernel signature: \(hash("d0"))
    run #0: crashed: WARNING in frob_widget
    run #1: OK
    run #2: boot failed: can't ssh into the instance
    testing release v5.6
    testing commit \(release) with gcc (GCC) 8.1.0
    kernel signature: \(hash("d1"))
    all runs: OK
    # git bisect start \(start) \(release)
    Bisecting: 26 revisions left to test after this (roughly 5 steps)
    [\(first)] widget: prepare for frobbing
    testing commit \(first) with gcc (GCC) 8.1.0
    drivers/widget/frob.c:12:3: error: implicit declaration of function 'frob'
    make: *** [drivers/widget] Error 2
    # git bisect skip \(first)
    Bisecting: 1 revision left to test after this (roughly 1 step)
    [\(culprit)] widget: frob on open
    testing commit \(culprit) with gcc (GCC) 8.1.0
    kernel signature: \(hash("d3"))
    all runs: crashed: WARNING in frob_widget
    # git bisect bad \(culprit)
    Bisecting: 0 revisions left to test after this (roughly 0 steps)
    [\(second)] widget: count the frobs
    testing commit \(second) with gcc (GCC) 8.1.0
    kernel signature: \(hash("d2"))
    run #0: basic kernel testing failed: failed to copy test binary to VM: failed to run ["scp" "-P" "22"]: exit status 1
    ssh: connect to host localhost port 22: Connection refused\r
    lost connection

    run #1: OK
    run #2: OK
    # git bisect good \(second)
    \(culprit) is the first bad commit
    commit \(culprit)
    Author: Ada Writer <ada@example.org>
    Date:   Wed Feb 19 18:22:26 2020 -0600

        widget: frob on open
    \("    ")
        The message may say anything:
        run #0: OK
        crash: not this one

     drivers/widget/frob.c  | 12 +++++++++---
     drivers/widget/logo.ppm | Bin 0 -> 1423 bytes
     2 files changed, 9 insertions(+), 3 deletions(-)
     create mode 100644 drivers/widget/logo.ppm
    culprit signature: \(hash("d3"))
    parent  signature: \(hash("d2"))
    Reproducer flagged being flaky
    revisions tested: 5, total time: 3h23m36.5s (build: 1h28m45s, test: 41.5ms)
    first bad commit: \(culprit) widget: frob on open
    recipients (to): ["ada@example.org" "widget@lists.example.org"]
    recipients (cc): []
    crash: WARNING in frob_widget
    ------------[ cut here ]------------
    WARNING: CPU: 0 PID: 8 at drivers/widget/frob.c:40 frob_widget+0x12/0x40 drivers/widget/frob.c:40
    Call Trace:
     widget_open+0x10/0x80 drivers/widget/open.c:7
     do_sys_open+0x30/0x60 fs/open.c:1100
    run #9: OK

    """

  /// A fix bisection over two trees, of 2024.
  static let fix = """
    ci2 starts bisection 2024-11-02 03:04:05.5 +0000 UTC m=+10.5
    bisecting fixing commit since \(start)
    building syzkaller on \(tool)
    ensuring issue is reproducible on original commit \(start)

    testing commit \(start) clang
    compiler: Debian clang version 15.0.6, GNU ld (GNU Binutils for Debian) 2.40
    kernel signature: \(hash("d0") + "00112233445566778899aabb")
    all runs: crashed: KASAN: use-after-free Read in frob
    representative crash: KASAN: use-after-free Read in frob, types: [KASAN-READ KASAN]
    determining the merge base between \(start) and \(hash("e9"))
    \(hash("b5"))/Linux 6.6 is a merge base, check if it has the bug
    testing commit \(hash("b5")) clang
    all runs: crashed: KASAN: use-after-free Read in frob
    representative crash: KASAN: use-after-free Read in frob, types: [KASAN-READ]
    testing current HEAD \(hash("e9"))
    testing commit \(hash("e9")) clang
    all runs: OK
    false negative chance: 0.000
    # git bisect start \(hash("e9")) \(hash("b5"))
    Bisecting: 6 revisions left to test after this (roughly 3 steps)
    [\(first)] widget: one

    determine whether the revision contains the guilty commit
    checking the merge base \(hash("b7"))
    no existing result, test the revision
    testing commit \(hash("b7")) clang
    all runs: OK
    false negative chance: 0.001
    the bug was not introduced yet; pretend that kernel crashed
    # git bisect good \(first)
    Bisecting: 1 revision left to test after this (roughly 1 step)
    [\(culprit)] widget: stop using what was freed

    determine whether the revision contains the guilty commit
    revision \(hash("b5")) crashed and is reachable
    testing commit \(culprit) clang
    all runs: OK
    false negative chance: 0.000
    # git bisect bad \(culprit)
    \(culprit) is the first bad commit

    accumulated error probability: 0.02
    culprit signature: \(hash("d3"))
    parent  signature: \(hash("d3"))
    reproducer is flaky (0.35 repro chance estimate)
    revisions tested: 5, total time: 2h0m0s (build: 1h0m0s, test: 950µs)
    first good commit: \(culprit) widget: stop using what was freed
    recipients (to): ["ada@example.org"]
    recipients (cc): ["b@example.org" "c@example.org"]

    """

  /// The head of a cause bisection of 2023 that minimises its configuration.
  static let minimised = """
    vm starts bisection 2023-08-30 11:46:17 +0000 UTC
    bisecting cause commit starting from \(start)
    building syzkaller on \(tool)
    testing commit \(start) gcc
    all runs: crashed: INFO: task hung in frob
    representative crash: INFO: task hung in frob, types: [HANG]
    check whether we can drop unnecessary instrumentation
    disabling configs for [kasan locking], they are not needed
    testing commit \(start) gcc
    all runs: crashed: INFO: task hung in frob
    representative crash: INFO: task hung in frob, types: [HANG]
    the bug reproduces without the instrumentation
    kconfig minimization: base=3918 full=7421 leaves diff=2010
    split chunks (needed=false): <2010>
    split chunk #0 of len 2010 into 5 parts
    testing without sub-chunk 1/5
    testing commit \(start) gcc
    all runs: OK
    false negative chance: 0.000
    the chunk can be dropped
    minimized to 2 configs; suspects: [WIDGET FROB]
    picked [%!d(string=v6.4) %!d(string=v6.3)] out of %!d(MISSING) release tags
    testing release v6.4
    testing commit \(release) gcc
    """

  /// What `git bisect log` of git 2.55 prints.
  static let record = """
    git bisect start '--term-old=fast' '--term-new=slow' '--' 'drivers/widget' 'a b'
    # status: waiting for both 'fast' and 'slow' commits
    # slow: [\(start)] Linux 6.1
    git bisect slow \(start)
    # fast: [\(release)] Linux 6.0
    git bisect fast \(release)
    # fast: [\(first)] widget: one
    git bisect fast \(first)
    # skip: [\(second)] widget: two
    git bisect skip \(second)
    # slow: [\(culprit)] widget: three
    git bisect slow \(culprit)
    # first 'slow' commit: [\(culprit)] widget: three

    """

  /// A terminal with `git bisect run`.
  static let transcript = """
    $ git bisect start main v1
    Bisecting: 5 revisions left to test after this (roughly 3 steps)
    [\(first)] widget: one
    $ git bisect run ./t.sh 'an arg'
    running './t.sh' 'an arg'
    Bisecting: is what this test prints
    running late
    Bisecting: 2 revisions left to test after this (roughly 1 step)
    [\(culprit)] widget: three
    running './t.sh' 'an arg'
    \(culprit) is the first bad commit
    commit \(culprit)
    Author: Ada Writer <ada@example.org>
    Date:   Tue Nov 14 22:20:20 2023 +0000

        widget: three

    :040000 040000 \(hash("11")) \(hash("12")) M\tdrivers
    bisect run success

    """

  /// A part of a log in a mail: quoted twice, wrapped, with prose.
  static let quoted = """
    On Wed, Mar 20, 2019 at 2:57 PM Ada Writer <ada@example.org> wrote:
    > > The log says:
    > >
    > >   testing commit \(first) with gcc (GCC)
    > >   8.1.0
    > >   kernel signature:
    > >   \(hash("d1"))
    > >   run #0: basic kernel testing failed: BUG: sleeping function called from
    > >   invalid context in frob
    > >   run #1: OK
    > >   # git bisect good \(first)
    >
    > And so it went wrong.

    I think so, too.

    """

  /// The log of a patch test.
  static let patchTest = """
    12-Aug-2026 09:50:56: building syzkaller on \(tool)...
    12-Aug-2026 09:51:00: checked out kernel commit \(start) ("widget: one", Wed Aug 12)
    12-Aug-2026 09:52:00: applying patch (120 bytes)...
    12-Aug-2026 09:59:00: testing patch...
    12-Aug-2026 10:20:00: reproduced crash: WARNING in frob

    """

  /// A crash report on its own.
  static let report = """
    [   12.345678][  T8] ------------[ cut here ]------------
    [   12.345679][  T8] WARNING: CPU: 0 PID: 8 at drivers/widget/frob.c:40 frob_widget+0x12/0x40
    [   12.345680][  T8] Call Trace:
    [   12.345681][  T8]  widget_open+0x10/0x80 drivers/widget/open.c:7

    """
}
