/// What a person asks of a list of records: which of them, and in what order.
///
/// ```
/// query    = sequence { ("|" | "OR") sequence }      any of them; binds least
/// sequence = { term | "AND" }                        all of them
/// term     = { "-" | "!" } ( "(" query ")" | test | value )
/// test     = field ":" values                        contains; begins so, of enumerations and dates
///          | field (":=" | "=") values               is
///          | field "!=" values                       is not
///          | field [":"] ("<" | "<=" | ">" | ">=") values
///          | field ":" [number] ".." [number]        from, to
///          | "sort" ":" ["-"] field { "," ["-"] field }
/// values   = value { "," value }                     any of them
/// value    = ["'"] ( characters | quoted )           ' makes case matter
/// quoted   = '"' { character | '\"' | '\\' } '"'
/// ```
///
/// Words end at blanks, at `|`, and at the `)` of a group; a `(` within a word takes its `)` along,
/// as in `foo(bar)`. A value without a field is searched for in all texts. `none` means that there
/// is nothing, `"none"` the word. The case of letters matters where there is a capital. A number
/// can be a percentage. A name that is not a field is an error before `:` and text elsewhere:
/// `KASAN: use` are two words.
///
/// A query is read once and then only matched. Reading never fails: what is unfinished or wrong is
/// left out and reported as a ``QueryProblem``, so the rest can be shown while someone types.
package struct Query: Hashable, Sendable {
  /// The fields it was read with.
  package let fields: FieldTable
  /// What a record must be like.
  package let condition: Condition
  /// What to sort by, the first key first; empty leaves the order as it is.
  package let sort: [SortKey]

  /// The query that every record matches.
  package init(everythingWith fields: FieldTable) {
    self.init(fields: fields, condition: .everything, sort: [])
  }

  init(fields: FieldTable, condition: Condition, sort: [SortKey]) {
    self.fields = fields
    self.condition = condition
    self.sort = sort
  }

  /// Whether every record matches it.
  package var isEverything: Bool { condition == .everything }

  /// Reads a query.
  package static func read(_ text: String, fields: FieldTable) -> QueryReading {
    var parser = QueryParser(text, fields: fields)
    return parser.read()
  }
}

/// A query as far as it was understood, with what was not.
package struct QueryReading: Hashable, Sendable {
  /// The query.
  package let query: Query
  /// What was left out, from left to right.
  package let problems: [QueryProblem]

  /// What is wrong regardless of how the text continues; the rest is only unfinished.
  package var mistakes: [QueryProblem] { problems.filter { $0.kind == .mistake } }
}

/// Why a part of a query was left out.
package struct QueryProblem: Hashable, Sendable, Error {
  /// Whether more text could mend it.
  package enum Kind: Hashable, Sendable {
    /// Something is wrong.
    case mistake
    /// Something is yet to come, such as the value after `title:`.
    case unfinished
  }

  /// Whether more text could mend it.
  package let kind: Kind
  /// Where, in bytes of the text's UTF-8 from 0.
  package let range: Range<Int>
  /// What is wrong and what to do, in a sentence without a full stop.
  package let message: String
}
