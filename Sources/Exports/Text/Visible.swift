/// Text from outside as one line that is safe to print.
///
/// What a terminal could obey becomes visible: control characters as the pictures of U+2400, marks
/// that change the direction of text and other invisible formats as U+FFFD.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(replacement(for: scalar) ?? scalar) }
  return String(result)
}

/// The replacement for a character that must not be printed; nil if it may be.
private func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB, 0xE0000...0xE007F:
    "\u{FFFD}"
  default: nil
  }
}
