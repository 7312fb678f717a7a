import Exports
import Foundation
import Testing

/// Every export of the samples as it was read and approved by a person.
///
/// `Tests/Scripts/record-goldens.sh --filter ExportGoldenTests` writes the files anew; read the
/// difference before you commit it.
@Suite struct ExportGoldenTests {
  static let samples = [
    "culprit-right", "culprit-wrong-foreign-crash", "fix-found", "fix-still-crashes",
    "git-bisect-log", "incomplete-cut-at-the-end", "inconclusive-broken-builds", "not-reproduced",
    "oldest-release", "timeout", "build-error",
  ]

  @Test(arguments: samples, [ExportFormat.mail, .matrix, .gitBisect])
  func textOfASample(_ name: String, _ format: ExportFormat) throws {
    try compare(name, format)
  }

  @Test(arguments: ["culprit-right", "fix-found"], [ExportFormat.markdown, .html])
  func pageOfASample(_ name: String, _ format: ExportFormat) throws {
    try compare(name, format)
  }

  private func compare(_ name: String, _ format: ExportFormat) throws {
    let file = URL(fileURLWithPath: "Tests/ExportsTests/Goldens/\(name).\(format.rawValue)")
    let text = try Fixture.sample(name).export(as: format)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let approved = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == approved)
  }
}
