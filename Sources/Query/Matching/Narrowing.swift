extension Query {
  /// Whether every record that matches this query also matched the previous one.
  ///
  /// Then only the previous result need be looked through. The answer is cautious: it can be false
  /// if a proof would be long, and is never true without one.
  package func isNarrowing(of previous: Query) -> Bool {
    guard fields == previous.fields else { return false }
    var proof = Proof(fields: fields)
    return proof.implies(condition, previous.condition)
  }
}

/// The search for a proof that one condition implies another.
private struct Proof {
  let fields: FieldTable
  /// How many more pairs are looked at; nested alternatives could take for ever.
  var patience = 2_000

  mutating func implies(_ new: Condition, _ old: Condition) -> Bool {
    patience -= 1
    guard patience > 0 else { return false }
    if old == .everything || new == old { return true }
    if case .all(let parts) = old { return parts.allSatisfy { implies(new, $0) } }
    if case .any(let parts) = new { return parts.allSatisfy { implies($0, old) } }
    if case .all(let parts) = new, parts.contains(where: { implies($0, old) }) { return true }
    if case .any(let parts) = old, parts.contains(where: { implies(new, $0) }) { return true }
    if case (.not(let new), .not(let old)) = (new, old) { return implies(old, new) }
    return impliesSimply(new, old)
  }

  private func impliesSimply(_ new: Condition, _ old: Condition) -> Bool {
    switch (new, old) {
    case (.word(let new), .word(let old)): new.implies(old)
    case (.contains(let field, let new), .word(let old)),
      (.equals(let field, let new), .word(let old)):
      fields[field]?.isSearchedByWords == true && new.implies(old)
    case (.contains(let one, let new), .contains(let other, let old)),
      (.equals(let one, let new), .contains(let other, let old)):
      one == other && new.implies(old)
    case (.oneOf(let one, let new), .oneOf(let other, let old)):
      one == other && new.isSubset(of: old)
    case (.number(let one, let new), .number(let other, let old)):
      one == other && new.lies(in: old)
    case (.date(let one, .equal, let new), .date(let other, .equal, let old)):
      one == other && new.utf8.starts(with: old.utf8)
    default: false
    }
  }
}

extension TextSearch {
  /// Whether a text that contains this one contains the other.
  fileprivate func implies(_ other: TextSearch) -> Bool {
    // A search that ignores case cannot guarantee one.
    guard caseMatters || !other.caseMatters else { return false }
    return other.first(in: needle.span) != nil
  }
}
