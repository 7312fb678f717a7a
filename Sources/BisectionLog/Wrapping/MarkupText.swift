/// The text of a page's source: `&gt;` and its like read, marks such as `<pre>` and `<br>` left out.
enum MarkupText {
  private static let ampersand = UInt8(ascii: "&")

  private static let entities: [(name: StaticString, bytes: [UInt8])] = [
    ("&lt;", [Ascii.less]), ("&gt;", [Ascii.greater]), ("&amp;", [ampersand]),
    ("&quot;", [Ascii.quote]), ("&apos;", [Ascii.apostrophe]), ("&nbsp;", [Ascii.space]),
  ]

  private static let marks: [StaticString] = [
    "pre", "br", "p", "div", "span", "code", "a", "b", "i", "em", "strong", "tt", "td", "tr",
    "table",
    "tbody", "html", "body", "head", "font", "blockquote", "wbr", "li", "ul", "ol", "hr",
  ]

  /// How the ampersands of a line are used: as the beginnings of entities, or by themselves.
  static func ampersands(in line: ByteView) -> (entities: Int, others: Int) {
    var entities = 0
    var others = 0
    var from = 0
    while let place = line.firstIndex(of: ampersand, from: from) {
      if entity(in: line, at: place) != nil { entities += 1 } else { others += 1 }
      from = place &+ 1
    }
    return (entities, others)
  }

  /// Whether a line contains markup that pages put around lines.
  static func isIn(_ line: ByteView) -> Bool {
    var from = 0
    while let place = line.firstIndex(of: Ascii.less, from: from) {
      if markEnd(in: line, at: place) != nil { return true }
      from = place &+ 1
    }
    return false
  }

  /// Adds what a page shows of a line of its source.
  static func append(_ line: ByteView, to bytes: inout [UInt8]) {
    var next = 0
    var (sign, mark) = (-1, -1)
    while next < line.count {
      // What lies before the next sign that may begin something is copied at once.
      if sign < next { sign = line.firstIndex(of: ampersand, from: next) ?? line.count }
      if mark < next { mark = line.firstIndex(of: Ascii.less, from: next) ?? line.count }
      let place = min(sign, mark)
      line.dropping(next).prefix(place &- next).append(to: &bytes)
      guard place < line.count else { return }
      next = appendOne(line, at: place, to: &bytes)
    }
  }

  /// Adds what is shown of what begins at a place, and returns where it ends.
  private static func appendOne(_ line: ByteView, at place: Int, to bytes: inout [UInt8]) -> Int {
    if line[place] == ampersand, let (decoded, length) = entity(in: line, at: place) {
      bytes += decoded
      return place &+ length
    }
    if line[place] == Ascii.less, let end = markEnd(in: line, at: place) {
      // The cells of a row stay apart, so that a line's number is not part of the line.
      if line.dropping(place).starts(with: "<td"), bytes.last ?? Ascii.lineFeed != Ascii.lineFeed {
        bytes.append(Ascii.tab)
      }
      return end
    }
    bytes.append(line[place])
    return place &+ 1
  }

  private static func entity(in line: ByteView, at place: Int) -> ([UInt8], Int)? {
    let rest = line.dropping(place)
    if rest[1] == UInt8(ascii: "#") { return number(rest) }
    for (name, bytes) in entities where rest.starts(with: name) {
      return (bytes, name.utf8CodeUnitCount)
    }
    return nil
  }

  /// `&#39;` or `&#x27;`; what would be a control character stays as it is.
  private static func number(_ text: ByteView) -> ([UInt8], Int)? {
    let isHex = text[2] | 0x20 == UInt8(ascii: "x")
    var next = isHex ? 3 : 2
    var value: UInt32 = 0
    let first = next
    while next < first &+ 7 {
      let byte = text[next] | (Ascii.isLetter(text[next]) ? 0x20 : 0)
      if Ascii.isDigit(byte) {
        value = value &* (isHex ? 16 : 10) &+ UInt32(byte &- 0x30)
      } else if isHex, Ascii.isHexDigit(byte) {
        value = value &* 16 &+ UInt32(byte &- 0x57)
      } else {
        break
      }
      next &+= 1
    }
    guard next > first, text[next] == UInt8(ascii: ";") else { return nil }
    if value == 0xA0 { return ([Ascii.space], next &+ 1) }
    guard value >= 0x20, !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (Array(String(scalar).utf8), next &+ 1)
  }

  /// Where a mark of a page ends; nil if `<` begins none.
  private static func markEnd(in line: ByteView, at place: Int) -> Int? {
    let isClosing = line[place &+ 1] == Ascii.slash
    let name = line.dropping(place &+ (isClosing ? 2 : 1))
    let length = name.leadingLowercaseLetters
    let next = name[length]
    guard length > 0, next == Ascii.greater || next == Ascii.space || next == Ascii.slash,
      marks.contains(where: { name.prefix(length).equals($0) })
    else { return nil }
    return line.firstIndex(of: Ascii.greater, from: place).map { $0 &+ 1 }
  }
}

extension ByteView {
  /// How many lower-case letters it begins with.
  fileprivate var leadingLowercaseLetters: Int {
    var length = 0
    while self[length] &- 0x61 < 26 { length &+= 1 }
    return length
  }
}
