/// Cuts a mailbox into mails (the mboxo and mboxrd formats).
enum MailboxPieces {
  /// One mail of a mailbox.
  struct Piece {
    /// Where its headers begin and its body ends.
    var range: Range<Int>
    /// The line at which it begins, from 1.
    var line: Int
    /// Whether lines that begin with `From ` have a `>` before them.
    var isStuffed: Bool
  }

  /// The mails of a text; a single mail where no line opens a mailbox.
  static func pieces(of bytes: [UInt8]) -> [Piece] {
    let opener = Array("From ".utf8)
    guard bytes.starts(with: opener) else {
      return [Piece(range: 0..<bytes.count, line: 1, isStuffed: false)]
    }
    var pieces: [Piece] = []
    var line = 1
    var start = 0
    var isAfterBlank = true
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let content = bytes[start..<end]
      if isAfterBlank, content.starts(with: opener), isFollowedByHeader(bytes, at: end + 1) {
        if let last = pieces.indices.last {
          pieces[last].range = pieces[last].range.lowerBound..<start
        }
        pieces.append(
          Piece(range: min(end + 1, bytes.count)..<bytes.count, line: line, isStuffed: true))
      }
      isAfterBlank = content.isEmpty || content.elementsEqual([0x0D])
      start = end + 1
      line += 1
    }
    return pieces
  }

  private static func isFollowedByHeader(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start < bytes.count else { return false }
    let name = bytes[start...].prefix(80).prefix { $0 != UInt8(ascii: ":") && $0 != 0x0A }
    return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ":")
      && !name.contains(0x20)
  }

  /// A mail's text with one `>` less before each `>From `.
  static func unstuffed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let stuffed = Array(">From ".utf8)
    var result: [UInt8] = []
    var isAtStart = true
    var index = bytes.startIndex
    result.reserveCapacity(bytes.count)
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isAtStart, byte == UInt8(ascii: ">") {
        let rest = bytes[index...].drop { $0 == UInt8(ascii: ">") }
        if rest.starts(with: stuffed.dropFirst()) {
          index += 1
          isAtStart = false
          continue
        }
      }
      isAtStart = byte == 0x0A
      result.append(byte)
      index += 1
    }
    return result[...]
  }
}
