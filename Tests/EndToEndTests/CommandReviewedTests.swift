import JSON
import ReviewStore
import Reviews
import TestSupport
import Testing

/// Decisions made elsewhere, as `show`, `list` and `export` tell them.
@Suite struct CommandReviewedTests {
  private let sample = "Resources/samples/culprit-wrong-foreign-crash.txt"

  /// A store with one decision about the sample.
  private func store(in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/reviews.sqlite"
    let bytes = try CommandRun.run("/bin/cat", [sample]).output
    let judgement = try Judgement(verdict: .wrong, reason: .foreignCrash)
    let events = ReviewBook().deciding(
      try Decision(judgement, note: "see step 3"),
      on: [DecidedLog(digest: ContentDigest(of: bytes))], by: try #require(Reviewer("ann")),
      at: try #require(EventTime("2024-05-21T10:00:00Z")))
    try ReviewStore.open(path).append(events)
    return path
  }

  @Test func theDecisionStandsInTheObjects() throws {
    let folder = try TemporaryFolder()
    let environment = ["BISECTTY_STORE": try store(in: folder)]
    let shown = try CommandRun.bisectty(["show", sample, "--json"], environment: environment)
    let review = try JSONValue(reading: shown.output)["review"]
    #expect(names(review) == ["verdict", "reason", "rightCommit", "note", "reviewer", "at"])
    #expect(review?["verdict"] == "wrong")
    #expect(review?["reason"] == "foreign-crash")
    #expect(review?["note"] == "see step 3")
    #expect(review?["reviewer"] == "ann")
    let filter = ["list", "--json", "--filter", "verdict:wrong", "Resources/samples"]
    let listed = try CommandRun.bisectty(filter, environment: environment)
    #expect(listed.lines.count == 1)
    #expect(try JSONValue(reading: listed.output)["review"] == review)
  }

  @Test func theMailBeginsWithTheDecision() throws {
    let folder = try TemporaryFolder()
    let environment = ["BISECTTY_STORE": try store(in: folder)]
    let mail = try CommandRun.bisectty(
      ["export", sample, "--format", "mail"], environment: environment)
    let beginning = "I have read the log, and this bisection is wrong, another bug's crash"
    #expect(mail.lines.contains { $0.hasPrefix(beginning) })
    #expect(mail.lines.contains("  see step 3"))
  }

  @Test func reviewsAreTheTruthThatTheAssessmentIsMeasuredBy() throws {
    let folder = try TemporaryFolder()
    let environment = ["BISECTTY_STORE": try store(in: folder)]
    let run = try CommandRun.bisectty(
      ["evaluate", "Resources/samples"], environment: environment)
    #expect(run.status == 0)
    #expect(run.lines.first == "1 logs with a known truth, 0 right; 1 culprits")
    let without = try CommandRun.bisectty(
      ["evaluate", "Resources/samples"], environment: ["BISECTTY_STORE": folder.path + "/none"])
    #expect(without.status == 1)
    #expect(without.errors.hasSuffix("was reviewed as correct or wrong, name --labels\n"))
  }

  @Test func nothingIsMadeWhereThereIsNoStore() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/state/reviews.sqlite"
    let run = try CommandRun.bisectty(
      ["show", sample, "--json"], environment: ["BISECTTY_STORE": path])
    #expect(run.status == 0)
    #expect(try JSONValue(reading: run.output)["review"] == .null)
    #expect(try CommandRun.run("/bin/ls", [folder.path]).output.isEmpty)
  }

  @Test func aDamagedStoreIsToldAndTheLogShown() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("reviews.sqlite", "this is no database, but it is long enough")
    let run = try CommandRun.bisectty(
      ["show", sample, "--json"], environment: ["BISECTTY_STORE": path])
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("bisectty: \(path): "))
    #expect(run.errors.hasSuffix(", going on without reviews\n"))
  }
}
