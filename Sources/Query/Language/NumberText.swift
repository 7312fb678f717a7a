/// Numbers as people write them in a query.
enum NumberText {
  /// A number such as `20`, `0.3`, `.3`, `-1` or `30%`; nil for anything else, `inf` and `0x1` included.
  static func number(_ text: String) -> Double? {
    let isPercentage = text.utf8.last == UInt8(ascii: "%")
    let digits = isPercentage ? text.dropLast() : text[...]
    let allowed = Set("0123456789.+-eE".utf8)
    guard digits.utf8.allSatisfy(allowed.contains), let number = Double(digits), number.isFinite
    else { return nil }
    return isPercentage ? number / 100 : number
  }

  /// A range such as `0.2..0.4`, `20..` or `..30%`.
  static func range(_ text: String) -> NumberRange? {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    guard
      let dots = bytes.indices.dropLast().first(where: {
        bytes[$0] == dot && bytes[$0 + 1] == dot
      })
    else { return nil }
    let lower = bound(bytes[..<dots], missing: -.infinity)
    let upper = bound(bytes[(dots + 2)...], missing: .infinity)
    guard let lower, let upper, bytes.count > 2 else { return nil }
    return NumberRange(lower, upper)
  }

  private static func bound(_ bytes: ArraySlice<UInt8>, missing: Double) -> Double? {
    bytes.isEmpty ? missing : number(String(decoding: bytes, as: UTF8.self))
  }

  /// A number as it is read back, without the `.0` of a whole one.
  static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
