extension Statistics {
  /// `revisions tested: 14, total time: 3h23m36.8s (build: 1h28m45s, test: 1h53m46s)`.
  mutating func takeStatistics(_ text: ByteView, number: Int) {
    line = number
    revisionsTested = text.after("revisions tested: ")?.leadingNumber()?.value
    totalSeconds = seconds(after: "total time: ", in: text)
    buildSeconds = seconds(after: "(build: ", in: text)
    testSeconds = seconds(after: ", test: ", in: text)
  }

  private func seconds(after label: StaticString, in text: ByteView) -> Double? {
    text.split(at: label)?.tail.leadingDuration()
  }
}

extension ByteView {
  /// The Go duration it begins with, in seconds: `3h23m36.868635482s`, `41.5ms`, `950µs`.
  func leadingDuration() -> Double? {
    var rest = self
    var seconds = 0.0
    var isEmpty = true
    while let (value, length) = rest.leadingDecimal() {
      rest = rest.dropping(length)
      guard let (unit, unitLength) = rest.durationUnit() else { return nil }
      seconds += value * unit
      rest = rest.dropping(unitLength)
      isEmpty = false
    }
    return isEmpty ? nil : seconds
  }

  /// The unit it begins with, in seconds, and its length in bytes.
  private func durationUnit() -> (seconds: Double, length: Int)? {
    if starts(with: "ms") { return (1e-3, 2) }
    if starts(with: "ns") { return (1e-9, 2) }
    if starts(with: "us") { return (1e-6, 2) }
    // The micro sign and the Greek mu.
    if starts(with: "µs") || starts(with: "μs") { return (1e-6, 3) }
    switch self[0] {
    case UInt8(ascii: "h"): return (3600, 1)
    case UInt8(ascii: "m"): return (60, 1)
    case UInt8(ascii: "s"): return (1, 1)
    default: return nil
    }
  }
}
