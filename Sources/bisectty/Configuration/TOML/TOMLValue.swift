/// A value of a TOML text, with the line where it begins.
struct TOMLValue: Hashable, Sendable {
  /// What it is.
  var kind: Kind
  /// The line where it begins, from 1.
  var line: Int

  /// What a value can be.
  enum Kind: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    /// A number with a fraction; no setting has one.
    case fraction
    /// A date or a time of day; no setting has one.
    case date
    case array([TOMLValue])
    case table([TOMLSetting])
  }

  /// What it is called in messages.
  var description: String {
    switch kind {
    case .string: "a text"
    case .integer: "a number"
    case .boolean: "true or false"
    case .fraction: "a number with a fraction"
    case .date: "a date or time"
    case .array: "a list"
    case .table: "a table"
    }
  }

  /// The text that it is; nil if it is something else.
  var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }
}

/// A key of a TOML text with its value.
struct TOMLSetting: Hashable, Sendable {
  /// The key with the tables it is in, outermost first.
  var path: [String]
  /// Its line, from 1.
  var line: Int
  /// Its value.
  var value: TOMLValue
}
