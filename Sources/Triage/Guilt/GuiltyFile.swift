import BisectionLog

/// Finds the source file that a report points at, after syzkaller's rules for whom to mail.
enum GuiltyFile {
  /// The guilty file; nil where the report names no source.
  static func find(in trail: ReportTrail, title: String) -> String? {
    let places = Self.places(in: trail)
    if title.hasPrefix("INFO: rcu detected stall") {
      // What the interrupt of the timer found matters, not what it does itself.
      for words in ["apic_timer_interrupt", "el1h_64_irq", "Exception stack"] {
        guard let line = interrupt(words, in: trail) else { continue }
        if let file = guilty(among: places.filter { $0.line >= line }) { return file }
      }
    }
    return guilty(among: places)
  }

  /// A file named in a line.
  private struct Place {
    var line: Int
    var file: [UInt8]
    /// Whether the file only says where a lock was taken or a state was entered.
    var isAside = false
  }

  /// Every first file of a line of the report, in order.
  private static func places(in trail: ReportTrail) -> [Place] {
    var places: [Place] = []
    let isConsole = trail.report.headlines.first.map { $0.console != .none } ?? false
    for clue in trail.clues {
      guard case .frame(let frame, _, _) = clue.kind, let range = frame.file,
        frame.reliable || !isConsole
      else { continue }
      let file = bytes(range, trail.text)
      guard isSource(file) else { continue }
      let isAside = frame.form == .lock || frame.form == .state
      places.append(Place(line: clue.line, file: file, isAside: isAside))
    }
    let start = trail.report.headlines.first?.line ?? 0
    let context = trail.report.headlines.first?.console
    for source in trail.report.sources where source.line >= start && source.line < trail.end {
      if let context, source.console != context { continue }
      places.append(Place(line: source.line, file: bytes(source.file, trail.text)))
    }
    return places.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    .map(\.element)
  }

  private static func bytes(_ range: TextRange, _ text: SourceText) -> [UInt8] {
    Array(text.bytes[range.offsets.clamped(to: 0..<text.bytes.count)])
  }

  private static func isSource(_ file: [UInt8]) -> Bool {
    guard file.count > 2, file[file.count - 2] == UInt8(ascii: ".") else { return false }
    return file.last == UInt8(ascii: "c") || file.last == UInt8(ascii: "h")
  }

  /// The line where an interrupt's part of the report begins.
  private static func interrupt(_ words: String, in trail: ReportTrail) -> Int? {
    let pattern = NamePatterns([Array((words + "$").utf8)])
    return trail.clues.first { clue in
      switch clue.kind {
      case .frame(let frame, let name, _): frame.offset != nil && pattern.match(name)
      case .mark(let mark): words == "Exception stack" && mark == .exceptionStack
      case .headline: false
      }
    }?.line
  }

  /// The first file that callers are not to blame for, or one deeper in its folder.
  private static func guilty(among places: [Place]) -> String? {
    guard let first = places.first else { return nil }
    let generic = FrameClasses.standard.genericFiles
    guard let start = places.firstIndex(where: { !$0.isAside && !generic.match($0.file) }) else {
      return String(decoding: first.file, as: UTF8.self)
    }
    var guilty = clean(places[start].file)
    for place in places[(start + 1)...] where !place.isAside && !generic.match(place.file) {
      let file = clean(place.file)
      if isDeeper(file, than: folder(of: guilty)) { guilty = file }
    }
    return String(decoding: guilty, as: UTF8.self)
  }

  private static func folder(of file: [UInt8]) -> [UInt8] {
    guard let slash = file.lastIndex(of: UInt8(ascii: "/")) else { return [UInt8(ascii: ".")] }
    return Array(file[..<slash])
  }

  /// Whether a file lies in a folder within a folder.
  private static func isDeeper(_ file: [UInt8], than folder: [UInt8]) -> Bool {
    guard file.starts(with: folder) else { return false }
    let rest = file.dropFirst(folder.count)
    guard rest.first == UInt8(ascii: "/") else { return false }
    return rest.dropFirst().contains(UInt8(ascii: "/"))
  }

  /// A path without `.`, `..` and doubled slashes.
  private static func clean(_ path: [UInt8]) -> [UInt8] {
    var parts: [ArraySlice<UInt8>] = []
    for part in path.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8), let last = parts.last, !last.elementsEqual("..".utf8) {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let joined = Array(parts.joined(separator: [UInt8(ascii: "/")]))
    return path.first == UInt8(ascii: "/") ? [UInt8(ascii: "/")] + joined : joined
  }
}
