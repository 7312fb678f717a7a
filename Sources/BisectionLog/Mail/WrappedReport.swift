/// A copy of a crash report without the line breaks that a mail program put into it.
///
/// It has exactly as many lines as the source: what was wrapped is joined to the line where it
/// began, and leaves an empty line.
struct WrappedReport {
  /// The copy.
  private(set) var text: SourceText
  /// The lines, by index from 0, whose content was joined to another line.
  private(set) var absorbed: [Bool]

  /// The longest line that mail programs leave where it can be broken.
  private static let widest = 80
  /// The shortest line that they would break for.
  private static let narrowest = 60
  /// How many lines one line is joined of.
  private static let mostPieces = 8

  /// Joins the lines of a report; nil if nothing was wrapped.
  ///
  /// `known` marks the lines, by index, that are empty already; `first` is the index of the report's
  /// first line; `isOnlyStamped` is true if nothing else is to be joined; `isStamped` returns whether a line begins with the prefix of the text's lines.
  init?(
    _ lines: Lines, absorbed known: [Bool], from first: Int = 0, isOnlyStamped: Bool = false,
    isStamped: (ByteView) -> Bool = { ConsolePrefix(of: $0) != nil }
  ) {
    guard let width = Self.width(of: lines, from: first) else { return nil }
    absorbed = known.isEmpty ? Array(repeating: false, count: lines.count) : known
    var bytes: [UInt8] = []
    var isJoined = false
    var index = 0
    while index < lines.count {
      lines[index].append(to: &bytes)
      var last = index
      let hasStamp = isStamped(lines[index])
      while index >= first, last - index < Self.mostPieces, last + 1 < lines.count,
        Self.isBroken(lines[last], before: lines[last + 1], width: width, hasStamp: hasStamp),
        hasStamp
          ? !isStamped(lines[last + 1])
          : !isOnlyStamped && !lines[last + 1].isIndented
            && Self.continues(from: lines[last], to: lines[last + 1])
      {
        last += 1
        // The blank that the line was broken at; one before it may be the indentation of a frame.
        let isBareStamp = hasStamp && last - 1 == index && Self.endsInSign(lines[index])
        if isBareStamp || !Self.endsInBlank(lines[last - 1]) { bytes.append(Ascii.space) }
        lines[last].trimmed.append(to: &bytes)
        absorbed[last] = true
        isJoined = true
      }
      bytes.append(contentsOf: repeatElement(Ascii.lineFeed, count: last - index + 1))
      index = last + 1
    }
    guard isJoined else { return nil }
    text = SourceText(bytes)
  }

  /// Whether a line keeps the blank that it was broken at; several are an indentation.
  private static func endsInBlank(_ line: ByteView) -> Bool {
    line.count > 1 && line.last == Ascii.space && line[line.count &- 2] != Ascii.space
  }

  /// Whether a line ends as stamps do, whose own blank is not the one that the line was broken at.
  private static func endsInSign(_ line: ByteView) -> Bool {
    let last = line.trimmedAtEnd.last
    return last == Ascii.colon || last == Ascii.closeBracket || last == Ascii.bar
  }

  /// How long the lines are that could be broken; nil if some are longer than a mail program leaves
  /// them, or all are shorter than it would mind.
  private static func width(of lines: Lines, from first: Int) -> Int? {
    var width = 0
    for index in first..<max(first, lines.count) {
      let line = lines[index]
      guard line.count > width,
        (line.prefix(narrowest).lastIndex(of: Ascii.space) ?? 0) > line.leadingBlanks
      else { continue }
      let columns = line.columns
      if columns > widest { return nil }
      width = max(width, columns)
    }
    return width < narrowest ? nil : width
  }

  /// Whether the first word of the next line did not fit into a line.
  private static func isBroken(
    _ line: ByteView, before next: ByteView, width: Int, hasStamp: Bool
  ) -> Bool {
    guard !next.trimmed.isEmpty else { return false }
    let next = next.trimmed
    let word = next.firstIndex(of: Ascii.space) ?? next.count
    return line.columns + 1 + word > width && (hasStamp || !isDrawn(line) && !isDrawn(next))
  }

  /// Whether a line without a stamp continues the one before.
  private static func continues(from last: ByteView, to next: ByteView) -> Bool {
    if isHeadlineWithoutPlace(last) || next[0] == Ascii.openParenthesis { return true }
    // A frame of ARM whose second half is on the next line.
    if next.starts(with: "[<"), next.contains(">] (") { return false }
    return !LineAnchor.begins(next) && !ReportProse.hasKnownStart(next)
      && !CrashHeadline.isOne(next)
  }

  /// `WARNING: CPU: 0 PID: 8478 at net/core/dev.c:9`, `BUG: KASAN: use-after-free in`: a function follows.
  private static func isHeadlineWithoutPlace(_ line: ByteView) -> Bool {
    let words = line.trimmedAtEnd
    return words.starts(with: "WARNING: CPU: ") && !words.contains("+0x")
      || words.ends(with: " in") || words.ends(with: " at") || words.ends(with: " at:")
  }

  /// Whether a line is drawn of one sign.
  private static func isDrawn(_ line: ByteView) -> Bool {
    guard line.count > 8 else { return false }
    for index in 1..<8 where line[index] != line[0] { return false }
    return true
  }
}

extension ByteView {
  /// Whether it begins with a blank or a tab.
  fileprivate var isIndented: Bool { self[0] == Ascii.space || self[0] == Ascii.tab }
}
