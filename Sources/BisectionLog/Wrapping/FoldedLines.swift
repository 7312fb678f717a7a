/// A copy of a text without the breaks of a terminal, which begins a new line where the screen ends,
/// in the middle of a word.
///
/// It has exactly as many lines as the source: what was cut off is joined to the line where it
/// began, and leaves an empty line.
struct FoldedLines {
  /// The copy.
  private(set) var text: SourceText
  /// The lines, by index from 0, whose content was joined to another line.
  private(set) var absorbed: [Bool]

  /// How wide screens are, in columns.
  private static let widths = [80, 100, 120, 132, 160, 200, 240]

  /// Joins the lines of a text; nil if no screen cut them.
  ///
  /// `known` marks the lines, by index, that are empty already.
  init?(_ lines: Lines, absorbed known: [Bool]) {
    // Hardly any text gets further than this.
    let width = Self.longest(of: lines)
    guard Self.widths.contains(width) else { return nil }
    let isStamped = Self.isStamped(lines)
    guard Self.isCut(lines, at: width, isStamped: isStamped) else { return nil }
    absorbed = known.isEmpty ? Array(repeating: false, count: lines.count) : known
    var bytes: [UInt8] = []
    var index = 0
    while index < lines.count {
      lines[index].append(to: &bytes)
      var last = index
      while Self.fills(lines[last], width), last + 1 < lines.count,
        Self.isRest(lines[last + 1], isStamped: isStamped)
      {
        last += 1
        lines[last].append(to: &bytes)
        absorbed[last] = true
      }
      bytes.append(contentsOf: repeatElement(Ascii.lineFeed, count: last - index + 1))
      index = last + 1
    }
    text = SourceText(bytes)
  }

  /// The length of the longest line, in columns.
  private static func longest(of lines: Lines) -> Int {
    var longest = 0
    for index in 0..<lines.count where lines[index].count > longest {
      longest = max(longest, lines[index].columns)
    }
    return longest
  }

  /// Whether a line is as wide as the screen.
  private static func fills(_ line: ByteView, _ width: Int) -> Bool {
    line.count >= width && line.columns == width
  }

  /// Whether the lines that fill a screen of some columns go on below, and do not end by themselves.
  private static func isCut(_ lines: Lines, at width: Int, isStamped: Bool) -> Bool {
    var count = Count()
    for index in 0..<lines.count - 1 {
      let next = lines[index + 1]
      let isRest = isRest(next, isStamped: isStamped)
      guard fills(lines[index], width) else {
        if isRest { count.restsOfShort += 1 }
        continue
      }
      count.full += 1
      if isRest { count.rests += 1 }
      if Self.standsAlone(lines[index]) { isRest ? (count.marksCut += 1) : (count.marksWhole += 1) }
      if lines[index].last != Ascii.space, next[0] != Ascii.space { count.cut += 1 }
      if fills(next, width), isOfNumbers(next) { count.numbers += 1 }
    }
    return count.showsScreen(isStamped: isStamped)
  }

  /// What is counted to tell the lines that a screen cut from lines that happen to be as long.
  private struct Count {
    /// Lines as wide as the screen, and those of them that are followed by what was cut off.
    var full = 0
    var rests = 0
    /// Those that end within a word, and those that are followed by as long a row of numbers.
    var cut = 0
    var numbers = 0
    /// Lines of a bisection, as wide, that are followed by what was cut off although they are never
    /// followed by another text, and the others of them.
    var marksCut = 0
    var marksWhole = 0
    /// Shorter lines that are followed by what looks cut off, as a mail program breaks lines.
    var restsOfShort = 0

    func showsScreen(isStamped: Bool) -> Bool {
      // What has no stamp among stamped lines belongs to another line for certain.
      if isStamped { return rests > 1 && restsOfShort * 4 <= rests }
      if marksCut > marksWhole * 4, cut > 0 { return true }
      if rests > 1, rests == full, restsOfShort == 0 { return cut > 0 }
      // Rows of numbers are as long as each other, and follow each other.
      return rests * 4 >= full * 3 && cut > 1 && numbers * 2 < full && restsOfShort <= rests
    }
  }

  /// Whether a line is one of a bisection that only another of its lines can follow.
  private static func standsAlone(_ line: ByteView) -> Bool {
    switch SyzkallerLine.kind(of: line) {
    case .candidate, .gitVerdict, .gitStart, .bisecting, .culprit, .recipients, .statistics: true
    default: false
    }
  }

  private static func isOfNumbers(_ line: ByteView) -> Bool {
    for index in 0..<line.count {
      let byte = line[index]
      guard Ascii.isHexDigit(byte) || byte == Ascii.space || byte == Ascii.colon else {
        return false
      }
    }
    return true
  }

  /// Whether most lines begin with a console's stamp.
  private static func isStamped(_ lines: Lines) -> Bool {
    let step = max(1, lines.count / 400)
    let looked = stride(from: 0, to: lines.count, by: step)
    return looked.count { ConsolePrefix(of: lines[$0]) != nil } * 2 > looked.underestimatedCount
  }

  private static func isRest(_ line: ByteView, isStamped: Bool) -> Bool {
    guard !line.isEmpty else { return false }
    if isStamped { return ConsolePrefix(of: line) == nil }
    // A commit's message is indented, whatever it says, and so are the rows of its files.
    if line[0] == Ascii.space, line[1] == Ascii.space || line.contains(" | ") { return false }
    if Wrapping.isMark(line) { return false }
    // Frames are indented; one at the margin lost the beginning of its name.
    return !LineAnchor.begins(line) || LineAnchor.isFrameAtMargin(line)
  }
}
