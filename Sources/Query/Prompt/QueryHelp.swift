/// A line of the help on queries.
package struct QueryHelpRow: Hashable, Sendable {
  /// What can be written.
  package let example: String
  /// What it means.
  package let meaning: String

  /// A line of help.
  package init(example: String, meaning: String) {
    self.example = example
    self.meaning = meaning
  }
}

/// The help on queries, made from the table of fields.
package enum QueryHelp {
  /// A row for each field, in the table's order.
  package static func fieldRows(of fields: FieldTable) -> [QueryHelpRow] {
    fields.fields.map { field in
      let others = field.aliases.isEmpty ? "" : " (also \(field.aliases.joined(separator: ", ")))"
      return QueryHelpRow(example: example(field), meaning: field.summary + others + choices(field))
    }
  }

  /// How terms are written and combined.
  package static let syntaxRows: [QueryHelpRow] = [
    row("word", "any text contains it; a capital in it makes case matter"),
    row("'word", "the same, letter for letter"),
    row("\"two words\"", "quotes keep blanks, commas and signs together"),
    row("field:value", "it contains that; a fixed choice or a date begins so"),
    row("field:=value", "it is exactly that"),
    row("field:a,b", "one of several"),
    row("field:none", "there is nothing"),
    row("p<0.3  p>=80%  p:0.2..0.4", "numbers and dates compare"),
    row("a b", "both"),
    row("a | b", "either (binds less than a blank); OR does the same"),
    row("-a  !a", "not that"),
    row("(a | b) c", "parentheses group"),
    row("sort:field  sort:-field", "order by a field, upwards or downwards"),
  ]

  private static func row(_ example: String, _ meaning: String) -> QueryHelpRow {
    QueryHelpRow(example: example, meaning: meaning)
  }

  private static func example(_ field: Field) -> String {
    switch field.kind {
    case .text: field.name + ":TEXT"
    case .enumeration: field.name + ":WORD"
    case .number: field.name + "<NUMBER"
    case .date: field.name + ">=DATE"
    }
  }

  private static func choices(_ field: Field) -> String {
    guard case .enumeration(let words) = field.kind else { return "" }
    return ": " + words.joined(separator: ", ")
  }
}
