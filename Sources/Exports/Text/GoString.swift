/// The value of a Go string literal, given without its quotes.
///
/// Go's `%q` escapes quotes, backslashes and what cannot be printed; an escape that Go would not
/// write stays as it is.
func unquoted(goString literal: String) -> String {
  guard literal.contains("\\") else { return literal }
  var text = String.UnicodeScalarView()
  var rest = literal.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    guard scalar == "\\", let escape = Escape(rest) else {
      text.append(scalar)
      continue
    }
    rest = rest.dropFirst(escape.length)
    text.append(escape.scalar)
  }
  return String(text)
}

/// What follows a backslash.
private struct Escape {
  var scalar: Unicode.Scalar
  /// How many scalars it has, without the backslash.
  var length: Int

  init?(_ text: Substring.UnicodeScalarView) {
    guard let letter = text.first else { return nil }
    if let digits = Self.digitCounts[letter] {
      let number = String(text.dropFirst().prefix(digits))
      guard number.unicodeScalars.count == digits, let value = UInt32(number, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      self.scalar = scalar
      length = 1 + digits
    } else {
      guard let scalar = Self.letters[letter] else { return nil }
      self.scalar = scalar
      length = 1
    }
  }

  private static let digitCounts: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\\": "\\", "n": "\n", "t": "\t", "r": "\r", "a": "\u{7}", "b": "\u{8}",
    "f": "\u{C}", "v": "\u{B}",
  ]
}
