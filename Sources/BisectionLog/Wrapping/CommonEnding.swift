/// What stands behind the lines of a text: the frame of a table, the quotation mark of a string, a
/// line end that was written out.
struct CommonEnding {
  private let bytes: [UInt8]

  /// How many lines are looked at, and how many make a rule.
  private static let sampleSize = 400
  private static let leastLines = 4
  /// How many bytes an ending has at most.
  private static let mostBytes = 4

  /// Finds the ending of nearly all lines; nil if they have none in common.
  init?(_ lines: Lines) {
    let step = max(1, lines.count / Self.sampleSize)
    let filled = stride(from: 0, to: lines.count, by: step).map { lines[$0].trimmedAtEnd }
      .filter { !$0.isEmpty }
    guard filled.count >= Self.leastLines,
      filled.count(where: { Self.mayEnd($0) }) * 20 >= filled.count * 19
    else { return nil }
    var ending: [UInt8] = []
    while ending.count < Self.mostBytes,
      let byte = Self.usual(in: filled.filter { Self.has(ending, $0) }, atEnd: ending.count),
      filled.count(where: { Self.has([byte] + ending, $0) }) * 20 >= filled.count * 19
    {
      ending.insert(byte, at: 0)
    }
    // What is common by chance lies before the signs: `0"` or ` |`.
    guard let start = ending.firstIndex(where: { Self.isSign($0) }) else { return nil }
    bytes = Array(ending[start...])
    // A line end that a program wrote as one, before the end of the text that it closes.
    let isLineEnd = bytes.starts(with: Array("\\n".utf8)) || bytes.starts(with: Array("\\r".utf8))
    let words = bytes.dropFirst(isLineEnd ? 2 : 0)
    guard !words.contains(where: { Ascii.isLetter($0) || Ascii.isDigit($0) }) else { return nil }
  }

  /// Whether a quotation mark is in it: such a mark within the text is written twice, or escaped.
  var closesQuotes: Bool { bytes.contains(Ascii.quote) }

  /// Whether a line may have an ending that is not its own.
  @inline(__always)
  static func mayEnd(_ line: ByteView) -> Bool {
    let before = line[line.count &- 2]
    return isSign(line.last) || before == Ascii.backslash
      || line.last == Ascii.comma && before == Ascii.quote
  }

  /// A line without its ending, and without the blanks that fill a table's row.
  func taken(off line: ByteView) -> ByteView {
    let text = line.trimmedAtEnd
    return Self.has(bytes, text) ? text.droppingLast(bytes.count).trimmedAtEnd : line
  }

  private static func has(_ ending: [UInt8], _ line: ByteView) -> Bool {
    line.count >= ending.count
      && ending.indices.allSatisfy { line[line.count &- ending.count &+ $0] == ending[$0] }
  }

  /// The byte that most lines have in one place, counted from the end.
  private static func usual(in lines: [ByteView], atEnd place: Int) -> UInt8? {
    var counts: [UInt8: Int] = [:]
    for line in lines where line.count > place {
      counts[line[line.count &- 1 &- place], default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Signs that close hardly any line of a kernel's console; the last is the end of `│`.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == Ascii.bar || byte == Ascii.quote || byte == Ascii.apostrophe
      || byte == Ascii.backslash || byte == UInt8(ascii: "$") || byte == UInt8(ascii: ";")
      || byte >= 0x80
  }
}

extension ByteView {
  /// Adds its bytes, of two quotation marks in a row one.
  func appendUnquoted(to bytes: inout [UInt8]) {
    var next = 0
    while next < count {
      bytes.append(self[next])
      next &+= self[next] == Ascii.quote && self[next &+ 1] == Ascii.quote ? 2 : 1
    }
  }
}
