import Resources

/// Whether a frame is generic: sanitizers, locking primitives, entry code.
public struct FrameClasses: Sendable {
  /// The class of a frame.
  public enum FrameClass: String, Sendable {
    /// Part of the story.
    case telling
    /// A helper that many stacks share.
    case generic
    /// How the kernel was entered.
    case entry
  }

  /// The classes that come with the program.
  public static let standard = FrameClasses()

  let generic = NamePatterns(table: Tables.genericFunctions)
  let shared = NamePatterns(table: Tables.sharedFunctions)
  let entry = NamePatterns(table: Tables.entryFunctions)
  let waiting = NamePatterns(table: Tables.waitingFunctions)
  let stallAnchors = NamePatterns(table: Tables.stallAnchors)
  let genericFiles = NamePatterns(table: Tables.genericFiles)
  /// Functions that are generic for a kind of crash only.
  let genericByKind: [String: NamePatterns]
  private let syscallPrefixes: [[UInt8]]

  init() {
    syscallPrefixes = TableLines(Tables.syscallPrefixes).lines
    var kinds: [String: [[UInt8]]] = [:]
    var kind = ""
    for line in TableLines(Tables.genericFunctionsByKind).lines {
      if line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
        kind = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
      } else {
        kinds[kind, default: []].append(line)
      }
    }
    genericByKind = kinds.mapValues { NamePatterns($0) }
  }

  /// The class of a function as printed.
  public func frameClass(ofFunction function: String) -> FrameClass {
    frameClass(of: Array(function.utf8).span)
  }

  /// The class of a function as printed.
  func frameClass(of name: Span<UInt8>) -> FrameClass {
    if entry.match(name) { return .entry }
    return generic.match(name) || shared.match(name) ? .generic : .telling
  }

  /// A function without what precedes a system call's name; the shortest of what is left.
  func withoutSyscallPrefix(_ name: [UInt8]) -> [UInt8] {
    var shortest = name[...]
    for prefix in syscallPrefixes where name.starts(with: prefix) {
      let rest = name.dropFirst(prefix.count)
      if rest.count < shortest.count { shortest = rest }
    }
    return Array(shortest)
  }
}
