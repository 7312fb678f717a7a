/// Tells whether a mail program broke the lines of a log that is plain otherwise, or the edge of a
/// terminal did.
enum BrokenLines {
  /// How long lines are that every mail program would break, in bytes.
  private static let longest = 82
  /// How many such lines show that none did, and how many broken ones that one did.
  private static let sufficient = 2

  /// Whether lines of a text are broken.
  static func are(in lines: Lines) -> Bool {
    guard !hasLongLines(lines) else { return false }
    if FoldedLines(lines, absorbed: []) != nil { return true }
    let contents = (0..<lines.count).map { lines[$0] }
    var broken = 0
    for index in contents.indices where Wrapping.isMark(contents[index]) {
      if Wrapping.continuation(of: index, in: contents, isWrapped: true).isEmpty { continue }
      broken += 1
      if broken == sufficient { return true }
    }
    return false
  }

  private static func hasLongLines(_ lines: Lines) -> Bool {
    var long = 0
    for index in 0..<lines.count where lines[index].count > longest {
      guard let blank = lines[index].prefix(76).lastIndex(of: Ascii.space), blank > 20 else {
        continue
      }
      long += 1
      if long == sufficient { return true }
    }
    return false
  }
}
