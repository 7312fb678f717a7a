import BisectionLog
import Exports
import Foundation
import TestSupport
import Testing

/// The replayable log, given to the real git in a repository made on the spot.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "git is absent"))
struct GitReplayTests {
  /// A repository with one line of commits.
  private struct Repository {
    let folder: TemporaryFolder
    let commits: [String]

    init(commits count: Int) throws {
      folder = try TemporaryFolder()
      let folder = folder
      func run(_ arguments: [String]) throws -> CommandRun {
        try GitReplayTests.git(arguments, in: folder.path)
      }
      _ = try run(["init", "-q"])
      for index in 0..<count {
        _ = try run(["commit", "-q", "--allow-empty", "-m", "change \(index)"])
      }
      commits = try run(["rev-list", "--reverse", "HEAD"]).lines
      #expect(commits.count == count)
    }

    func git(_ arguments: [String]) throws -> CommandRun {
      try GitReplayTests.git(arguments, in: folder.path)
    }

    /// Replays a log and gives what git then knows: bad, good, skipped and the next to test.
    func replay(_ text: String) throws -> (bad: String, good: Set<String>, next: String) {
      let file = try folder.write("replay", text)
      let replayed = try git(["bisect", "replay", file])
      #expect(replayed.status == 0, "\(replayed.errors)")
      let bad = try git(["rev-parse", "refs/bisect/bad"]).lines.first ?? ""
      let names = try git(["for-each-ref", "--format=%(objectname)", "refs/bisect/good-*"]).lines
      return (bad, Set(names), try git(["rev-parse", "HEAD"]).lines.first ?? "")
    }
  }

  private static func git(_ arguments: [String], in folder: String) throws -> CommandRun {
    let names = [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@b.example", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    return try CommandRun.run("/usr/bin/git", arguments, folder: folder, environment: names)
  }

  /// A cause bisection of the range 0..31 that tests 16 (crashed), 8 (passed) and 12 (crashed).
  private func log(_ commits: [String], verdicts: [(Int, String)]) -> String {
    let start = """
      bisecting cause commit starting from \(commits[31])
      building syzkaller on \(commits[0])
      testing commit \(commits[31]) with gcc (GCC) 8.1.0
      all runs: crashed: WARNING in f
      testing release v5.6
      testing commit \(commits[24]) with gcc (GCC) 8.1.0
      all runs: crashed: WARNING in f
      testing release v5.5
      testing commit \(commits[0]) with gcc (GCC) 8.1.0
      all runs: OK
      # git bisect start \(commits[24]) \(commits[0])

      """
    let steps = verdicts.map { index, verdict in
      """
      Bisecting: 4 revisions left to test after this (roughly 2 steps)
      [\(commits[index])] change \(index)
      testing commit \(commits[index]) with gcc (GCC) 8.1.0
      all runs: \(verdict == "bad" ? "crashed: WARNING in f" : "OK")
      # git bisect \(verdict) \(commits[index])

      """
    }
    return start + steps.joined()
  }

  @Test func gitKnowsAfterwardsWhatTheLogTold() throws {
    let repository = try Repository(commits: 32)
    let commits = repository.commits
    let text = log(commits, verdicts: [(16, "bad"), (8, "good"), (12, "bad")])
    let state = try repository.replay(Fixture.log(text).export(as: .gitBisect))
    #expect(state.bad == commits[12])
    #expect(state.good == [commits[0], commits[8]])
    #expect(state.next == commits[10])
  }

  @Test func aStepLeftOutIsTestedAgain() throws {
    let repository = try Repository(commits: 32)
    let commits = repository.commits
    let text = log(commits, verdicts: [(16, "bad"), (8, "good"), (12, "bad")])
    let change = ReplayChange.leaveOut(step: 4)
    let state = try repository.replay(Fixture.log(text).export(as: .gitBisect, replay: change))
    #expect(state.bad == commits[16])
    #expect(state.good == [commits[0]])
    #expect(state.next == commits[8])
  }

  @Test func aTurnedStepLeadsTheOtherWay() throws {
    let repository = try Repository(commits: 32)
    let commits = repository.commits
    let text = log(commits, verdicts: [(16, "bad"), (8, "good"), (12, "bad")])
    let change = ReplayChange.turn(step: 4)
    let state = try repository.replay(Fixture.log(text).export(as: .gitBisect, replay: change))
    #expect(state.bad == commits[8])
    #expect(state.good == [commits[0]])
    #expect(state.next == commits[4])
  }

  @Test func aTurnedReleaseMovesTheRange() throws {
    let repository = try Repository(commits: 32)
    let commits = repository.commits
    let text = log(commits, verdicts: [(16, "bad")])
    let change = ReplayChange.turn(step: 1)
    let state = try repository.replay(Fixture.log(text).export(as: .gitBisect, replay: change))
    #expect(state.bad == commits[31])
    #expect(state.good == [commits[24]])
    #expect([commits[27], commits[28]].contains(state.next))
  }

  @Test func skipsAndWordsOfTheSessionsOwnAreKept() throws {
    let repository = try Repository(commits: 32)
    let commits = repository.commits
    let text = """
      git bisect start '--term-old=quiet' '--term-new=noisy'
      # noisy: [\(commits[31])] change 31
      git bisect noisy \(commits[31])
      # quiet: [\(commits[0])] change 0
      git bisect quiet \(commits[0])
      # skip: [\(commits[15])] change 15
      git bisect skip \(commits[15])
      # noisy: [\(commits[16])] change 16
      git bisect noisy \(commits[16])

      """
    let export = Fixture.log(text).export(as: .gitBisect)
    _ = try repository.git(["bisect", "replay", try repository.folder.write("replay", export)])
    let terms = try repository.git(["bisect", "terms"]).text
    #expect(terms.contains("quiet") && terms.contains("noisy"))
    let told = try repository.git(["bisect", "log"]).lines.filter { $0.hasPrefix("git bisect ") }
    #expect(
      told.dropFirst().map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") } == [
        "noisy \(commits[31])", "quiet \(commits[0])", "skip \(commits[15])",
        "noisy \(commits[16])",
      ])
  }
}
