/// Where a line stands within what a program wrote around it, which may spell some of its characters
/// otherwise: JSON `\"`, a table `""`, a page `&quot;`.
struct WrittenPlace {
  /// Which bytes of the whole are the line's.
  let range: Range<Int>

  /// How many bytes may be behind a line.
  private static let mostBehind = 160
  /// The longest text in which characters are compared one by one, in bytes.
  private static let longest = 8_000

  /// Finds a line in a text; nil if it is not in it.
  init?(of line: [UInt8], in whole: [UInt8]) {
    if let place = Self.verbatim(line, in: whole) {
      range = place..<place + line.count
      return
    }
    guard whole.count <= Self.longest else { return nil }
    let found = whole.indices.lazy.compactMap { start in
      Self.end(of: line, in: whole, from: start).map { start..<$0 }
    }
    // What is behind a line is short, so that the first place from which all of it follows is it.
    guard let range = found.first(where: { whole.count - $0.upperBound <= Self.mostBehind }) else {
      return nil
    }
    self.range = range
  }

  /// Where a line begins that is written as it is; looked for from the end.
  private static func verbatim(_ line: [UInt8], in whole: [UInt8]) -> Int? {
    guard line.count <= whole.count else { return nil }
    return (0...whole.count - line.count).suffix(mostBehind).reversed().first {
      whole[$0...].starts(with: line)
    }
  }

  /// Where a line ends that is written from a place on, each character in one way or another.
  private static func end(of line: [UInt8], in whole: [UInt8], from start: Int) -> Int? {
    var (place, next) = (start, 0)
    while next < line.count {
      guard place < whole.count else { return nil }
      if let length = escapeLength(whole[place...], of: line[next]) {
        place += length
        // What is not ASCII is written as one character.
        next += 1
        while next < line.count, line[next] & 0xC0 == 0x80 { next += 1 }
      } else if whole[place] == line[next] {
        place += 1
        next += 1
      } else {
        return nil
      }
    }
    return place
  }

  /// How many bytes spell a character otherwise that begins with a byte; nil if it is not spelled so.
  private static func escapeLength(_ text: ArraySlice<UInt8>, of byte: UInt8) -> Int? {
    let second = text.dropFirst().first
    switch text.first {
    case UInt8(ascii: "\\"):
      if second == UInt8(ascii: "u") { return text.count >= 6 ? 6 : nil }
      let isTab = byte == UInt8(ascii: "\t") && second == UInt8(ascii: "t")
      return second == byte || isTab ? 2 : nil
    case UInt8(ascii: "\""): return byte == UInt8(ascii: "\"") && second == byte ? 2 : nil
    case UInt8(ascii: "&"):
      let end = text.prefix(10).firstIndex(of: UInt8(ascii: ";"))
      return end.map { $0 - text.startIndex + 1 }
    default: return nil
    }
  }
}
