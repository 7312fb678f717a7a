/// A quick check of some lines of a text, whether they may be wrapped.
///
/// It must cost next to nothing: nearly all texts are plain.
struct WrappingProbe {
  /// Whether nothing needs to be taken off.
  private(set) var isPlain = false
  /// Whether lines hold escape sequences, backspaces or carriage returns.
  private(set) var hasControls = false
  /// Whether the text is a page's source: each ampersand begins an entity.
  private(set) var hasEntities = false
  /// Whether most lines end in blanks.
  private(set) var endsInBlanks = false

  private var filled = 0
  private var blankEnds = 0
  private var signEnds = 0
  private var blankAfter = 0
  private var hasUnanchored = false
  private var stamped = 0
  private var atMargin = 0
  private var hasMarks = false
  private var entities = 0
  private var ampersands = 0

  /// How many lines of a log that begins as one are looked at, and how many of another text.
  private static let fewLines = 8
  private static let manyLines = 160

  /// Examines a text.
  init(_ lines: Lines) {
    let isLog = Self.beginsWithHead(lines)
    look(at: lines, atMost: isLog ? Self.fewLines : Self.manyLines, isLog: isLog)
    hasEntities = (entities > 0 || hasMarks) && ampersands == 0
    endsInBlanks = filled > 3 && blankEnds * 2 > filled
    let isDoubled = filled > 2 && blankAfter * 10 >= filled * 7
    let endsInSigns = filled > 3 && signEnds * 4 > filled * 3
    isPlain =
      !hasUnanchored && atMargin > 0 && !hasControls && !hasEntities && !endsInBlanks && !isDoubled
      && !endsInSigns && (stamped == 0 || stamped == filled)
  }

  /// Whether the first filled lines are those of a syzkaller log, with nothing before them.
  ///
  /// The name of the host may precede what is bisected; it is recognised by words within its line,
  /// so the next line decides.
  static func beginsWithHead(_ lines: Lines) -> Bool {
    for index in 0..<min(lines.count, 4) where !lines[index].isEmpty {
      switch SyzkallerLine.kind(of: lines[index]) {
      case .start: return true
      case .host: continue
      default: return false
      }
    }
    return false
  }

  private mutating func look(at lines: Lines, atMost most: Int, isLog: Bool) {
    let step = max(1, (lines.count &+ most &- 1) / most)
    var index = 0
    while index < lines.count {
      // Where blank lines are doubled, most of those that a step meets are blank.
      var filled = index
      while lines[filled].isEmpty, filled &+ 1 < min(lines.count, index &+ step) { filled &+= 1 }
      let line = lines[filled]
      if !line.isEmpty {
        look(at: line, isLog: isLog, next: lines[filled &+ 1], filled, lines.count)
      }
      index &+= step
    }
  }

  private mutating func look(
    at line: ByteView, isLog: Bool, next: ByteView, _ index: Int, _ count: Int
  ) {
    filled += 1
    if line.last == Ascii.space || line.last == Ascii.tab { blankEnds += 1 }
    if CommonEnding.mayEnd(line) { signEnds += 1 }
    if next.trimmed.isEmpty, index &+ 1 < count { blankAfter += 1 }
    if line[0] != Ascii.space, line[0] != Ascii.tab { atMargin += 1 }
    if line.mayHoldMarkupOrControls { lookCloser(at: line) }
    guard !isLog else { return }
    if ConsolePrefix(of: line) != nil { stamped += 1 }
    if !hasUnanchored { hasUnanchored = !LineAnchor.begins(line) }
  }

  private mutating func lookCloser(at line: ByteView) {
    hasMarks = hasMarks || MarkupText.isIn(line)
    hasControls = hasControls || TerminalText.isIn(line)
    let found = MarkupText.ampersands(in: line)
    entities += found.entities
    ampersands += found.others
  }
}
