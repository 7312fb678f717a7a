import BisectionLog

/// The source files in the stacks of a crash report.
struct StackFiles {
  /// Each file with the line of its first frame, without stacks that are not part of the crash.
  private(set) var lines: [SourcePath: Int] = [:]
  /// The files that are not shared by unrelated crashes, each once.
  private(set) var specific: [SourcePath] = []
  /// The architecture that the report comes from, named as in `arch/`.
  ///
  /// Without a report it is syzbot's usual one.
  private(set) var architecture = "x86"

  /// Collects the files of a report.
  init(of report: CrashReport?, in text: SourceText) {
    var seen = DistinctTexts(in: text)
    if report != nil { lines.reserveCapacity(64) }
    for stack in report?.leadingStacks ?? [] where !Self.isAside(stack.kind) {
      for frame in stack.frames {
        guard let file = frame.file, seen.number(of: file).isNew else { continue }
        add(SourcePath(text.string(file)), line: frame.logLine)
      }
    }
  }

  private mutating func add(_ path: SourcePath, line: Int) {
    guard lines.updateValue(min(lines[path] ?? line, line), forKey: path) == nil else { return }
    if path.text.hasPrefix("arch/") {
      let named = path.text.utf8.dropFirst(5).prefix { $0 != UInt8(ascii: "/") }
      architecture = String(Substring(named))
    }
    if !path.isShared { specific.append(path) }
  }

  /// The folders of ``specific``.
  var folders: Set<String> { Set(specific.compactMap(\.folder)) }

  /// The first parts of the paths of ``specific``.
  var tops: Set<Substring> { Set(specific.map(\.top)) }

  /// Stacks of something other than the crash.
  private static func isAside(_ kind: StackKind) -> Bool {
    kind == .faultInjection || kind == .pageOwner
  }
}
