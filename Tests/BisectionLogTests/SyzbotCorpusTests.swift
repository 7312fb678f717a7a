import BisectionLog
import TestSupport
import Testing

@Suite(.enabled(if: SharedCorpus.isThere, Comment(rawValue: Corpus.absence)))
struct SyzbotCorpusTests {
  @Test func everyLineIsTakenByARule() {
    #expect(SharedCorpus.syzbot.count == 1386)
    let unknown = (SharedCorpus.syzbot + SharedCorpus.seeds + SharedCorpus.eras)
      .filter { !$0.log.unrecognisedLines.isEmpty }
    #expect(unknown.map { "\($0.path): \($0.log.unrecognisedLines)" } == [])
  }

  @Test func gitsComplaintsAboutItsConfigurationAreAKindOfTheirOwn() {
    let kinds = SharedCorpus.syzbot.map { entry in
      entry.log.lineKinds.count { $0 == .gitAccessWarning }
    }
    #expect(kinds.reduce(0, +) == 213)
  }

  @Test func outcomesAndNamedCommitsAreThoseOfTheLabels() throws {
    let labels = try SharedCorpus.table("syzbot/labels.tsv")
    let logs = Dictionary(uniqueKeysWithValues: SharedCorpus.syzbot.map { ($0.name, $0.log) })
    #expect(labels.count == 1386)
    for label in labels {
      let log = try #require(logs[label["log"] ?? ""])
      let outcome =
        switch log.outcome.kind {
        case .culprit: "single"
        case .inconclusive: "inconclusive"
        default: "none"
        }
      #expect(outcome == label["outcome"], "\(label)")
      let named = (label["named"] ?? "").split(separator: ",").map(String.init)
      #expect(log.outcome.commits.map(log.string).sorted() == named.sorted(), "\(label)")
    }
  }

  @Test func gitWasToldWhatTheRunsSay() {
    var told = 0
    for entry in SharedCorpus.syzbot + SharedCorpus.seeds + SharedCorpus.eras {
      for step in entry.log.steps {
        guard let verdict = step.verdict else { continue }
        told += 1
        let expected = GitVerdict(of: step.result, direction: entry.log.direction)
        #expect(verdict == expected, "\(entry.path):\(step.line)")
      }
    }
    #expect(told > 15_000)
  }
}

extension GitVerdict {
  /// What git is told of a result: a fix bisection calls the crash good.
  init(of result: StepResult, direction: Direction) {
    self =
      switch (result, direction) {
      case (.crashed, .fix), (.passed, .cause), (.passed, .unknown): .good
      case (.passed, .fix), (.crashed, .cause), (.crashed, .unknown): .bad
      case (.inconclusive, _): .skip
      }
  }
}
