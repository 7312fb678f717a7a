/// The possible completions at the cursor in the text of a query.
package struct QueryCompletion: Hashable, Sendable {
  /// A possible completion.
  package struct Candidate: Hashable, Sendable {
    /// The inserted text, in quotes where it needs them.
    package let text: String
    /// What it is, in a line; perhaps empty.
    package let summary: String

    /// A possible completion.
    package init(text: String, summary: String) {
      self.text = text
      self.summary = summary
    }
  }

  /// What a candidate replaces, in bytes of the text's UTF-8 from 0; it ends at the cursor.
  package let replaced: Range<Int>
  /// The candidates, the likeliest first.
  package let candidates: [Candidate]

  /// Some candidates for the text in a range of bytes.
  package init(replaced: Range<Int>, candidates: [Candidate]) {
    self.replaced = replaced
    self.candidates = candidates
  }

  /// The most candidates that are offered.
  package static let limit = 50

  /// Completes `text` at the cursor, an offset in bytes of its UTF-8 from 0.
  ///
  /// `values` returns known texts of a field, by its place in the table, such as titles and files.
  package static func at(
    _ cursor: Int, in text: String, fields: FieldTable, values: (Int) -> [String] = { _ in [] }
  ) -> QueryCompletion {
    let start = text.prefix(utf8Bytes: cursor)
    let end = start.utf8.count
    guard let token = QueryScanner.tokens(of: start).last, token.range.upperBound == end,
      !(start.utf8.last?.isBlank ?? true) || token.isQuotedOpen
    else { return names("", end..<end, fields) }
    switch token.kind {
    case .open, .close: return names("", end..<end, fields)
    case .or: return names(token.range.count == 2 ? "or" : "", end..<end, fields)
    case .term(let term): return complete(term, at: end, fields, values)
    }
  }

  /// The text with a candidate inserted, and the cursor after it.
  package func applying(_ candidate: Candidate, to text: String) -> (text: String, cursor: Int) {
    let bytes = Array(text.utf8)
    let start = min(replaced.lowerBound, bytes.count)
    let end = min(replaced.upperBound, bytes.count)
    let before = bytes[..<start] + Array(candidate.text.utf8)
    return (String(decoding: before + bytes[end...], as: UTF8.self), before.count)
  }

  private static func complete(
    _ term: Term, at end: Int, _ fields: FieldTable, _ values: (Int) -> [String]
  ) -> QueryCompletion {
    guard let test = term.test, let value = test.values.last else {
      let isPlain = !term.word.isQuoted && !term.word.isExact
      return isPlain
        ? names(term.word.text, term.word.range, fields)
        : QueryCompletion(replaced: end..<end, candidates: [])
    }
    if let index = fields.index(named: test.name) {
      return self.values(of: index, test, value, fields, values)
    }
    guard test.name.asciiLowered == "sort", test.sign == .has else {
      return QueryCompletion(replaced: end..<end, candidates: [])
    }
    let isDescending = value.text.utf8.first == UInt8(ascii: "-")
    let start = min(value.range.lowerBound + (isDescending ? 1 : 0), value.range.upperBound)
    let begun = isDescending ? String(value.text.dropFirst()) : value.text
    let found = choose(fields.fields.map { ($0.name, $0.summary) }, begun: begun)
    return QueryCompletion(replaced: start..<value.range.upperBound, candidates: found)
  }

  private static func names(
    _ begun: String, _ range: Range<Int>, _ fields: FieldTable
  ) -> QueryCompletion {
    let begun = begun.asciiLowered
    let named = fields.fields.filter { field in
      ([field.name] + field.aliases).contains { $0.asciiLowered.hasPrefix(begun) }
    }
    var candidates = named.map { Candidate(text: $0.name + ":", summary: $0.summary) }
    if "sort".hasPrefix(begun) {
      candidates.append(
        Candidate(text: "sort:", summary: "order by a field, sort:-FIELD downwards"))
    }
    return QueryCompletion(replaced: range, candidates: candidates)
  }

  private static func values(
    of index: Int, _ test: WrittenTest, _ value: WrittenValue, _ fields: FieldTable,
    _ known: (Int) -> [String]
  ) -> QueryCompletion {
    let given = Set(test.values.dropLast().map(\.text.asciiLowered))
    let words: [String] =
      switch fields[index]?.kind {
      case .enumeration: Array(fields.vocabulary(of: index).dropFirst()) + ["none"]
      case .text: known(index)
      case .number, .date, nil: []
      }
    var found = choose(
      words.filter { !given.contains($0.asciiLowered) }.map { ($0, "") }, begun: value.text,
      areFew: fields[index]?.kind != .text)
    if case .enumeration? = fields[index]?.kind {
      found = found.map { Candidate(text: $0.text == "\"none\"" ? "none" : $0.text, summary: "") }
    } else if test.acceptsNone, !value.isQuoted, "none".hasPrefix(value.text.asciiLowered) {
      found.append(Candidate(text: "none", summary: "there is nothing"))
    }
    return QueryCompletion(replaced: value.range, candidates: found)
  }

  /// Those that begin with what is there, then those that contain it.
  ///
  /// Of few words, such as names, those that only contain it would but hide the ones that are meant.
  private static func choose(
    _ offers: [(text: String, summary: String)], begun: String, areFew: Bool = true
  ) -> [Candidate] {
    let begun = begun.asciiLowered
    let search = TextSearch(begun)
    let isStart = { (text: String) in text.asciiLowered.utf8.starts(with: begun.utf8) }
    let first = Array(offers.lazy.filter { isStart($0.text) }.prefix(limit))
    let isEnough = areFew && !first.isEmpty
    let then = offers.lazy.filter { !isStart($0.text) && !search.ranges(in: $0.text).isEmpty }
    return (first + then.prefix(isEnough ? 0 : limit - first.count))
      .map { Candidate(text: QueryQuoting.quoted($0.text), summary: $0.summary) }
  }
}

extension WrittenTest {
  /// Whether `none` can be a value of it.
  fileprivate var acceptsNone: Bool {
    if case .compare(let comparison) = sign { comparison == .equal } else { true }
  }
}

extension QueryToken {
  /// Whether it ends in quotes, so that a blank at its end belongs to it.
  fileprivate var isQuotedOpen: Bool {
    guard case .term(let term) = kind else { return false }
    return term.test?.values.last?.isQuoted ?? term.word.isQuoted
  }
}

extension String {
  /// The text up to an offset in bytes, or up to the character the offset falls into.
  fileprivate func prefix(utf8Bytes count: Int) -> String {
    let bytes = Array(utf8)
    var end = min(max(count, 0), bytes.count)
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
