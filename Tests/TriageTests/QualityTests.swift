import Testing

@testable import Triage

@Suite struct QualityTests {
  @Test func figuresOfAHandMadeTable() {
    let quality = Quality(of: [
      .init(probability: 0.9, isCorrect: true), .init(probability: 0.8, isCorrect: false),
      .init(probability: 0.3, isCorrect: true), .init(probability: 0.1, isCorrect: false),
    ])
    // Of the four pairs of a right and a wrong one, 0.3 against 0.8 is the wrong way round.
    #expect(quality.auc == 0.75)
    #expect(abs(quality.brier - (0.01 + 0.64 + 0.49 + 0.01) / 4) < 1e-12)
    #expect(abs(quality.calibrationError - (0.1 + 0.8 + 0.7 + 0.1) / 4) < 1e-12)
    #expect(quality.bins[9].count == 1 && quality.bins[8].count == 1)
  }

  @Test func tiesCountHalf() {
    let quality = Quality(of: [
      .init(probability: 0.5, isCorrect: true), .init(probability: 0.5, isCorrect: false),
    ])
    #expect(quality.auc == 0.5)
    #expect(Quality(of: []).auc == 0.5)
  }

  @Test func aPartIsJudgedByItself() {
    let predictions: [Quality.Prediction] = [
      .init(probability: 0.2, isCorrect: true), .init(probability: 0.1, isCorrect: false),
      .init(probability: 0.9, isCorrect: true), .init(probability: 0.8, isCorrect: false),
      .init(probability: 0.7, isCorrect: true),
    ]
    let round = CrossValidation.Round(predictions, parts: [0, 0, 1, 1, 2], folds: 3)
    // The third part holds no wrong culprit and tells nothing.
    #expect(abs(round.partAUC - (1 + 1) / 2) < 1e-12)
    #expect(abs(round.quality.auc - 4.0 / 6) < 1e-12)
  }

  @Test func aRegressionFindsTheOddsOfATwoByTwoTable() {
    // Of ten with the property eight are right, of ten without it two.
    let rows = (0..<20).map { [$0 < 10 ? 0.5 : -0.5] }
    let truth = (0..<20).map { ($0 < 10) == ($0 % 10 < 8) ? 1.0 : 0.0 }
    var regression = Regression(
      rows: rows, truth: truth, counts: truth.map { _ in 1 }, penalty: 1e-9)
    regression.fit(directions: [1])
    #expect(abs(regression.weights[0] - 2 * Logistic.logOdds(0.8)) < 1e-6)
    #expect(abs(regression.intercept) < 1e-6)
  }

  @Test func aWeightMayNotTurnRound() {
    var regression = Regression(
      rows: [[1], [1], [-1], [-1]], truth: [1, 1, 0, 0], counts: [1, 1, 1, 1], penalty: 1)
    regression.fit(directions: [-1])
    #expect(regression.weights == [0])
  }

  @Test func equationsAreSolved() {
    let solution = PositiveDefinite.solve([[4, 0], [2, 3]], [8, 7])
    #expect(abs(solution[0] - 1.25) < 1e-12 && abs(solution[1] - 1.5) < 1e-12)
  }

  @Test func labelsAreFoundByTheNameOfTheFile() throws {
    let table = try #require(
      LabelTable(
        parsing:
          "log\tlabel\treason\tfirst_wrong_commit\nA\tcorrect\t\t\nB\tincorrect\tB3\tff\nC\t\n"
      ))
    #expect(table.label(ofFile: "A.txt.gz")?.isCorrect == true)
    #expect(table.label(ofFile: "B.txt")?.firstWrongCommit == "ff")
    #expect(table.label(ofFile: "C")?.isCorrect == nil)
    #expect(table.label(ofFile: "D") == nil)
    #expect(LabelTable(parsing: "name\ttruth\n") == nil)
  }
}
