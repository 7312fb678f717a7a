/// Cuts the text of a query into tokens; it has no knowledge of fields and never fails.
struct QueryScanner {
  let bytes: [UInt8]
  private(set) var place = 0
  private(set) var openGroups = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All tokens of a text.
  static func tokens(of text: String) -> [QueryToken] {
    var scanner = QueryScanner(text)
    var tokens: [QueryToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  /// The next token; nil at the end.
  mutating func next() -> QueryToken? {
    while let byte = peek(), byte.isBlank { place += 1 }
    guard let byte = peek() else { return nil }
    let start = place
    switch byte {
    case UInt8(ascii: "|"):
      place += 1
      return QueryToken(kind: .or, range: start..<place)
    case UInt8(ascii: ")") where openGroups > 0:
      place += 1
      openGroups -= 1
      return QueryToken(kind: .close, range: start..<place)
    default: break
    }
    let isNegated = takeNegations()
    if peek() == UInt8(ascii: "(") {
      place += 1
      openGroups += 1
      return QueryToken(kind: .open(isNegated: isNegated), range: start..<place)
    }
    let term = takeTerm(isNegated)
    let isOr = term.word.text == "OR" && !term.word.isQuoted && place == start + 2
    return QueryToken(kind: isOr ? .or : .term(term), range: start..<place)
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    place + ahead < bytes.count ? bytes[place + ahead] : nil
  }

  private mutating func takeNegations() -> Bool {
    var isNegated = false
    while let byte = peek(), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "!") {
      isNegated.toggle()
      place += 1
    }
    return isNegated
  }

  private mutating func takeTerm(_ isNegated: Bool) -> Term {
    let start = place
    guard let test = takeTest() else {
      place = start
      return Term(isNegated: isNegated, word: takeValue(endsAtComma: false), test: nil)
    }
    let range = start..<place
    let word = WrittenValue(text: text(range), isQuoted: false, isExact: false, range: range)
    return Term(isNegated: isNegated, word: word, test: test)
  }

  private mutating func takeTest() -> WrittenTest? {
    let start = place
    while let byte = peek(), byte.lowered.isSmall { place += 1 }
    let nameEnd = place
    guard nameEnd > start else { return nil }
    let hasColon = peek() == UInt8(ascii: ":")
    if hasColon { place += 1 }
    guard let sign = takeOperator() ?? (hasColon ? .has : nil) else { return nil }
    var values = [takeValue(endsAtComma: true)]
    while peek() == UInt8(ascii: ",") {
      place += 1
      values.append(takeValue(endsAtComma: true))
    }
    return WrittenTest(
      name: text(start..<nameEnd), nameRange: start..<nameEnd, sign: sign, hasColon: hasColon,
      values: values)
  }

  private mutating func takeOperator() -> WrittenTest.Operator? {
    switch (peek(), peek(1)) {
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): takeOperator(.notEqual, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): takeOperator(.compare(.atMost), 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): takeOperator(.compare(.atLeast), 2)
    case (UInt8(ascii: "<"), _): takeOperator(.compare(.less), 1)
    case (UInt8(ascii: ">"), _): takeOperator(.compare(.greater), 1)
    case (UInt8(ascii: "="), _): takeOperator(.compare(.equal), 1)
    default: nil
    }
  }

  private mutating func takeOperator(
    _ sign: WrittenTest.Operator, _ length: Int
  ) -> WrittenTest.Operator {
    place += length
    return sign
  }

  private mutating func takeValue(endsAtComma: Bool) -> WrittenValue {
    let start = place
    let isExact = peek() == UInt8(ascii: "'")
    if isExact { place += 1 }
    let isQuoted = peek() == UInt8(ascii: "\"")
    var value = isQuoted ? takeQuoted() : []
    value += takeBare(endsAtComma: endsAtComma)
    return WrittenValue(
      text: String(decoding: value, as: UTF8.self), isQuoted: isQuoted, isExact: isExact,
      range: start..<place)
  }

  /// The text between quotes; an unclosed quote extends to the end.
  private mutating func takeQuoted() -> [UInt8] {
    var value: [UInt8] = []
    place += 1
    while let byte = peek() {
      place += 1
      if byte == UInt8(ascii: "\"") { break }
      let escapes = byte == UInt8(ascii: "\\")
      if escapes, let next = peek(), next == byte || next == UInt8(ascii: "\"") {
        value.append(next)
        place += 1
      } else {
        value.append(byte)
      }
    }
    return value
  }

  private mutating func takeBare(endsAtComma: Bool) -> ArraySlice<UInt8> {
    let start = place
    var open = 0
    while let byte = peek(), !byte.isBlank, byte != UInt8(ascii: "|") {
      if endsAtComma, byte == UInt8(ascii: ",") { break }
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") {
        if open == 0, openGroups > 0 { break }
        open = max(open - 1, 0)
      }
      place += 1
    }
    return bytes[start..<place]
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether the byte is a blank, a tab, a line end or another control.
  var isBlank: Bool { self <= 0x20 }
}
