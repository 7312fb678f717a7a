/// A comparison of dates as texts, up to the length of the shorter one.
///
/// `2026-01` means the whole month: a day of it is equal, neither less nor greater.
struct DatePrefix {
  private let comparison: Comparison
  private let date: [UInt8]

  init(_ comparison: Comparison, _ date: String) {
    self.comparison = comparison
    self.date = Array(date.utf8)
  }

  /// Whether the comparison holds of a stored date; a missing one satisfies none.
  func holds(of bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Bool {
    guard end > start else { return false }
    switch comparison {
    case .less: return order(bytes, start, end) < 0
    case .atMost: return order(bytes, start, end) <= 0
    case .equal: return order(bytes, start, end) == 0
    case .atLeast: return order(bytes, start, end) >= 0
    case .greater: return order(bytes, start, end) > 0
    }
  }

  /// Below 0 where the stored date comes before, 0 where it begins with the date asked for.
  private func order(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    for (offset, wanted) in date.enumerated() {
      guard start + offset < end else { return -1 }
      let found = bytes[start + offset]
      if found != wanted { return Int(found) - Int(wanted) }
    }
    return 0
  }
}
