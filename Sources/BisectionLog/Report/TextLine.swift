/// What a line of text names: a function, or a source file.
enum TextLine {
  /// The function a line names with its offset or as inlined, and what precedes it.
  static func mention(in line: SearchedLine) -> (frame: Frame, lead: ByteView)? {
    if let plus = line.firstIndex(of: offsetStart), let found = withOffset(line.view, plus) {
      return found
    }
    guard let inline = line.firstIndex(of: inlineMark) else { return nil }
    return inlined(line.view, inline)
  }

  private static let offsetStart = Phrase("+0x")
  private static let inlineMark = Phrase(" [inline]")

  private static func withOffset(_ line: ByteView, _ plus: Int) -> (Frame, ByteView)? {
    var start = plus
    while start > 0, Ascii.continuesSymbol(line[start &- 1]) { start &-= 1 }
    guard start < plus, let (offset, size, end) = FrameSyntax.offsetAndSize(line, at: plus) else {
      return nil
    }
    var frame = Frame(function: line.prefix(plus).dropping(start))
    frame.offset = offset
    frame.size = size
    _ = FrameSyntax.readPlace(line.dropping(end), into: &frame)
    let lead = finish(&frame, lead: line.prefix(start))
    return (frame, lead)
  }

  private static func inlined(_ line: ByteView, _ inline: Int) -> (Frame, ByteView)? {
    guard let place = line.prefix(inline).lastIndex(of: Ascii.space) else { return nil }
    var start = place
    while start > 0, Ascii.continuesSymbol(line[start &- 1]) { start &-= 1 }
    guard start < place else { return nil }
    var frame = Frame(function: line.prefix(place).dropping(start))
    _ = FrameSyntax.readPlace(line.dropping(place), into: &frame)
    guard frame.inlined else { return nil }
    let lead = finish(&frame, lead: line.prefix(start))
    return (frame, lead)
  }

  /// Gives the frame its form and address; what is left of the words before it.
  private static func finish(_ frame: inout Frame, lead: ByteView) -> ByteView {
    var lead = lead.trimmedAtEnd
    frame.form = .mention
    while lead.last == Ascii.closeBracket, let open = lead.lastIndex(of: Ascii.openBracket) {
      let addresses = AddressList(lead.dropping(open))
      guard addresses.length > 0 else { break }
      frame.address = addresses.first ?? frame.address
      lead = lead.prefix(open).trimmedAtEnd
    }
    if lead.ends(with: "at:") { frame.form = .lock }
    if isStateOnly(SearchedLine(lead)) { frame.form = .state }
    return lead
  }

  /// The first file of the C sources that a line names with a line number.
  static func source(in searched: SearchedLine) -> TextRange? {
    guard searched.mayHaveColon(after: ByteSet(UInt8(ascii: "c"), UInt8(ascii: "h"))) else {
      return nil
    }
    let line = searched.view
    var from = 0
    while let colon = line.firstIndex(of: Ascii.colon, from: from) {
      from = colon &+ 1
      let ending = line[colon &- 1]
      guard ending == UInt8(ascii: "c") || ending == UInt8(ascii: "h"),
        line[colon &- 2] == Ascii.dot, Ascii.isDigit(line[colon &+ 1])
      else { continue }
      var start = colon &- 2
      while start > 0, Ascii.continuesSourcePath(line[start &- 1]) { start &-= 1 }
      guard start < colon &- 2, line[colon &- 3] != Ascii.dot, line[colon &- 3] != Ascii.slash
      else { continue }
      return line.prefix(colon).dropping(start).range
    }
    return nil
  }

  /// Whether the line's places are those of the processor's or a lock's state, not of the crash.
  static func isStateOnly(_ line: SearchedLine) -> Bool {
    line.contains(hardInterrupts) || line.contains(softInterrupts)
      || line.view.starts(with: "Register r")
  }

  private static let hardInterrupts = Phrase("hardirqs last ")
  private static let softInterrupts = Phrase("softirqs last ")
}

extension Ascii {
  /// Whether a path of the C sources may hold a byte.
  @inline(__always)
  static func continuesSourcePath(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == slash || byte == dot || byte == 0x5F || byte == minus
  }
}
