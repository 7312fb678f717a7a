/// Tells whether a mail program broke the lines of a log that is plain otherwise, or the edge of a
/// terminal did.
enum BrokenLines {
  /// How many long lines show that no program broke any, and how many broken ones that one did.
  private static let sufficient = 2

  /// Whether lines of a text are broken.
  static func are(in lines: Lines) -> Bool {
    guard !Wrapping.hasLongLines((0..<lines.count).lazy.map { lines[$0] }, atLeast: sufficient)
    else { return false }
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
}
