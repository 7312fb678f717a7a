import BisectionLog
import Kernel
import Reviews
import Screen
import TestSupport
import Testing
import Triage

@testable import Workbench

/// Which step went wrong, and which commit it was then.
@Suite struct CandidatesTests {
  private static let right = String(repeating: "ab", count: 20)

  private func bench(rows: Int = 40, columns: Int = 120) throws -> Bench {
    var bench = try Bench(rows: rows, columns: columns, ["culprit-wrong-foreign-crash"])
    bench.send(.kernel(.found(workTree: nil)))
    return bench
  }

  private func commit(_ hash: String, _ title: String, _ reasons: [String], share: Double)
    -> CandidateCommit
  {
    CandidateCommit(
      commit: RangeCommit(
        hash: hash, title: title, message: "", author: "Ada Author <ada@example.org>",
        date: "2019-12-02T10:00:00+01:00", files: ["net/bluetooth/sco.c"]),
      score: share, share: share, reasons: reasons)
  }

  private func ranked(for request: CandidateRequest) -> RankedCandidates {
    RankedCandidates(
      request: request, total: 14_238,
      best: [
        commit(
          Self.right, "Bluetooth: SCO: take the channel's lock later",
          ["changes net/bluetooth/sco.c, the guilty file", "names sco_conn_del", "1 file"],
          share: 0.61),
        commit(
          String(repeating: "cd", count: 20), "Bluetooth: drop an old helper",
          ["net/bluetooth", "3 files"], share: 0.2),
        commit(
          String(repeating: "ef", count: 20),
          "net: a \u{1B}[31mhostile\u{1B}[m title\nof two lines",
          ["1 file"], share: 0.01),
      ])
  }

  /// Asks for candidates and gives them.
  private func listed(_ bench: inout Bench) throws -> CandidateRequest {
    bench.press("2 s T")
    guard case .rank(let request)? = bench.effects.last else {
      throw NoRequest(effects: "\(bench.effects)")
    }
    bench.send(.kernel(.ranked(request, .success(ranked(for: request)))))
    return request
  }

  private struct NoRequest: Error {
    let effects: String
  }

  @Test func theSuspectsAreGoneThroughInTheirOrder() throws {
    var bench = try bench()
    let suspects = try #require(bench.model.opened?.assessment.likelySuspects)
    try #require(!suspects.isEmpty)
    for suspect in suspects + suspects.prefix(1) {
      bench.press("s")
      #expect(bench.model.selectedStep == suspect.step)
      #expect(bench.model.status?.text.contains(suspect.reason) == true)
    }
  }

  /// What is turned for git bisect is the suspect under the cursor.
  @Test func theRangeIsTheOneThatTheMeantSuspectLeftOut() throws {
    var bench = try bench()
    let opened = try #require(bench.model.opened)
    let request = try listed(&bench)
    let suspect = try #require(opened.assessment.likelySuspects.first)
    let range = try #require(LeftOutRange(turning: suspect, in: opened.log))
    #expect([request.from.text, request.to.text] == [range.from, range.to])
    #expect(bench.model.meantSuspect?.step == suspect.step)
  }

  @Test(arguments: [(40, 120), (24, 80)])
  func theCandidatesAreListedWithTheirReasons(rows: Int, columns: Int) throws {
    var bench = try bench(rows: rows, columns: columns)
    _ = try listed(&bench)
    try expectGolden(bench.screen, named: "candidates-\(columns)x\(rows)")
  }

  @Test(arguments: [(40, 120), (24, 80)])
  func theSuspectsStandInTheCulpritPane(rows: Int, columns: Int) throws {
    var bench = try bench(rows: rows, columns: columns)
    bench.press("4 z G")
    try expectGolden(bench.screen, named: "suspects-\(columns)x\(rows)")
  }

  @Test func enterShowsTheHunkOfTheGuiltyFileAndEscapeTheListAgain() throws {
    var bench = try bench()
    let request = try listed(&bench)
    let file = try #require(request.crash.guilt.file)
    bench.press("Enter")
    guard case .ask(.commit(let commit))? = bench.effects.last else {
      Issue.record("\(bench.effects)")
      return
    }
    #expect(commit.text == Self.right)
    let text = """
      commit \(Self.right)
      diff --git a/Makefile b/Makefile
      @@ -1 +1 @@
      -one
      diff --git a/\(file) b/\(file)
      @@ -9 +9 @@
      -two
      """
    bench.send(.kernel(.answered(.commit(commit), .success(.commit(Array(text.utf8))))))
    #expect(bench.model.desk.states[.rawText]?.cursor == 5)
    bench.press("y x")
    let fixes = "Fixes: abababababab (\"Bluetooth: SCO: take the channel's lock later\")"
    #expect(bench.effects.last == .copy(fixes, what: "the Fixes: line"))
    bench.press("Escape")
    #expect(bench.row(with: "Candidates ── 3 best of 14,238") != nil)
    bench.press("Escape")
    #expect(bench.row(with: "Candidates") == nil)
  }

  @Test func theRightCommitIsKeptAndUndone() throws {
    var bench = try bench()
    _ = try listed(&bench)
    bench.press("j m")
    let digest = try #require(bench.model.opened?.digest)
    var review = bench.model.reviews(of: digest).reviews.first
    #expect(review?.verdict == .wrong)
    #expect(review?.rightCommit == String(repeating: "cd", count: 20))
    // A reason that is given later leaves it.
    bench.press("w f")
    review = bench.model.reviews(of: digest).reviews.first
    #expect(review?.reason == .foreignCrash)
    #expect(review?.rightCommit == String(repeating: "cd", count: 20))
    bench.press("c")
    #expect(bench.model.reviews(of: digest).reviews.first?.rightCommit == nil)
    bench.press("u u u")
    #expect(bench.model.reviews(of: digest).reviews.isEmpty)
  }

  /// The culprit itself, and rows that name no commit, cannot be marked.
  @Test func whatIsNoOtherCommitIsNotMarked() throws {
    var bench = try bench()
    bench.press("4 m")
    #expect(bench.model.status?.text.contains("T lists candidates") == true)
    bench.press("2 b m")
    #expect(bench.model.status?.text.contains("c marks it as right") == true)
  }

  @Test func escapeGivesUpTheRankingAndWhatComesLateIsNotShown() throws {
    var bench = try bench()
    bench.press("2 s T")
    guard case .rank(let request)? = bench.effects.last else {
      Issue.record("\(bench.effects)")
      return
    }
    bench.press("Escape")
    #expect(bench.effects.last == .stopRanking)
    bench.send(.kernel(.ranked(request, .success(ranked(for: request)))))
    #expect(bench.row(with: "Candidates") == nil)
  }

  @Test func withoutARepositoryItSaysHowToHaveOne() throws {
    var bench = try Bench(["culprit-wrong-foreign-crash"])
    bench.press("2 T")
    #expect(bench.model.status?.text.contains("--kernel") == true)
    #expect(!bench.effects.contains { if case .rank = $0 { true } else { false } })
  }
}
