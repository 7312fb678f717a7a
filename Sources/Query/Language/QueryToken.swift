/// A piece of a query's text; ranges are in bytes from 0.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    /// `(`, perhaps negated.
    case open(isNegated: Bool)
    /// `)`.
    case close
    /// `|` or `OR`.
    case or
    /// A word or a test.
    case term(Term)
  }

  var kind: Kind
  var range: Range<Int>
}

/// A word or a test as it was written.
struct Term: Hashable {
  /// Whether `-` or `!` precedes it.
  var isNegated: Bool
  /// The whole as text, for where it is no test.
  var word: WrittenValue
  /// The test it looks like.
  var test: WrittenTest?
}

/// A field with an operator and values, as written.
struct WrittenTest: Hashable {
  /// The operator between field and value.
  enum Operator: Hashable {
    case has
    case notEqual
    case compare(Comparison)
  }

  /// The word before the operator.
  var name: String
  /// Its position.
  var nameRange: Range<Int>
  /// How the value is meant.
  var sign: Operator
  /// Whether there is a colon, which text seldom has amid a word.
  var hasColon: Bool
  /// The values, one or more, perhaps empty ones.
  var values: [WrittenValue]
}

/// A value as written.
struct WrittenValue: Hashable {
  /// The text without its quotes.
  var text: String
  /// Whether it was quoted, so that `none` is a word.
  var isQuoted: Bool
  /// Whether `'` preceded it.
  var isExact: Bool
  /// Its position, with its quotes.
  var range: Range<Int>
}
