import Screen

/// Text cut and filled to a number of columns of the screen.
extension String {
  /// The text in at most `columns` columns, a cut shown by `…`.
  func cut(to columns: Int) -> String {
    cut(toWidth: columns)
  }

  /// The text in exactly `columns` columns, its beginning on the left.
  func filled(to columns: Int) -> String {
    fitted(toWidth: columns)
  }

  /// The text in at least `columns` columns, its end on the right.
  func aligned(to columns: Int) -> String {
    padded(toWidth: columns, alignment: .right)
  }

  /// The text in at most `columns` columns with its end kept, a cut shown by `…` in front.
  func cutInFront(to columns: Int) -> String {
    cut(toWidth: columns, keeping: .end)
  }

  /// The text without the spaces at its end.
  var withoutTrailingSpace: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// A probability as a person reads it; never 0 % and never 100 %, since no log proves anything.
package func percentage(_ probability: Double) -> String {
  let percent = Int((min(max(probability, 0), 1) * 100).rounded())
  return "\(min(max(percent, 1), 99)) %"
}
