/// What a terminal shows of the bytes that programs sent to it: without escape sequences, with what
/// backspaces and carriage returns wrote over, and with a blank for one that is not broken at.
enum TerminalText {
  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07
  private static let backspace: UInt8 = 0x08

  /// Whether a line holds anything that a terminal would act on.
  static func isIn(_ line: ByteView) -> Bool {
    line.firstIndex(of: escape) != nil || line.firstIndex(of: backspace) != nil
      || line.firstIndex(of: Ascii.carriageReturn) != nil || holdsNoBreakSpace(line)
  }

  /// Whether a page or a mail program made a blank one that lines are not broken at (U+00A0).
  static func holdsNoBreakSpace(_ line: ByteView) -> Bool {
    var from = 0
    while let place = line.firstIndex(of: 0xC2, from: from) {
      if line[place &+ 1] == 0xA0 { return true }
      from = place &+ 1
    }
    return false
  }

  /// Adds what is shown of a line.
  static func append(_ line: ByteView, to bytes: inout [UInt8]) {
    var end = line.count
    while end > 0, line[end &- 1] == Ascii.carriageReturn { end &-= 1 }
    guard writesOver(line.prefix(end)) else { return appendWithoutSequences(line, end, to: &bytes) }
    let start = bytes.count
    var cursor = start
    var next = 0
    while next < end {
      let byte = line[next]
      switch byte {
      case escape: next = sequenceEnd(in: line, at: next, end: end)
      case backspace:
        cursor = max(start, cursor &- 1)
        next &+= 1
      case Ascii.carriageReturn:
        // What only closes the line, or its colour, writes over nothing.
        if showsWords(line, from: next &+ 1, end: end) { cursor = start }
        next &+= 1
      case 0xC2 where line[next &+ 1] == 0xA0:
        if cursor < bytes.count { bytes[cursor] = Ascii.space } else { bytes.append(Ascii.space) }
        cursor &+= 1
        next &+= 2
      default:
        if cursor < bytes.count { bytes[cursor] = byte } else { bytes.append(byte) }
        cursor &+= 1
        next &+= 1
      }
    }
    // What was deleted by backspaces at the end is gone.
    if line.firstIndex(of: Ascii.carriageReturn) == nil || cursor == start {
      bytes.removeSubrange(cursor...)
    }
  }

  /// Whether a line holds more than escape sequences.
  private static func writesOver(_ line: ByteView) -> Bool {
    line.firstIndex(of: backspace) != nil || line.firstIndex(of: Ascii.carriageReturn) != nil
      || holdsNoBreakSpace(line)
  }

  /// Adds a line up to `end` but for its escape sequences.
  private static func appendWithoutSequences(
    _ line: ByteView, _ end: Int, to bytes: inout [UInt8]
  ) {
    var next = 0
    while next < end {
      let sequence = min(line.firstIndex(of: escape, from: next) ?? end, end)
      line.dropping(next).prefix(sequence &- next).append(to: &bytes)
      next = sequence < end ? sequenceEnd(in: line, at: sequence, end: end) : end
    }
  }

  /// Whether a letter or a digit is shown of the rest of a line.
  private static func showsWords(_ line: ByteView, from start: Int, end: Int) -> Bool {
    var next = start
    while next < end {
      if line[next] == escape {
        next = sequenceEnd(in: line, at: next, end: end)
        continue
      }
      if Ascii.isLetter(line[next]) || Ascii.isDigit(line[next]) { return true }
      // A program's sign for a line end is none.
      next &+= line[next] == Ascii.backslash ? 2 : 1
    }
    return false
  }

  /// Where an escape sequence ends (ECMA-48: CSI, OSC and its like, two bytes, three for charsets).
  private static func sequenceEnd(in line: ByteView, at start: Int, end: Int) -> Int {
    var next = start &+ 2
    switch line[start &+ 1] {
    case Ascii.openBracket:
      while next < end, line[next] < 0x40 || line[next] > 0x7E { next &+= 1 }
      return min(next &+ 1, end)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      while next < end, line[next] != bell, line[next] != escape { next &+= 1 }
      if line[next] == escape, line[next &+ 1] == Ascii.backslash { next &+= 1 }
      return min(next &+ 1, end)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"): return min(next &+ 1, end)
    default: return min(next, end)
    }
  }
}
