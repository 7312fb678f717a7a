/// A path of a kernel source file and what it shows about who runs the code.
struct SourcePath: Hashable, Sendable {
  /// The path from the kernel's root, without detours.
  let text: String

  /// Cleans a path as stacks and diffstats print it.
  init(_ printed: String) {
    // Nearly every path is clean as it is.
    guard printed.utf8.span.mayHaveDetours else {
      text = printed
      return
    }
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
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) }
  }

  /// The first part of the path.
  var top: Substring {
    text[..<(text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex)]
  }

  /// The last part of the path.
  private var name: Substring.UTF8View {
    let slash = text.utf8.lastIndex(of: UInt8(ascii: "/"))
    return text[(slash.map { text.utf8.index(after: $0) } ?? text.startIndex)...].utf8
  }

  /// Whether it is a header.
  var isHeader: Bool { text.utf8.suffix(2).elementsEqual(".h".utf8) }

  /// Whether it can end up in a kernel for an architecture, named as in `arch/`: no documentation,
  /// tool or build file, nor code of other architectures.
  func isCompiled(for architecture: String) -> Bool {
    let bytes = text.utf8.span
    if Self.uncompiledTops.match(bytes) || bytes.contains("/selftests/") { return false }
    if text.hasPrefix("arch/"), !text.hasPrefix("arch/\(architecture)/") { return false }
    return !isBuildFile
  }

  private var isBuildFile: Bool {
    let bytes = text.utf8.span
    let start = bytes.lastIndex(of: "/").map { $0 + 1 } ?? 0
    return Self.uncompiledEndings.match(bytes)
      || Self.uncompiledNames.match(bytes.extracting(start...))
  }

  /// Whether it is a build switch.
  var isKconfig: Bool { name.starts(with: "Kconfig".utf8) }

  /// Whether it belongs to the tools that find bugs rather than to what they watch.
  var isDebuggingTool: Bool { Self.debuggingTools.match(text.utf8.span) }

  /// Whether it is a driver, which most machines do not run.
  var isDriver: Bool { top == "drivers" || top == "sound" }

  /// Whether much else runs through it: the core of a subsystem rather than one of its members.
  var isCore: Bool {
    if Self.coreFolders.match(text.utf8.span) { return true }
    guard let folder else { return false }
    return folder == "fs" || folder == "net" || folder == "crypto"
  }

  /// Whether it occurs in the stacks of unrelated crashes.
  var isShared: Bool {
    isHeader || Self.sharedPrefixes.match(text.utf8.span)
  }
}
