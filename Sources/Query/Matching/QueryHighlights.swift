extension Query {
  /// The parts of a shown text that the query asks for, in bytes of its UTF-8 from 0.
  ///
  /// `field` is the place of the field that the text shows. What is negated is not marked; the ranges
  /// ascend and do not touch.
  package func highlights(in text: String, field: Int) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let found = condition.searches(of: field, isWord: fields[field]?.isSearchedByWords == true)
      .flatMap { $0.ranges(in: bytes.span) }
      .sorted { $0.lowerBound < $1.lowerBound }
    return found.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }
}

extension Condition {
  /// What is looked for in the texts of a field.
  fileprivate func searches(of field: Int, isWord: Bool) -> [TextSearch] {
    switch self {
    case .word(let text): isWord ? [text] : []
    case .contains(let asked, let text), .equals(let asked, let text): asked == field ? [text] : []
    case .all(let parts), .any(let parts):
      parts.flatMap { $0.searches(of: field, isWord: isWord) }
    case .everything, .not, .oneOf, .number, .date, .missing: []
    }
  }
}
