import BisectionLog
import Testing

@testable import Triage

@Suite struct CandidateTests {
  private static let report = """
    BUG: KASAN: use-after-free in widget_release+0x12/0x80 drivers/widget/core.c:120
    Call Trace:
     dump_stack+0x10/0x20 lib/dump_stack.c:118
     kasan_report+0x10/0x20 mm/kasan/report.c:413
     widget_release+0x12/0x80 drivers/widget/core.c:120
     widget_ioctl+0x30/0x90 drivers/widget/ioctl.c:77
     do_syscall_64+0x2d/0x70 arch/x86/entry/common.c:46

    """

  private var profile: CrashProfile {
    let log = BisectionLog(parsing: Array(Self.report.utf8))
    let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
    return CrashProfile(
      title: guilt.derivedTitle, report: log.crash, guilt: guilt, in: log.text)
  }

  private func commit(_ title: String, _ files: [String], message: String = "") -> RangeCommit {
    RangeCommit(
      hash: String(repeating: "1", count: 40), title: title, message: message, author: "A",
      date: "", files: files)
  }

  @Test func theCommitThatChangesTheGuiltyFileComesFirst() throws {
    let commits = [
      commit("docs: spelling", ["Documentation/widget.rst"]),
      commit("gadget: clean up the core", ["drivers/gadget/core.c"]),
      commit("widget: drop the last reference earlier", ["drivers/widget/core.c"]),
      commit("arm: widget clock", ["arch/arm/widget.c"]),
    ]
    let ranked = CandidateRanking(of: commits, for: profile).candidates
    #expect(ranked.count == 4)
    let best = try #require(ranked.first)
    #expect(best.commit.title == "widget: drop the last reference earlier")
    #expect(best.reasons.contains("changes drivers/widget/core.c, the guilty file"))
    #expect(abs(ranked.reduce(0) { $0 + $1.share } - 1) < 0.001)
  }

  @Test func aNamedFunctionIsSaid() throws {
    let commits = [
      commit("gadget: unrelated", ["drivers/gadget/a.c"]),
      commit("core: rework", ["lib/x.c"], message: "Call widget_release() without the lock."),
    ]
    let best = try #require(CandidateRanking(of: commits, for: profile).candidates.first)
    #expect(best.reasons.first == "names widget_release, the guilty function")
  }

  /// No commit of a kernel is younger than the kernel; a tree may call itself by an older version.
  @Test(arguments: [
    ("2019-09-10", false), ("2019-10-20", false), ("2020-03-01", true), ("", false),
  ])
  func aCommitThatIsYoungerThanTheKernelIsNotToBlame(date: String, isYounger: Bool) throws {
    let report = "CPU: 0 PID: 7 Comm: a Not tainted 5.3.0-rc7+ #0\n" + Self.report
    let log = BisectionLog(parsing: Array(report.utf8))
    let crash = try #require(log.crash)
    let profile = CrashProfile(
      title: nil, report: crash, guilt: Guilt(of: crash, in: log.text), in: log.text)
    var touching = commit("widget: drop the last reference", ["drivers/widget/core.c"])
    touching.date = date
    let other = commit("gadget: clean up", ["drivers/gadget/core.c"])
    let ranked = CandidateRanking(of: [other, touching], for: profile).candidates
    let reasons = ranked.first { $0.commit.title == touching.title }?.reasons ?? []
    #expect(reasons.contains("was written after the kernel that crashed") == isYounger)
    #expect((ranked.first { $0.commit.title == other.title }?.share ?? 0 > 0.01) == isYounger)
  }

  /// Days after 1 January 1970; the first two are the releases' own.
  @Test(arguments: [
    ("5.0.0", 17_958), ("6.0.0-syzkaller", 19_267), ("5.0.0-rc8", 17_958), ("5.0.0-rc1+", 17_909),
    ("5.8.0-rc1-next-20200618", 18_431), ("4.14.52", nil), ("3.10.0", nil), ("5", nil), ("", nil),
    ("5.8.0-next-2020", nil), ("99999999999999999999.1.0", nil),
  ])
  func aVersionTellsTheDay(version: String, day: Int?) {
    #expect(KernelMoment.day(ofVersion: Substring(version)) == day)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2024-12-31T23:59:59+02:00", 20_088), ("2024-13-01", nil), ("yesterday", nil),
  ])
  func aDateIsADay(text: String, day: Int?) { #expect(CalendarDay.day(text) == day) }

  @Test func genericFramesTellNothing() {
    let profile = profile
    #expect(profile.files["lib/dump_stack.c"] == nil)
    #expect(profile.functions["do_syscall_64"] == nil)
    #expect(profile.functions["widget_release"] == 1)
  }

  @Test func nothingTrapsWithoutCommitsOrReport() {
    let empty = SourceText([])
    let bare = CrashProfile(title: nil, report: nil, guilt: Guilt(), in: empty)
    #expect(CandidateRanking(of: [], for: bare).candidates.isEmpty)
    #expect(CandidateRanking(of: [commit("", [])], for: bare).candidates.count == 1)
  }

  @Test func aCancelledRankingStops() {
    let many = Array(repeating: commit("a: b", ["a.c"]), count: 2_000)
    let ranking = CandidateRanking(of: many, for: profile) { true }
    #expect(ranking.candidates.isEmpty)
  }
}
