import Foundation

/// Where the programs that were built with the tests are.
package enum BuiltProducts {
  /// The folder of the test bundle, which holds the programs too.
  package static let folder: String = {
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
    return ((bundle ?? executable ?? ".") as NSString).deletingLastPathComponent
  }()

  /// The path of a program.
  package static func program(_ name: String) -> String { "\(folder)/\(name)" }
}
