// A build with a static standard library makes every target but tests, and finds no Testing module.
#if canImport(Testing)
  import Foundation
  import Testing

  /// Texts that the program makes and that the repository keeps for readers.
  ///
  /// `Tests/Scripts/record-goldens.sh --filter MadeText` writes them anew.
  package enum KeptText {
    /// Expects a file of the repository to be a text, or to hold it between two marks.
    package static func expect(
      _ text: String, in path: String, between marks: (String, String)? = nil,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let file = root.appendingPathComponent(path)
      let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      var wanted = text
      if let marks {
        let begin = try #require(kept.range(of: marks.0), "no \(marks.0) in \(path)")
        let end = try #require(kept.range(of: marks.1), "no \(marks.1) in \(path)")
        wanted = kept[..<begin.upperBound] + text + kept[end.lowerBound...]
      }
      if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
        try wanted.write(to: file, atomically: true, encoding: .utf8)
      } else if kept != wanted {
        Issue.record(
          "\(path) is stale: run Tests/Scripts/record-goldens.sh --filter MadeText",
          sourceLocation: sourceLocation)
      }
    }
  }
#endif
