/// A plain-text mail as it is assembled, with no line wider than 75 columns.
struct MailText {
  /// The widest line, in columns.
  static let width = 75

  private var lines: [String] = []
  /// Where the headers of the encoding belong, if the text turns out to need them.
  private var encodingPlace: Int?

  /// The mail with a line end after each line.
  var text: String {
    var lines = lines
    if let encodingPlace, lines.contains(where: { !$0.utf8.allSatisfy { $0 < 0x80 } }) {
      lines.insert(contentsOf: Self.encodingHeaders, at: encodingPlace)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let encodingHeaders = [
    "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
  ]

  /// Adds a line as it is.
  mutating func add(_ line: String) { lines.append(plain(line).withoutTrailingSpace) }

  /// Adds the headers for the encoding here, if the text is not plain ASCII.
  mutating func declareEncoding() { encodingPlace = lines.count }

  /// Adds a header, folded between its words; a line after the first begins with a space.
  ///
  /// Words are never broken: a longer address or identifier would be another one.
  mutating func header(_ name: String, _ words: [String], comma: String = ",") {
    var line = "\(name):"
    for (index, word) in words.enumerated() {
      let piece = word + (index == words.count - 1 ? "" : comma)
      if line.count + 1 + piece.count > Self.width, index > 0 {
        add(line)
        line = ""
      }
      line += " " + piece
    }
    add(line)
  }

  /// The words of a header, those that are not plain ASCII or too long encoded after RFC 2047.
  func encodedWords(_ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let isPlain = words.allSatisfy { word in
      word.count <= Self.width - 10 && word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
    return isPlain ? words : encodedPieces(of: text)
  }

  private func encodedPieces(of text: String) -> [String] {
    var pieces: [String] = []
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if bytes.count + next.count > 36 {
        pieces.append("=?UTF-8?B?\(base64(bytes))?=")
        bytes = []
      }
      bytes += next
    }
    if !bytes.isEmpty { pieces.append("=?UTF-8?B?\(base64(bytes))?=") }
    return pieces
  }

  /// Adds wrapped words, and an empty line.
  ///
  /// No line of it can be taken for a command or a quotation.
  mutating func paragraph(_ text: String) {
    sentence(text)
    lines.append("")
  }

  /// Adds wrapped words.
  mutating func sentence(_ text: String) {
    let rows = wrapped(String(text.prefix(900)), width: Self.width - 1)
    for row in rows.flatMap({ $0.pieces(of: Self.width - 1) }) {
      let isPlain = !row.hasPrefix("#") && !row.hasPrefix(">") && !row.hasPrefix("From ")
      add(isPlain ? row : " " + row)
    }
  }

  /// Adds a text from outside, indented, and an empty line.
  mutating func indented(_ text: String) {
    for line in folded(text, first: "  ", next: "  ") { add(line) }
    add("")
  }

  /// The lines of an item of a list.
  func itemLines(_ sign: String, _ text: String) -> [String] {
    folded(text, first: " \(sign) ", next: "   ")
  }

  /// Adds a quotation of one line, cut where it is too long.
  mutating func quote(_ text: String) { add("> " + text.cut(to: Self.width - 4)) }

  /// Adds a line that a robot reads, or shows it commented out; one that is too long to stay whole is
  /// left to the person.
  mutating func command(_ line: String, isActive: Bool) {
    guard line.count <= Self.width * 2, !line.contains(where: \.isNewline) else { return }
    add(isActive ? line : "# " + line)
  }

  private func folded(_ text: String, first: String, next: String) -> [String] {
    let room = Self.width - next.count
    // A line of the log can be a megabyte; what matters is at its beginning.
    let rows = wrapped(String(text.prefix(600)), width: room).flatMap { $0.pieces(of: room) }
    return rows.enumerated().map { (($0 == 0 ? first : next) + $1).withoutTrailingSpace }
  }
}

/// The text with the typewriter's signs for quotation marks and dots, as mails to lists have them.
private func plain(_ text: String) -> String {
  guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
  var plain = ""
  for character in text {
    switch character {
    case "\u{201C}", "\u{201D}": plain += "\""
    case "\u{2018}", "\u{2019}": plain += "'"
    case "\u{2026}": plain += "..."
    default: plain.append(character)
    }
  }
  return plain
}

/// The bytes in the letters of RFC 4648.
private func base64(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let value = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
    for place in 0..<4 {
      let letter = letters[Int(value >> UInt32(18 - 6 * place)) & 63]
      text.append(place <= group.count ? letter : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}

extension String {
  /// The text cut into pieces of at most `columns` columns.
  fileprivate func pieces(of columns: Int) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    repeat {
      pieces.append(String(rest.prefix(columns)))
      rest = rest.dropFirst(columns)
    } while !rest.isEmpty
    return pieces
  }
}
