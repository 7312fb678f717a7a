/// Text cut and filled to a number of columns, for output where every character is taken as one
/// column wide.
extension String {
  /// The text in at most `columns` columns, a cut shown by `…`.
  func cut(to columns: Int) -> String {
    guard count > columns else { return self }
    return columns < 1 ? "" : String(prefix(columns - 1)) + "…"
  }

  /// The text in exactly `columns` columns, its beginning on the left.
  func filled(to columns: Int) -> String {
    let text = cut(to: columns)
    return text + String(repeating: " ", count: max(0, columns - text.count))
  }

  /// The text in at least `columns` columns, its end on the right.
  func aligned(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - count)) + self
  }

  /// The text in at most `columns` columns with its end kept, a cut shown by `…` in front.
  func cutInFront(to columns: Int) -> String {
    guard count > columns else { return self }
    return columns < 1 ? "" : "…" + String(suffix(columns - 1))
  }

  /// The text without the spaces at its end.
  var withoutTrailingSpace: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// A probability as a person reads it; never 0 % and never 100 %, since no log proves anything.
public func percentage(_ probability: Double) -> String {
  let percent = Int((min(max(probability, 0), 1) * 100).rounded())
  return "\(min(max(percent, 1), 99)) %"
}
