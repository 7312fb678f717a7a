import Screen
import TestSupport
import Testing

/// The real program, a real terminal and a real repository.
@Suite struct KernelOnATerminalTests {
  /// A repository with a culprit that a later commit fixes, and a log that names it.
  private struct Case {
    let repository: SmallRepository
    let folder: TemporaryFolder
    let log: String
    let culprit: String

    init() throws {
      repository = try SmallRepository()
      folder = try TemporaryFolder()
      let lines = (1...60).map { "\tint line_\($0);\n" }.joined()
      let good = try repository.commit("Linux 5.5", files: ["fs/aio.c": "old\n"])
      try repository.tag("v5.5", good)
      culprit = try repository.commit("fs: use a list", files: ["fs/aio.c": lines])
      let bad = try repository.commit("Linux 5.6-rc1", files: ["fs/aio.c": lines + "more\n"])
      try repository.tag("v5.6-rc1", bad)
      try repository.commit(
        "fs: fix the list\n\nFixes: \(culprit.prefix(12)) (\"fs: use a list\")\n",
        files: ["fs/aio.c": "all is new\n"])
      log = """
        bisecting cause commit starting from \(bad)
        building syzkaller on 0123456789abcdef0123456789abcdef01234567
        testing commit \(bad) with gcc (GCC) 8.1.0
        all runs: crashed: KASAN: use-after-free Read in free_ioctx
        testing release v5.5
        testing commit \(good) with gcc (GCC) 8.1.0
        all runs: OK
        # git bisect start \(bad) \(good)
        Bisecting: 0 revisions left to test after this (roughly 0 steps)
        [\(culprit)] fs: use a list
        testing commit \(culprit) with gcc (GCC) 8.1.0
        all runs: crashed: KASAN: use-after-free Read in free_ioctx
        # git bisect bad \(culprit)
        \(culprit) is the first bad commit
        commit \(culprit)
        Author: Ada Author <ada@example.org>
        Date:   Thu Jan 2 00:00:00 2020 +0000

            fs: use a list

         fs/aio.c | 60 +++++++++++++++
         1 file changed, 60 insertions(+)
        revisions tested: 3, total time: 1h0m0s (build: 30m0s, test: 20m0s)
        first bad commit: \(culprit) fs: use a list
        crash: KASAN: use-after-free Read in free_ioctx
        BUG: KASAN: use-after-free in free_ioctx+0x2b/0x40 fs/aio.c:42
        Call Trace:
         free_ioctx+0x2b/0x40 fs/aio.c:42
         process_one_work+0x7f/0x90 kernel/workqueue.c:2264

        """
    }

    func open(_ options: [String], environment: [String: String?] = [:]) throws
      -> WorkbenchOnATerminal
    {
      try .opened(
        [try folder.write("log.txt", log)] + options, environment: environment)
    }
  }

  @Test func showsTheTestedSourceTheCommitTheTagAndTheLaterFix() throws {
    let example = try Case()
    let workbench = try example.open(["--kernel", example.repository.path])
    let terminal = workbench.terminal
    #expect(
      terminal.waitFor { $0.text.contains("says Fixes: the culprit") }, "\(terminal.screen.text)")
    #expect(terminal.waitFor { $0.text.contains("v5.6-rc1") })
    terminal.send("5ft")
    #expect(
      terminal.waitFor { $0.text.contains("42>        int line_42;") }, "\(terminal.screen.text)")
    terminal.send("B")
    #expect(
      terminal.waitFor { $0.line(39).contains("\"fs: use a list\", Ada Author, 2020-01-02") },
      "\(terminal.screen.text)")
    terminal.send("D")
    #expect(
      terminal.waitFor { $0.text.contains("Author:     Ada Author") }, "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func theConfigurationNamesProgramsAndTheKernel() throws {
    let example = try Case()
    let workbench = try example.open([
      "--config",
      try example.folder.write(
        "config.toml",
        """
        [options]
        kernel = "\(example.repository.path)"
        copy = "tee \(example.folder.path)/copied"

        """),
    ])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("says Fixes: the culprit") })
    terminal.send("yx")
    #expect(terminal.waitFor { $0.line(39).contains("Handed the Fixes: line to tee") })
    let copied = try CommandRun.run("/bin/cat", [example.folder.path + "/copied"]).text
    #expect(copied == "Fixes: \(example.culprit.prefix(12)) (\"fs: use a list\")")
  }

  @Test func thePagerGetsTheCommit() throws {
    let example = try Case()
    let workbench = try example.open(
      ["--kernel", example.repository.path],
      environment: ["PAGER": "tee \(example.folder.path)/paged"])
    let terminal = workbench.terminal
    #expect(terminal.waitFor { $0.text.contains("says Fixes: the culprit") })
    terminal.send("4D")
    #expect(terminal.waitFor { $0.text.contains("Author:     Ada Author") })
    terminal.send("P")
    #expect(terminal.waitFor { $0.line(39).contains("Back from tee") }, "\(terminal.screen.text)")
    let paged = try CommandRun.run("/bin/cat", [example.folder.path + "/paged"]).text
    #expect(paged.hasPrefix("commit \(example.culprit)\n"))
  }

  @Test func saysThatAFolderIsNoRepositoryAndGoesOn() throws {
    let example = try Case()
    let workbench = try example.open(["--kernel", example.folder.path])
    let terminal = workbench.terminal
    #expect(
      terminal.waitFor { $0.line(39).contains("is no git repository") }, "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
