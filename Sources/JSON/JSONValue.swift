/// A JSON text as a value (RFC 8259).
///
/// Objects keep the order of their members, so that what is written is the same everywhere.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction or exponent that fits 64 bits.
  case integer(Int)
  /// Any other number; one that is not finite is written as `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and its value in an object.
  package struct Member: Hashable, Sendable {
    /// The name; names are unique in an object that was read.
    package var name: String
    /// Its value.
    package var value: JSONValue

    /// A member of an object.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a member; nil if this is not an object or has no such member.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, where this is a string.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements, where this is an array; otherwise none.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The number, where this is an integer.
  package var integer: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// The number, where this is one of either kind.
  package var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}

extension JSONValue {
  /// A string, or `null` where there is none.
  package init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// An integer, or `null` where there is none.
  package init(_ number: Int?) {
    self = number.map(JSONValue.integer) ?? .null
  }

  /// A number, or `null` where there is none.
  package init(_ number: Double?) {
    self = number.map(JSONValue.number) ?? .null
  }

  /// A truth value, or `null` where there is none.
  package init(_ truth: Bool?) {
    self = truth.map(JSONValue.bool) ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string written in the source.
  package init(stringLiteral text: String) { self = .string(text) }

  /// An integer written in the source.
  package init(integerLiteral number: Int) { self = .integer(number) }

  /// A truth value written in the source.
  package init(booleanLiteral truth: Bool) { self = .bool(truth) }

  /// An array written in the source.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object written in the source; its members keep their order.
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
