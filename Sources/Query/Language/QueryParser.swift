/// Makes a condition of a query's tokens; what it cannot use it leaves out and reports.
struct QueryParser {
  /// How deep groups may nest; deeper ones are left out.
  static let deepest = 50

  private let fields: FieldTable
  private let tokens: [QueryToken]
  private var next = 0
  private var problems: [QueryProblem] = []
  private var sort: [SortKey] = []

  init(_ text: String, fields: FieldTable) {
    self.fields = fields
    tokens = QueryScanner.tokens(of: text)
  }

  mutating func read() -> QueryReading {
    let condition = readAlternatives(depth: 0) ?? .everything
    let query = Query(fields: fields, condition: condition, sort: sort)
    let sorted = problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return QueryReading(query: query, problems: sorted)
  }

  private var token: QueryToken? { next < tokens.count ? tokens[next] : nil }

  private mutating func readAlternatives(depth: Int) -> Condition? {
    var alternatives = [readSequence(depth: depth)]
    while token?.kind == .or {
      next += 1
      alternatives.append(readSequence(depth: depth))
    }
    return .anyOf(alternatives)
  }

  private mutating func readSequence(depth: Int) -> Condition? {
    var parts: [Condition?] = []
    while let token {
      switch token.kind {
      case .or: return .allOf(parts)
      case .close where depth > 0: return .allOf(parts)
      case .close: next += 1
      case .open(let isNegated): parts.append(readGroup(token, isNegated, depth: depth))
      case .term(let term):
        next += 1
        let condition = read(term)
        parts.append(term.isNegated ? condition?.negated : condition)
      }
    }
    return .allOf(parts)
  }

  private mutating func readGroup(
    _ open: QueryToken, _ isNegated: Bool, depth: Int
  ) -> Condition? {
    next += 1
    guard depth < Self.deepest else {
      skipGroup()
      problems.append(.mistake(open.range, "groups nest deeper than \(Self.deepest)"))
      return nil
    }
    let condition = readAlternatives(depth: depth + 1)
    if token?.kind == .close {
      next += 1
    } else {
      problems.append(.unfinished(open.range, "the group is not closed with )"))
    }
    return isNegated ? condition?.negated : condition
  }

  private mutating func skipGroup() {
    var open = 1
    while open > 0, let token {
      if case .open = token.kind { open += 1 }
      if token.kind == .close { open -= 1 }
      next += 1
    }
  }

  private mutating func read(_ term: Term) -> Condition? {
    guard let test = term.test else { return word(term) }
    if let field = fields.index(named: test.name) {
      return read(test, field)
    }
    if test.name.asciiLowered == "sort", test.sign == .has {
      readSort(test, isNegated: term.isNegated)
      return nil
    }
    guard test.looksLikeField else { return word(term) }
    problems.append(.unknownField(test.name, test.nameRange, names: fields.allNames + ["sort"]))
    return nil
  }

  private mutating func word(_ term: Term) -> Condition? {
    let word = term.word
    if word.text.isEmpty {
      if term.isNegated, !word.isQuoted {
        let start = word.range.lowerBound
        problems.append(.unfinished(max(start - 1, 0)..<start, "what is not wanted is missing"))
      }
      return nil
    }
    if word.text == "AND", !word.isQuoted, !word.isExact, !term.isNegated { return nil }
    return .word(TextSearch(word.text, caseMatters: word.isExact))
  }

  private mutating func readSort(_ test: WrittenTest, isNegated: Bool) {
    if isNegated {
      problems.append(.mistake(test.nameRange, "an order cannot be negated; write sort:-FIELD"))
      return
    }
    for value in test.values {
      let isDescending = value.text.utf8.first == UInt8(ascii: "-")
      let name = String(isDescending ? value.text.dropFirst() : value.text[...])
      if let field = fields.index(named: name) {
        sort.append(SortKey(field: field, isDescending: isDescending))
      } else if fields.allNames.contains(where: { $0.asciiLowered.hasPrefix(name.asciiLowered) }) {
        problems.append(.unfinished(value.range, "sort: waits for a field"))
      } else {
        problems.append(.unknownField(name, value.range, names: fields.allNames))
      }
    }
  }

  private mutating func read(_ test: WrittenTest, _ index: Int) -> Condition? {
    guard let field = fields[index] else { return nil }
    var reader = TestReader(index: index, field: field, vocabulary: fields.vocabulary(of: index))
    let condition = reader.read(test)
    problems += reader.problems
    return condition
  }
}

extension WrittenTest {
  /// Whether the name before the operator can only be meant as a field's.
  ///
  /// `KASAN:`, `core::ptr`, `http://` and `CONFIG_X=y` are how texts look.
  fileprivate var looksLikeField: Bool {
    switch sign {
    case .compare(.equal), .notEqual: return hasColon
    case .compare: return true
    case .has:
      guard let value = values.first, values.count == 1, !value.isQuoted else { return true }
      guard let first = value.text.utf8.first else { return false }
      return first != UInt8(ascii: ":") && first != UInt8(ascii: "/")
    }
  }
}
