import BisectionLog
import Testing

@Suite struct MinimisationTests {
  let log = BisectionLog(parsing: Array(Samples.minimised.utf8))

  private var steps: [Minimisation] {
    log.notices.compactMap { if case .minimisation(let step) = $0.fact { step } else { nil } }
  }

  @Test func trialsAreStepsOfTheirOwnStage() {
    #expect(log.steps.map(\.stage) == [.original, .config, .config, .release])
    #expect(log.unrecognisedLines == [])
    #expect(log.outcome.kind == .incomplete)
  }

  @Test func everyLineIsAValue() throws {
    #expect(steps.count == 9)
    #expect(steps[0] == .checksInstrumentation)
    guard case .disables(let kinds) = steps[1] else { return #expect(Bool(false), "\(steps[1])") }
    #expect(kinds.map(log.string) == ["kasan", "locking"])
    #expect(steps[2] == .crashesWithoutInstrumentation)
    #expect(steps[3] == .sizes(base: 3918, full: 7421, difference: 2010, countsLeaves: true))
    #expect(steps[4] == .chunks(needed: false, [.init(count: 2010, isFinal: false)]))
    #expect(steps[5] == .splits(chunk: 0, length: 2010, parts: 5))
    #expect(steps[6] == .triesWithout(part: 1, of: 5))
    #expect(steps[7] == .dropsChunk)
    guard case .minimised(2, let suspects) = steps[8] else { return #expect(Bool(false)) }
    #expect(suspects.map(log.string) == ["WIDGET", "FROB"])
  }

  @Test func slipsOfPrintfAreReadOver() {
    let tags = log.notices.compactMap { notice -> [String]? in
      guard case .pickedReleases(let tags, total: nil) = notice.fact else { return nil }
      return tags.map(log.string)
    }
    #expect(tags == [["v6.4", "v6.3"]])
  }

  @Test(arguments: [
    ("# configuration already minimized", Minimisation.alreadyMinimal),
    ("# start config bisection", .started),
    ("base config crashes", .baseCrashes),
    ("only full config crashes", .onlyFullCrashes),
    ("half crashed", .halfCrashes),
    ("both halves did not crash", .neitherHalfCrashes),
    ("crash reproduces with baseline config", .baselineCrashes),
    ("unable to test using baseline config, keep original config", .baselineUntestable),
    ("# testing with generated minimized config doesn't reproduce the crash", .minimisedPasses),
    ("testing with generated minimized config doesn't reproduce the crash", .minimisedPasses),
    ("Minimizing config failed, using original config", .failed(error: nil)),
    ("testing baseline config failed", .baselineFailed(error: nil)),
    ("# config_bisect.pl finished", .scriptFinished(error: nil)),
    ("no need to test this chunk, it's definitely needed", .keepsChunk),
    ("no way to further split the chunk", .cannotSplit),
    ("we have reached the limit on predicate runs (30); pretend it returns false", .trialLimit(30)),
    ("there was nothing we could disable; skip", .nothingToDisable),
    ("proceeding with the original config", .keepsOriginal),
    (
      "kconfig minimization: base=1 full=9 diff=8",
      .sizes(base: 1, full: 9, difference: 8, countsLeaves: false)
    ),
    (
      "split chunks (needed=true): <8>, <4, final>",
      .chunks(needed: true, [.init(count: 8, isFinal: false), .init(count: 4, isFinal: true)])
    ),
  ])
  func linesOfAllYears(line: String, expected: Minimisation) {
    let text = """
      bisecting cause commit starting from \(Samples.start)
      testing commit \(Samples.start) gcc
      all runs: crashed: x
      \(line)

      """
    let log = BisectionLog(parsing: Array(text.utf8))
    #expect(log.lineKinds.last == .minimisation)
    #expect(log.notices.map(\.fact) == [.minimisation(expected)])
  }
}
