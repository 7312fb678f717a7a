import BisectionLog
import Exports
import Foundation
import JSON
import Reviews
import TestSupport
import Testing
import Triage

/// Every export over real logs of all kinds.
@Suite(.enabled(if: Corpus.folder != nil, Comment(rawValue: Corpus.absence)))
struct CorpusExportTests {
  /// A few logs of each folder, the same ones each time.
  static let paths: [String] = {
    guard let folder = Corpus.folder else { return [] }
    let folders = [
      ("seeds", 1), ("syzbot/logs", 60), ("lists", 4), ("git/2.39.5", 5), ("eras/2025-01", 3),
      ("eras/2019-12-10", 5),
    ]
    return folders.flatMap { name, stride in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) ?? []
      let logs = names.sorted().filter { $0.hasSuffix(".txt") }
      return logs.indices.filter { $0 % stride == 0 }.map { "\(name)/\(logs[$0])" }
    }
  }()

  @Test(arguments: paths)
  func everyExportKeepsItsForm(_ path: String) throws {
    let bytes = try Corpus.bytes(path)
    let log = BisectionLog(parsing: bytes)
    guard log.refusal == nil else { return }
    let guilt = log.crash.map { Guilt(of: $0, in: log.text) } ?? Guilt()
    let analysed = AnalysedLog(
      path: path, digest: ContentDigest(of: bytes), log: log, guilt: guilt,
      assessment: Assessment(of: log))
    for format in ExportFormat.allCases {
      let text = analysed.export(as: format)
      #expect(text.last == "\n")
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{7F}" })
    }
    let lines = analysed.export(as: .mail).split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasPrefix("#syz") })
    #expect(lines.allSatisfy { $0.count <= 75 || $0.hasPrefix("# #syz fix: ") })
    #expect(try JSONValue(reading: analysed.json.text())["schema"] == "bisectty.log/1")
    let plain = analysed.plainText(width: 100, glyphs: .symbols, isFull: false)
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
