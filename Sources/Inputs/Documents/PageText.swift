/// The text that a web page shows, a line for each that it breaks.
package enum PageText {
  /// Whether bytes are a whole page.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let text = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<head")
      || text.hasPrefix("<pre") && bytes.count < 1 << 26 && contains(bytes, "</pre>")
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let tail = bytes.suffix(256)
    let wanted = Array(text.utf8)
    return tail.indices.contains { tail[$0...].starts(with: wanted) }
  }

  /// The text of a whole page; nil if the bytes are not a page.
  package static func shown(by bytes: [UInt8]) -> [UInt8]? { isOne(bytes) ? text(of: bytes) : nil }

  /// The text of a page: what is in its elements, without scripts and styles.
  static func text(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let tag = Tag(bytes, at: index) {
        index = tag.isHidden ? end(ofHidden: tag.name, in: bytes, from: tag.end) : tag.end
        if tag.breaksLine, result.last != 0x0A || tag.name == "br" { result.append(0x0A) }
      } else if byte == UInt8(ascii: "&"), let (decoded, length) = entity(bytes, at: index) {
        result += decoded
        index += length
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// A tag of a page.
  private struct Tag {
    var name: String
    var end: Int
    var isClosing: Bool

    init?(_ bytes: [UInt8], at start: Int) {
      var next = start + 1
      guard next < bytes.count else { return nil }
      if bytes[next] == UInt8(ascii: "!") {
        guard let close = bytes[next...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        (name, end, isClosing) = ("!", close + 1, false)
        return
      }
      isClosing = bytes[next] == UInt8(ascii: "/")
      if isClosing { next += 1 }
      let word = bytes[next...].prefix(12).prefix {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
      }
      name = String(decoding: word, as: UTF8.self).lowercased()
      guard Self.known.contains(name),
        let close = bytes[next...].prefix(8192).firstIndex(of: UInt8(ascii: ">"))
      else { return nil }
      end = close + 1
    }

    var isHidden: Bool { !isClosing && (name == "script" || name == "style" || name == "head") }

    var breaksLine: Bool {
      switch name {
      case "br": true
      case "p", "div", "tr", "li", "pre", "table", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol",
        "td", "th", "body":
        isClosing || name == "pre" || name == "div" || name == "p"
      default: false
      }
    }

    static let known: Set<String> = [
      "html", "head", "body", "title", "meta", "link", "script", "style", "p", "div", "span", "pre",
      "br", "a", "b", "i", "u", "em", "strong", "code", "tt", "table", "thead", "tbody", "tr", "td",
      "th", "ul", "ol", "li", "h1", "h2", "h3", "h4", "hr", "img", "font", "blockquote", "nav",
      "header", "footer", "main", "section", "article", "form", "input", "button", "label", "small",
      "sup", "sub", "wbr", "details", "summary", "svg", "path", "center", "kbd", "samp", "option",
      "select", "textarea", "caption", "col", "colgroup", "dl", "dt", "dd", "noscript",
    ]
  }

  private static func end(ofHidden name: String, in bytes: [UInt8], from start: Int) -> Int {
    let wanted = Array("</\(name)".utf8)
    var index = start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let isEnd =
        open + wanted.count <= bytes.count
        && zip(bytes[open...], wanted).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
      if isEnd {
        return bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      }
      index = open + 1
    }
    return bytes.count
  }

  private static let entities: [(String, [UInt8])] = [
    ("lt;", [0x3C]), ("gt;", [0x3E]), ("amp;", [0x26]), ("quot;", [0x22]), ("apos;", [0x27]),
    ("nbsp;", [0x20]),
  ]

  /// The bytes of an entity and its length; nil for what is none, or would be a control character.
  private static func entity(_ bytes: [UInt8], at start: Int) -> ([UInt8], Int)? {
    let rest = bytes[(start + 1)...].prefix(10)
    for (name, decoded) in entities where rest.starts(with: Array(name.utf8)) {
      return (decoded, name.utf8.count + 1)
    }
    guard rest.first == UInt8(ascii: "#"), let end = rest.firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let digits = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self).lowercased()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, !(0x7F..<0xA0).contains(value),
      let scalar = Unicode.Scalar(value == 0xA0 ? 0x20 : value)
    else { return nil }
    return (Array(String(scalar).utf8), end - start + 1)
  }
}
