/// What a record must be like; fields are places in the ``FieldTable``.
///
/// Conditions are kept in one form: nothing is nested that need not be, and ``everything`` occurs
/// only at the top, so that equal conditions mean the same and print the same.
package indirect enum Condition: Hashable, Sendable {
  /// Every record will do.
  case everything
  /// All of two or more.
  case all([Condition])
  /// At least one of two or more.
  case any([Condition])
  /// Not this.
  case not(Condition)
  /// A text field that bare words search contains this.
  case word(TextSearch)
  /// A text of the field contains this.
  case contains(field: Int, TextSearch)
  /// A text of the field is this.
  case equals(field: Int, TextSearch)
  /// The field is one of these words, by their codes; 0 is none.
  case oneOf(field: Int, Set<Int>)
  /// The number lies in the range; a missing one lies in none.
  case number(field: Int, NumberRange)
  /// The date compares so with a text, as far as that text goes; a missing one never does.
  case date(field: Int, Comparison, String)
  /// The record has nothing there.
  case missing(field: Int)
}

/// How two values compare.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case atLeast = ">="
  case greater = ">"
}

/// The numbers between two bounds.
package struct NumberRange: Hashable, Sendable {
  /// The lower bound, perhaps minus infinity.
  package let lower: Double
  /// The upper bound, perhaps infinity.
  package let upper: Double
  /// Whether the lower bound belongs to it.
  package let includesLower: Bool
  /// Whether the upper bound belongs to it.
  package let includesUpper: Bool

  /// The numbers from one bound to the other, both included.
  package init(_ lower: Double, _ upper: Double) {
    self.init(lower, upper, true, true)
  }

  /// The numbers that compare so with `number`.
  package init(_ comparison: Comparison, _ number: Double) {
    switch comparison {
    case .less: self.init(-.infinity, number, true, false)
    case .atMost: self.init(-.infinity, number, true, true)
    case .equal: self.init(number, number, true, true)
    case .atLeast: self.init(number, .infinity, true, true)
    case .greater: self.init(number, .infinity, false, true)
    }
  }

  private init(_ lower: Double, _ upper: Double, _ includesLower: Bool, _ includesUpper: Bool) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  /// Whether a number lies in the range; NaN never does.
  package func contains(_ number: Double) -> Bool {
    (includesLower ? number >= lower : number > lower)
      && (includesUpper ? number <= upper : number < upper)
  }

  /// Whether every number of this range lies in the other.
  func lies(in other: NumberRange) -> Bool {
    (lower > other.lower || lower == other.lower && (other.includesLower || !includesLower))
      && (upper < other.upper || upper == other.upper && (other.includesUpper || !includesUpper))
  }
}

extension Condition {
  /// All of these; nil (nothing understood) is left out.
  static func allOf(_ parts: [Condition?]) -> Condition? {
    let flat = parts.compactMap(\.self).flatMap { part in
      if case .all(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .all(flat) : flat.first
  }

  /// One of these; nil (nothing understood) is left out.
  static func anyOf(_ parts: [Condition?]) -> Condition? {
    let flat = parts.compactMap(\.self).flatMap { part in
      if case .any(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .any(flat) : flat.first
  }

  /// The opposite.
  var negated: Condition {
    if case .not(let inner) = self { inner } else { .not(self) }
  }
}
