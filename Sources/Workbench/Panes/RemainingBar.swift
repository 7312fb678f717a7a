/// The revisions that are left after a step as a bar.
///
/// Its length grows with the logarithm, so that each step that halves what is left shortens it by
/// the same length, and one that excludes nothing is easy to see.
struct RemainingBar {
  /// The most that were left after any step, which fills the bar.
  let most: Int
  /// The width of the full bar, in columns.
  let columns: Int
  let glyphs: Glyphs

  /// The bar of a number of revisions; nothing is left of it only where none are.
  func text(of remaining: Int) -> String {
    guard remaining > 0, most > 0 else { return "" }
    let pieces = glyphs.barPieces
    let whole = columns * pieces.count
    let share = Self.logarithm(remaining) / Self.logarithm(most)
    let length = max(1, min(whole, Int((share * Double(whole)).rounded())))
    guard let full = pieces.last else { return "" }
    let rest = length % pieces.count
    return String(repeating: full, count: length / pieces.count)
      + (rest > 0 ? pieces[rest - 1] : "")
  }

  /// Nearly the binary logarithm of one more than a number: exact at its powers and straight between.
  private static func logarithm(_ number: Int) -> Double {
    let value = Double(max(0, number)) + 1
    return Double(value.exponent) + value.significand - 1
  }
}
