/// A part of a query's text that a prompt shows in a style of its own.
package struct QuerySpan: Hashable, Sendable {
  /// What a part is.
  package enum Kind: Hashable, Sendable {
    /// A field with its operator, such as `p<`.
    case field
    /// A value of a field.
    case value
    /// A word that is looked for in all texts.
    case word
    /// `-`, `|`, `OR` and parentheses.
    case sign
    /// What is wrong.
    case mistake
  }

  /// What it is.
  package let kind: Kind
  /// Where, in bytes of the text's UTF-8 from 0.
  package let range: Range<Int>

  /// A part of a text.
  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension Query {
  /// The parts of a query's text from left to right; blanks and commas between belong to none.
  package static func spans(of text: String, fields: FieldTable) -> [QuerySpan] {
    let mistakes = read(text, fields: fields).mistakes.map(\.range)
    let spans = QueryScanner.tokens(of: text).flatMap { $0.spans(fields) }
    return spans.filter { !$0.range.isEmpty }.map { span in
      let isWrong = mistakes.contains { $0.overlaps(span.range) }
      return isWrong ? QuerySpan(kind: .mistake, range: span.range) : span
    }
  }
}

extension QueryToken {
  fileprivate func spans(_ fields: FieldTable) -> [QuerySpan] {
    guard case .term(let term) = kind else { return [QuerySpan(kind: .sign, range: range)] }
    let start = term.test?.nameRange.lowerBound ?? term.word.range.lowerBound
    let sign = QuerySpan(kind: .sign, range: range.lowerBound..<start)
    guard let test = term.test, let first = test.values.first, test.isKnown(fields) else {
      return [sign, QuerySpan(kind: .word, range: term.word.range)]
    }
    let field = QuerySpan(kind: .field, range: start..<first.range.lowerBound)
    return [sign, field] + test.values.map { QuerySpan(kind: .value, range: $0.range) }
  }
}

extension WrittenTest {
  fileprivate func isKnown(_ fields: FieldTable) -> Bool {
    fields.index(named: name) != nil || name.asciiLowered == "sort" && sign == .has
  }
}
