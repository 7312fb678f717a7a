import Screen

/// Colours as text: `red`, `bright-red`, `208`, `#ff8700`, `default`.
enum ColorName {
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// The colour a text names; nil if it names none.
  static func color(named text: String) -> Color? {
    if text == "default" { return .standard }
    if let index = names.firstIndex(of: text) { return .palette(UInt8(clamping: index)) }
    if text.hasPrefix("bright-"),
      let index = names.firstIndex(of: String(text.dropFirst("bright-".count)))
    {
      return .palette(UInt8(clamping: index + 8))
    }
    guard text.hasPrefix("#") else { return UInt8(text).map(Color.palette) }
    let digits = text.dropFirst().utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 6, text.utf8.count == 7 else { return nil }
    let parts = stride(from: 0, to: 6, by: 2).map {
      UInt8(clamping: digits[$0] * 16 + digits[$0 + 1])
    }
    return .rgb(parts[0], parts[1], parts[2])
  }
}
