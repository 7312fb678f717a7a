import BisectionLog
import TestSupport
import Testing

/// Every byte of the collection belongs to exactly one node.
@Suite(.enabled(if: SharedCorpus.isThere, Comment(rawValue: Corpus.absence)))
struct LosslessCorpusTests {
  @Test func nodesAreTheInputAgain() throws {
    var files = 0
    for entry in SharedCorpus.everything {
      files += 1
      let log = entry.log
      #expect(log.lineKinds.count == log.source.lineCount, "\(entry.path)")
      #expect(log.text.lineCount == log.source.lineCount, "\(entry.path)")
      var end = 0
      for node in log.nodes {
        let offsets = node.range.offsets
        if offsets.lowerBound != end { Issue.record("\(entry.path): a gap at \(end)") }
        end = offsets.upperBound
      }
      #expect(end == log.source.bytes.count, "\(entry.path)")
      #expect(log.source.bytes == (try Corpus.bytes(entry.path)))
    }
    #expect(files > 2200)
  }
}
