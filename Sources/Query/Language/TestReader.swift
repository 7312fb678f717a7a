/// Reads the test of one field by the field's kind.
struct TestReader {
  let index: Int
  let field: Field
  /// The words of an enumeration, by their codes.
  let vocabulary: [String]
  private(set) var problems: [QueryProblem] = []

  init(index: Int, field: Field, vocabulary: [String]) {
    self.index = index
    self.field = field
    self.vocabulary = vocabulary
  }

  /// The condition, or nil if nothing of it was understood.
  mutating func read(_ test: WrittenTest) -> Condition? {
    if let value = test.values.last, test.values.allSatisfy(\.isUnwritten) {
      let range = test.nameRange.lowerBound..<value.range.upperBound
      problems.append(.unfinished(range, "`\(field.name)` waits for a value"))
      return nil
    }
    let condition =
      if case .enumeration = field.kind {
        enumeration(test)
      } else {
        Condition.anyOf(test.values.filter { !$0.isUnwritten }.map { read($0, test) })
      }
    return test.sign == .notEqual ? condition?.negated : condition
  }

  private mutating func read(_ value: WrittenValue, _ test: WrittenTest) -> Condition? {
    let ordering = test.sign.ordering
    if value.isNone, ordering == nil { return .missing(field: index) }
    switch field.kind {
    case .text: return text(value, test)
    case .number: return number(value, ordering)
    case .date: return date(value, ordering)
    case .enumeration: return nil
    }
  }

  private mutating func text(_ value: WrittenValue, _ test: WrittenTest) -> Condition? {
    if test.sign.ordering != nil {
      let advice =
        "`\(field.name)` is text; write \(field.name):WORD or \(field.name):=\"WHOLE TEXT\""
      problems.append(.mistake(test.nameRange.lowerBound..<value.range.upperBound, advice))
      return nil
    }
    let text = TextSearch(value.text, caseMatters: value.isExact)
    if text.isEmpty { return .missing(field: index) }
    return test.sign == .has ? .contains(field: index, text) : .equals(field: index, text)
  }

  private mutating func number(_ value: WrittenValue, _ ordering: Comparison?) -> Condition? {
    if let number = NumberText.number(value.text) {
      return .number(field: index, NumberRange(ordering ?? .equal, number))
    }
    if ordering == nil, let range = NumberText.range(value.text) {
      return .number(field: index, range)
    }
    let advice = "`\(field.name)` takes a number such as 0.3, 30% or 0.2..0.4, or none"
    let isBegun = ["", "+", "-", ".", "-."].contains(value.text) || value.beginsNone
    refuse(value, advice, isBegun: isBegun)
    return nil
  }

  private mutating func date(_ value: WrittenValue, _ ordering: Comparison?) -> Condition? {
    let allowed = Set("0123456789-:TZ.+ ".utf8)
    if let first = value.text.utf8.first, (0x30...0x39).contains(first),
      value.text.utf8.allSatisfy(allowed.contains)
    {
      return .date(field: index, ordering ?? .equal, value.text)
    }
    let advice = "`\(field.name)` takes a date such as 2026-01-31 or 2026-01, or none"
    refuse(value, advice, isBegun: value.beginsNone)
    return nil
  }

  private mutating func enumeration(_ test: WrittenTest) -> Condition? {
    if test.sign.ordering != nil {
      let range = test.nameRange.lowerBound..<(test.values.last?.range ?? test.nameRange).upperBound
      problems.append(
        .mistake(range, "`\(field.name)` has words without an order; write \(field.name):WORD"))
      return nil
    }
    var codes: Set<Int> = []
    for value in test.values where !value.isUnwritten {
      let meant = self.codes(value.text, takesPrefix: test.sign == .has)
      if meant.isEmpty { refuseWord(value) }
      codes.formUnion(meant)
    }
    return codes.isEmpty ? nil : .oneOf(field: index, codes)
  }

  /// The codes a word means: itself, else those it begins.
  private func codes(_ word: String, takesPrefix: Bool) -> [Int] {
    let word = word.asciiLowered
    if let exact = vocabulary.firstIndex(where: { $0.asciiLowered == word }) { return [exact] }
    guard takesPrefix else { return [] }
    return vocabulary.indices.filter { vocabulary[$0].asciiLowered.hasPrefix(word) }
  }

  private mutating func refuseWord(_ value: WrittenValue) {
    let isBegun = !codes(value.text, takesPrefix: true).isEmpty
    let hint =
      NearestName.among(vocabulary, to: value.text).map { "did you mean `\($0)`?" }
      ?? "it has " + vocabulary.joined(separator: ", ")
    refuse(
      value, "`\(field.name)` has no value `\(value.text.shownShort)`; \(hint)", isBegun: isBegun)
  }

  private mutating func refuse(_ value: WrittenValue, _ message: String, isBegun: Bool) {
    problems.append(
      isBegun ? .unfinished(value.range, message) : .mistake(value.range, message))
  }
}

extension WrittenValue {
  /// Whether nothing was written, not even quotes.
  fileprivate var isUnwritten: Bool { text.isEmpty && !isQuoted }
  /// Whether it is `none` and means that nothing is there.
  fileprivate var isNone: Bool { !isQuoted && !isExact && text.asciiLowered == "none" }
  /// Whether more letters could make it `none`.
  fileprivate var beginsNone: Bool { !isQuoted && "none".hasPrefix(text.asciiLowered) }
}

extension WrittenTest.Operator {
  /// The comparison, where it asks for more than being equal.
  fileprivate var ordering: Comparison? {
    guard case .compare(let comparison) = self, comparison != .equal else { return nil }
    return comparison
  }
}
