import Foundation

/// The collection of real logs that developers keep beside the project; tests that use it skip where
/// it is absent.
package enum Corpus {
  /// Its folder, or nil if there is none: `BISECTTY_CORPUS`, else `../shared/corpus` beside the
  /// package.
  package static let folder: String? = {
    let environment = ProcessInfo.processInfo.environment["BISECTTY_CORPUS"]
    let candidates = [environment, "../shared/corpus"].compactMap { $0 }
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/README.md") }
  }()

  /// Why a test that needs the collection was skipped.
  package static let absence = "the collection of real logs is absent (set BISECTTY_CORPUS)"

  /// The bytes of a file of the collection.
  package static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
  }
}
