import BisectionLog
import TestSupport
import Testing

@testable import Triage

@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct CorpusQualityTests {
  /// The table was fitted on 768 logs, of which the corpus has 436: the weights differ as those of two
  /// samples do (a standard error of a weight is 0.15 to 0.3), the terms and their signs do not.
  @Test func theTableIsNearWhatTheFitGives() {
    let fitted = ModelFit(LabelledCorpus.logs).model
    let standard = TrustModel.standard
    #expect(abs(fitted.baseLogOdds - standard.baseLogOdds) < 0.3)
    #expect(abs(fitted.structuralCap - standard.structuralCap) < 0.003)
    #expect(fitted.terms.map(\.code) == standard.terms.map(\.code))
    for (one, other) in zip(fitted.terms, standard.terms) {
      #expect(abs(one.weight - other.weight) < 0.45, "\(one.code)")
      #expect((one.weight < 0) == (other.weight < 0), "\(one.code)")
      #expect(abs(one.average - other.average) < 0.03, "\(one.code)")
    }
  }

  @Test func theModelHoldsOnCulpritsItHasNotSeen() {
    let rounds = CrossValidation(LabelledCorpus.logs, rounds: 3).qualities
    func mean(_ figure: (Quality) -> Double) -> Double {
      rounds.map(figure).reduce(0, +) / Double(rounds.count)
    }
    #expect(mean(\.auc) > 0.91)
    #expect(mean(\.brier) < 0.118)
    #expect(mean(\.calibrationError) < 0.06)
  }

  @Test func theSuspectStepIsTheWrongOneWhereAnotherBugTookOver() throws {
    let count = try #require(LabelledCorpus.suspects.counts["B3"])
    #expect(Double(count.hits) >= 0.797 * Double(count.logs))
  }

  @Test func theSuspectsHoldTheFirstWrongStep() {
    let all = LabelledCorpus.suspects.counts.values
    let logs = Double(all.reduce(0) { $0 + $1.logs })
    #expect(Double(all.reduce(0) { $0 + $1.hits }) >= 0.57 * logs)
    #expect(Double(all.reduce(0) { $0 + $1.hitsOfTwo }) >= 0.80 * logs)
  }

  @Test func theSeedsAreToldApart() throws {
    let right = Assessment(
      of: BisectionLog(parsing: try Corpus.bytes("seeds/000_79e169384f69f05c.txt")))
    #expect(try #require(right.probability) > 0.8)
    let wrong = Assessment(
      of: BisectionLog(parsing: try Corpus.bytes("seeds/004_c292f35bdc7178b0.txt")))
    #expect(try #require(wrong.probability) < 0.6)
    let against = wrong.evidence.filter { $0.effect == .against }.map(\.code)
    #expect(against.contains("file-in-stacks") && against.contains("releases-walked"))
  }

  @Test func everyWeightHasItsLines() {
    for log in LabelledCorpus.logs {
      for evidence in Evidence.evidence(for: log.signals, by: .standard) {
        #expect(!evidence.lines.isEmpty, "\(log.name): \(evidence.code)")
        #expect(!evidence.text.contains("\n"))
      }
      let probability = TrustModel.standard.probability(of: log.signals)
      #expect(probability > 0 && probability < 1)
    }
  }
}
