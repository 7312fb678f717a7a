/// The breaks that a mail program put into the commit that git shows.
///
/// All of such a block but its head is indented, empty, or a raw line with `:`: what stands at the
/// margin directly below such a line is the rest of it.
struct CommitBlockBreaks {
  private var isInBlock = false

  /// The lines that continue one, of which all above were passed; nil if it is of no commit block.
  mutating func pieces(below index: Int, in contents: [ByteView]) -> [ByteView]? {
    let line = contents[index]
    if GitLine.firstBad(line) != nil {
      isInBlock = true
      return nil
    }
    guard isInBlock, !line.isEmpty else { return isInBlock ? [] : nil }
    guard line[0] == Ascii.space || line[0] == Ascii.colon || CommitHeader.isOne(line) else {
      isInBlock = false
      return nil
    }
    return Array(contents[(index + 1)...].prefix { Self.isRest($0) })
  }

  private static func isRest(_ line: ByteView) -> Bool {
    !line.trimmed.isEmpty && line[0] != Ascii.space && line[0] != Ascii.colon
      && !CommitHeader.isOne(line) && !Wrapping.isMark(line) && !line.starts(with: "```")
  }
}
