import BisectionLog
import TestSupport
import Testing

/// What git 2.20, 2.33, 2.39.5 and 2.55 print of the same sessions.
@Suite(.enabled(if: SharedCorpus.isThere, Comment(rawValue: Corpus.absence)))
struct GitCorpusTests {
  @Test func everyVersionTellsTheSame() {
    for scenario in Set(SharedCorpus.git.map(\.name)) {
      let logs = SharedCorpus.git.filter { $0.name == scenario }.map(\.log)
      #expect(logs.count == 4)
      #expect(Set(logs.map(\.format)).count == 1, "\(scenario)")
      #expect(Set(logs.map(\.outcome.kind)).count == 1, "\(scenario)")
      #expect(Set(logs.map { $0.outcome.commits.map($0.string) }).count == 1, "\(scenario)")
      #expect(Set(logs.map { $0.steps.map(\.verdict) }).count == 1, "\(scenario)")
      #expect(logs.allSatisfy { $0.unrecognisedLines.isEmpty }, "\(scenario)")
    }
  }

  @Test func recordsAndTranscriptsAreToldApart() {
    for entry in SharedCorpus.git {
      let isRecord = entry.name.hasSuffix(".log")
      #expect(entry.log.format == (isRecord ? .gitBisectLog : .gitBisectRun), "\(entry.path)")
    }
  }

  @Test func aTranscriptRecordsNoVerdictButTheCulprits() throws {
    for entry in SharedCorpus.git where entry.name == "run" {
      #expect(entry.log.steps.map(\.verdict) == [nil, nil, nil, .bad], "\(entry.path)")
      #expect(entry.log.steps.map(\.remaining) == [5, 2, 0, 0])
      #expect(entry.log.culprit.flatMap { entry.log.string($0.title) } == "subsys: change 7")
    }
  }

  @Test func ownTermsAndPathsAreKept() throws {
    for entry in SharedCorpus.git where entry.name == "terms.log" {
      let session = try #require(entry.log.sessions.first)
      #expect(entry.log.string(session.newTerm) == "slow")
      #expect(entry.log.string(session.oldTerm) == "fast")
      #expect(entry.log.steps.map(\.verdict) == [.good, .bad, .bad, .bad])
    }
    for entry in SharedCorpus.git where entry.name == "paths.log" {
      let session = try #require(entry.log.sessions.first)
      #expect(session.paths.map(entry.log.string) == ["bug.c", "sub"])
    }
  }
}
