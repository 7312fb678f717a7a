/// The rows between which a terminal scrolls lines (DECSTBM of the VT100).
enum ScrollMargins {
  /// Lets the whole screen scroll.
  static let wholeScreen = "\u{1b}[r"

  /// Whether a terminal sets them so, by the `csr` of its description.
  static func areSet(by description: [UInt8]?) -> Bool {
    guard let description else { return false }
    return description.starts(with: [0x1B, UInt8(ascii: "[")])
      && description.last == UInt8(ascii: "r")
  }
}
