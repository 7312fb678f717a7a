import BisectionLog
import JSON
import Reviews
import Triage

/// A crash report or console log on its own, with what it points at.
package struct AnalysedReport: Sendable {
  /// Where it was read, as a person would write it.
  package var path: String
  /// The digest of its bytes.
  package var digest: ContentDigest
  /// The text that it was found in.
  package var text: SourceText
  /// What kind of text that is.
  package var format: LogFormat
  /// Its content.
  package var report: CrashReport
  /// What it points at.
  package var guilt: Guilt
  /// Its title: the one given, else the one that is in the text, else the one the report gives.
  package var title: String?

  /// Reads what a report points at; `title` overrides the report's own.
  package init(
    path: String, digest: ContentDigest, text: SourceText, format: LogFormat, report: CrashReport,
    title: String?
  ) {
    self.path = path
    self.digest = digest
    self.text = text
    self.format = format
    self.report = report
    guilt = Guilt(of: report, in: text, title: title)
    self.title = title ?? report.title.map(text.string) ?? guilt.derivedTitle
  }

  /// The report as one JSON object of schema `bisectty.report/1`.
  package var json: JSONValue {
    [
      "schema": "bisectty.report/1",
      "source": [
        "path": .string(path), "sha256": .string(digest.description),
        "bytes": .integer(text.bytes.count), "lines": .integer(text.lineCount),
        "format": .string(format.rawValue),
      ],
      "title": JSONValue(title),
      "stacks": .array(report.stacks.map { $0.json(in: text) }),
      "guiltyFrame": guilt.frame?.json ?? .null,
      "guiltyFile": JSONValue(guilt.file),
      "corrupted": .bool(guilt.isCorrupted),
      "guiltyFunction": JSONValue(guilt.function),
      "unrecognised": .integer(report.unrecognisedLineCount),
    ]
  }

  /// The report as calm plain text.
  ///
  /// - Parameters:
  ///   - width: how many columns a line may have.
  ///   - isFull: whether to print every stack and frame.
  ///   - styling: whether what matters stands out.
  package func plainText(width: Int, isFull: Bool, styling: TextStyling = .plain) -> String {
    var page = PlainPage(width: width, styling: styling)
    page.add(styling.styled(visible(title ?? "crash report without a title"), .heading))
    page.add(visible(path))
    if let corruption = guilt.corruption {
      page.add("")
      page.entry("Damaged", corruption.rawValue)
    }
    page.add("")
    page.addStacks(of: report, guilt: guilt, text: text, isFull: isFull)
    return page.text
  }
}
