/// A register and its value, as a line of a report prints it: `RAX: dffffc0000000000`.
public struct RegisterValue: Hashable, Sendable {
  /// Its name as printed: `RAX`, `x29`, `EFLAGS`.
  public var name: String
  /// What it held, as printed, with the segment before it (`0018:ffffc90001917b98`) and anything
  /// after it (`60400005 (nZCv daif +PAN)`).
  public var text: String
  /// The number without segment and remarks; nil if there is none.
  public var number: UInt64?

  /// Whether it is a number of eight or sixteen digits with nothing beside it.
  public var isPlain: Bool {
    let digits = text.utf8
    return (digits.count == 16 || digits.count == 8) && digits.allSatisfy(\.isHexDigit)
  }

  /// A register that held something.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    number = Self.number(in: text)
  }

  /// The registers of a line, from left to right; none where it does not begin with one.
  static func row(_ line: String) -> [RegisterValue] {
    var values: [RegisterValue] = []
    let words = line.split { $0 == " " || $0 == "\t" }
    var place = 0
    while place < words.count {
      guard let (name, count, value) = name(at: place, of: words) else {
        // What names no register belongs to the one before: flags in words, a second value.
        guard let last = values.indices.last else { return [] }
        values[last] = RegisterValue(
          name: values[last].name,
          text: values[last].text.isEmpty
            ? String(words[place]) : "\(values[last].text) \(words[place])")
        place += 1
        continue
      }
      place += count
      if let value {
        values.append(RegisterValue(name: name, text: value))
      } else if place < words.count, self.name(at: place, of: words) == nil {
        values.append(RegisterValue(name: name, text: String(words[place])))
        place += 1
      } else {
        values.append(RegisterValue(name: name, text: ""))
      }
    }
    return values
  }

  /// The name of a register at a word, how many words it has, and its value if that is one of them.
  private static func name(
    at place: Int, of words: [Substring]
  ) -> (name: String, count: Int, value: String?)? {
    let word = words[place]
    if place + 1 < words.count, words[place + 1] == ":", isName(word) {
      return (String(word), 2, nil)
    }
    guard let colon = word.firstIndex(of: ":"), isName(word[..<colon]) else { return nil }
    let value = word[word.index(after: colon)...]
    return (String(word[..<colon]), 1, value.isEmpty ? nil : String(value))
  }

  private static func isName(_ word: Substring) -> Bool {
    guard let first = word.utf8.first, Ascii.isLetter(first) else { return false }
    return word.utf8.allSatisfy {
      Ascii.isLetter($0) || Ascii.isDigit($0) || $0 == 0x5F || $0 == Ascii.dot
    }
  }

  private static func number(in text: String) -> UInt64? {
    var word = text.prefix { $0 != " " && $0 != "(" }
    if let colon = word.lastIndex(of: ":") { word = word[word.index(after: colon)...] }
    if word.hasPrefix("0x") { word = word.dropFirst(2) }
    let digits = word.drop { "[<".contains($0) }.prefix { !">]".contains($0) }
    return UInt64(digits, radix: 16)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { Ascii.isDigit(self) || (self | 0x20) &- 0x61 < 6 }
}
