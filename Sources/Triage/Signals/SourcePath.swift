/// A path of a kernel source file and what it says about who runs the code.
struct SourcePath: Hashable, Sendable {
  /// The path from the kernel's root, without detours.
  let text: String

  /// Cleans a path as stacks and diffstats print it.
  init(_ printed: String) {
    var parts: [Substring] = []
    for part in printed.split(separator: "/") {
      if part == "." { continue }
      if part == "..", parts.last.map({ $0 != ".." }) == true {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    text = parts.joined(separator: "/")
  }

  /// The folder; nil at the root.
  var folder: String? {
    text.lastIndex(of: "/").map { String(text[..<$0]) }
  }

  /// The first part of the path.
  var top: Substring { text.prefix { $0 != "/" } }

  /// Whether it is a header.
  var isHeader: Bool { text.hasSuffix(".h") }

  /// Whether it can end up in a kernel for an architecture, named as in `arch/`: no documentation,
  /// tool or build file, nor code of other architectures.
  func isCompiled(for architecture: String) -> Bool {
    if Self.uncompiledTops.contains(String(top)) || text.contains("/selftests/") { return false }
    if text.hasPrefix("arch/"), !text.hasPrefix("arch/\(architecture)/") { return false }
    return !isBuildFile
  }

  private var isBuildFile: Bool {
    let name = text.split(separator: "/").last ?? ""
    return Self.uncompiledEndings.contains { name.hasSuffix($0) }
      || Self.uncompiledNames.contains { name.hasPrefix($0) }
  }

  /// Whether it is a build switch.
  var isKconfig: Bool { (text.split(separator: "/").last ?? "").hasPrefix("Kconfig") }

  /// Whether it belongs to the tools that find bugs rather than to what they watch.
  var isDebuggingTool: Bool { Self.debuggingTools.contains { text.hasPrefix($0) } }

  /// Whether it is a driver, which most machines do not run.
  var isDriver: Bool { top == "drivers" || top == "sound" }

  /// Whether much else runs through it: the core of a subsystem rather than one of its members.
  var isCore: Bool {
    if Self.coreFolders.contains(where: { text.hasPrefix($0) }) { return true }
    guard let folder else { return false }
    return folder == "fs" || folder == "net" || folder == "crypto"
  }

  /// Whether it stands in the stacks of crashes that have nothing to do with each other.
  var isShared: Bool {
    isHeader || Self.sharedPrefixes.contains { text.hasPrefix($0) }
  }
}
