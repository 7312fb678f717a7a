/// The links of an HTML page, with their texts and targets.
///
/// Accepts any bytes; skips what is not a link.
struct HTMLLinks: Sendable {
  /// A link or a piece of text between links.
  enum Piece: Sendable, Equatable {
    case link(reference: String, text: String)
    case text(String)
  }

  /// The page in its order.
  private(set) var pieces: [Piece] = []

  /// The longest text of a link that is kept, in bytes.
  private static let textLimit = 2_000

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    var text: [UInt8] = []
    var reference: String?
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      text += rest[..<start]
      rest = rest[(start + 1)...]
      let tag = HTMLTag(&rest)
      switch tag.name {
      case "a":
        finish(&text, reference)
        reference = tag.reference ?? ""
      case "/a":
        finish(&text, reference)
        reference = nil
      // Their text is not shown.
      case "script", "style": Self.skip(to: "</" + tag.name, &rest)
      default: text.append(0x20)
      }
    }
    text += rest
    finish(&text, reference)
  }

  private mutating func finish(_ text: inout [UInt8], _ reference: String?) {
    defer { text.removeAll(keepingCapacity: true) }
    if let reference {
      let text = HTMLText.plain(text.prefix(Self.textLimit))
      pieces.append(.link(reference: reference, text: text))
    } else if !text.isEmpty {
      // Only the end of a long text describes the next link.
      pieces.append(.text(HTMLText.plain(text.suffix(Self.textLimit))))
    }
  }

  private static func skip(to end: String, _ rest: inout ArraySlice<UInt8>) {
    let end = Array(end.utf8)
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.prefix(end.count).map({ $0 | 0x20 }) == end.map({ $0 | 0x20 }) { return }
      rest = rest.dropFirst()
    }
    rest = []
  }
}

/// A tag of HTML, without its attributes but for `href`.
private struct HTMLTag {
  /// The name in small letters, with the slash of a closing tag.
  var name = ""
  var reference: String?

  /// Reads the rest of a tag up to its `>`, past quoted values that contain one.
  init(_ rest: inout ArraySlice<UInt8>) {
    var attributes: [ArraySlice<UInt8>] = []
    var index = rest.startIndex
    var wordStart = index
    var quote: UInt8?
    func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ">") }
    while index < rest.endIndex {
      let byte = rest[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if isEnd(byte) || byte <= 0x20 {
        if wordStart < index { attributes.append(rest[wordStart..<index]) }
        wordStart = index + 1
        if isEnd(byte) { break }
      }
      index += 1
    }
    rest = rest[min(index + 1, rest.endIndex)...]
    name = String(decoding: attributes.first?.prefix(20) ?? [], as: UTF8.self).lowercased()
    reference = attributes.dropFirst().lazy.compactMap(Self.reference).first
  }

  /// The value of `href=…` in any kind of quotes.
  private static func reference(_ attribute: ArraySlice<UInt8>) -> String? {
    let word = Array("href=".utf8)
    guard attribute.count < 4_000, attribute.prefix(5).map({ $0 | 0x20 }) == word.map({ $0 | 0x20 })
    else { return nil }
    var value = attribute.dropFirst(5)
    if let first = value.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      value = value.dropFirst()
      if value.last == first { value = value.dropLast() }
    }
    return HTMLText.plain(value)
  }
}

/// Text of HTML without its entities.
enum HTMLText {
  private static let entities: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  /// The text with entities resolved and runs of white space as one blank.
  static func plain(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var result = ""
    var rest = words[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(10).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: start)..<end])
      else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Character? {
    if let character = entities[String(name)] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
