import BisectionLog

/// Finds the source file that a report points at, after syzkaller's rules for whom to mail.
enum GuiltyFile {
  /// The guilty file; nil if the report names no source.
  static func find(in trail: ReportTrail, title: String) -> String? {
    let places = Self.places(in: trail)
    if title.hasPrefix("INFO: rcu detected stall") {
      // What the interrupt of the timer found matters, not what it does itself.
      for words in ["apic_timer_interrupt", "el1h_64_irq", "Exception stack"] {
        guard let line = interrupt(words, in: trail) else { continue }
        if let file = guilty(among: places.filter { $0.line >= line }, in: trail.text) {
          return file
        }
      }
    }
    return guilty(among: places, in: trail.text)
  }

  /// A file named in a line.
  private struct Place {
    var line: Int
    var file: TextRange
    /// Whether the file only shows where a lock was taken or a state was entered.
    var isAside = false
  }

  /// Every first file of a line of the report, in order.
  private static func places(in trail: ReportTrail) -> [Place] {
    var places: [Place] = []
    let isConsole = trail.report.headlines.first.map { $0.console != .none } ?? false
    for clue in trail.clues {
      guard case .frame(let frame, _, _) = clue.kind, let file = frame.file,
        frame.reliable || !isConsole, trail.text.withBytes(of: file, isSource)
      else { continue }
      let isAside = frame.form == .lock || frame.form == .state
      places.append(Place(line: clue.line, file: file, isAside: isAside))
    }
    let start = trail.report.headlines.first?.line ?? 0
    let context = trail.report.headlines.first?.console
    for source in trail.report.sources where source.line >= start && source.line < trail.end {
      if let context, source.console != context { continue }
      places.append(Place(line: source.line, file: source.file))
    }
    places.sort { $0.line < $1.line }
    return places
  }

  private static func isSource(_ file: Span<UInt8>) -> Bool {
    guard file.count > 2, file[file.count - 2] == UInt8(ascii: ".") else { return false }
    let ending = file[file.count - 1]
    return ending == UInt8(ascii: "c") || ending == UInt8(ascii: "h")
  }

  /// The line where an interrupt's part of the report begins.
  private static func interrupt(_ words: String, in trail: ReportTrail) -> Int? {
    let ending = Array(words.utf8)
    return trail.clues.first { clue in
      switch clue.kind {
      case .frame(let frame, let name, _):
        frame.offset != nil && trail.text.withBytes(of: name) { $0.ends(with: ending.span) }
      case .mark(let mark): words == "Exception stack" && mark == .exceptionStack
      case .headline: false
      }
    }?.line
  }

  /// The first file that callers are not to blame for, or one deeper in its folder.
  private static func guilty(among places: [Place], in text: SourceText) -> String? {
    guard let first = places.first else { return nil }
    func mayBeGuilty(_ place: Place) -> Bool {
      !place.isAside && !text.withBytes(of: place.file, FrameClasses.standard.genericFiles.match)
    }
    guard let start = places.firstIndex(where: mayBeGuilty) else { return text.string(first.file) }
    var guilty = clean(text.bytes(of: places[start].file))
    var folder = Self.folder(of: guilty)
    for place in places[(start + 1)...] where !place.isAside {
      let isNearer = text.withBytes(of: place.file) {
        $0.mayHaveDetours || isDeeper($0, than: folder.span)
      }
      guard isNearer, mayBeGuilty(place) else { continue }
      let file = clean(text.bytes(of: place.file))
      guard isDeeper(file.span, than: folder.span) else { continue }
      guilty = file
      folder = Self.folder(of: file)
    }
    return String(decoding: guilty, as: UTF8.self)
  }

  /// The folder of a file; `.` is the root.
  private static func folder(of file: [UInt8]) -> [UInt8] {
    guard let slash = file.lastIndex(of: UInt8(ascii: "/")) else { return [UInt8(ascii: ".")] }
    return Array(file[..<slash])
  }

  /// Whether a file lies in a folder within a folder.
  private static func isDeeper(_ file: Span<UInt8>, than folder: Span<UInt8>) -> Bool {
    guard file.starts(with: folder), file.count > folder.count else { return false }
    guard file[folder.count] == UInt8(ascii: "/") else { return false }
    return file.extracting((folder.count + 1)...).firstIndex(of: UInt8(ascii: "/")) != nil
  }

  /// A path without `.`, `..` and doubled slashes.
  private static func clean(_ path: [UInt8]) -> [UInt8] {
    guard path.span.mayHaveDetours else { return path }
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
