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
