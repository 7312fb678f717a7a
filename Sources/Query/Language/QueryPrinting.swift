extension Query: CustomStringConvertible {
  /// The query in its one form; reading it gives the same query.
  package var description: String {
    var parts: [String] = []
    if condition != .everything {
      let isAlternatives = if case .any = condition { !sort.isEmpty } else { false }
      parts.append(isAlternatives ? "(\(text(condition)))" : text(condition))
    }
    if !sort.isEmpty {
      let keys = sort.map { ($0.isDescending ? "-" : "") + name($0.field) }
      parts.append("sort:" + keys.joined(separator: ","))
    }
    return parts.joined(separator: " ")
  }

  private func name(_ field: Int) -> String { fields[field]?.name ?? "" }

  private func text(_ condition: Condition) -> String {
    switch condition {
    case .everything: ""
    case .all(let parts): parts.map(grouped).joined(separator: " ")
    case .any(let parts): parts.map(text).joined(separator: " | ")
    case .not(let part): "-" + grouped(part)
    case .word(let word): text(word)
    case .contains(let field, let value): name(field) + ":" + text(value)
    case .equals(let field, let value): name(field) + ":=" + text(value)
    case .oneOf(let field, let codes): name(field) + ":=" + words(field, codes)
    case .number(let field, let range): name(field) + text(range)
    case .date(let field, let comparison, let date):
      name(field) + ":" + text(comparison) + quoted(date)
    case .missing(let field): name(field) + ":none"
    }
  }

  /// The condition as one term.
  private func grouped(_ condition: Condition) -> String {
    switch condition {
    case .all, .any: "(" + text(condition) + ")"
    default: text(condition)
    }
  }

  private func text(_ comparison: Comparison) -> String {
    comparison == .equal ? "" : comparison.rawValue
  }

  private func words(_ field: Int, _ codes: Set<Int>) -> String {
    let vocabulary = fields.vocabulary(of: field)
    return codes.sorted().filter { $0 < vocabulary.count }
      .map { $0 == 0 ? "none" : quoted(vocabulary[$0]) }.joined(separator: ",")
  }

  private func text(_ range: NumberRange) -> String {
    let lower = NumberText.text(range.lower)
    let upper = NumberText.text(range.upper)
    return switch (range.lower.isFinite, range.upper.isFinite) {
    case (true, true) where range.lower == range.upper: ":" + lower
    case (true, true): ":" + lower + ".." + upper
    case (true, false): (range.includesLower ? ">=" : ">") + lower
    case (false, _): (range.includesUpper ? "<=" : "<") + upper
    }
  }

  private func text(_ text: TextSearch) -> String {
    let needsMark = text.caseMatters && !text.text.utf8.contains(where: \.isCapital)
    return (needsMark ? "'" : "") + quoted(text.text)
  }

  private func quoted(_ text: String) -> String { QueryQuoting.quoted(text) }
}

extension Query {
  /// The text of a term that asks for one value of a field, for "other logs with this title".
  ///
  /// Without a value it asks for records that have none. `field` is the field's name.
  package static func term(_ field: String, is value: String?) -> String {
    guard let value, !value.isEmpty else { return field + ":none" }
    return field + ":=" + QueryQuoting.quoted(value)
  }
}

/// Quotes of values in a query.
enum QueryQuoting {
  /// The value as it must be written, in quotes where it needs them.
  static func quoted(_ value: String) -> String {
    isPlain(value) ? value : "\"" + value.flatMapBytes(escaped) + "\""
  }

  private static func isPlain(_ value: String) -> Bool {
    guard let first = value.utf8.first, first != UInt8(ascii: "-") else { return false }
    let special = Set("_./+@#-".utf8)
    let isSafe = value.utf8.allSatisfy { byte in
      byte.lowered.isSmall || (0x30...0x39).contains(byte) || byte >= 0x80
        || special.contains(byte)
    }
    return isSafe && !["none", "or", "and"].contains(value.asciiLowered)
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    return byte == backslash || byte == UInt8(ascii: "\"") ? [backslash, byte] : [byte]
  }
}

extension String {
  /// The text with every byte replaced by some.
  fileprivate func flatMapBytes(_ replaced: (UInt8) -> [UInt8]) -> String {
    String(decoding: utf8.flatMap(replaced), as: UTF8.self)
  }
}
