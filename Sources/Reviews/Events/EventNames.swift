/// Names an event by its content: the first half of the SHA-256 of its canonical text.
///
/// The same event has the same name everywhere, so that importing it twice changes nothing.
package struct EventID: Hashable, Sendable, Comparable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// Names what has this canonical text.
  init(of text: [UInt8]) {
    self.init(bytes: ContentDigest(of: text).bytes.prefix(16))
  }

  /// Reads thirty-two lower-case digits; nil for anything else.
  package init?(_ text: String) {
    guard let bytes = hexadecimalBytes(text), bytes.count == 16 else { return nil }
    self.init(bytes: bytes)
  }

  private init(bytes: some Collection<UInt8>) {
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Thirty-two lower-case digits.
  package var description: String { hexadecimalText(bytes(of: high) + bytes(of: low)) }

  /// Orders names by their digits.
  package static func < (left: EventID, right: EventID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Names a stroke: what was decided at one go, over one log or many, and is undone at one go.
///
/// It is drawn at random, and means something together with its reviewer only.
package struct StrokeID: Hashable, Sendable, CustomStringConvertible {
  /// The number drawn.
  package let number: UInt64

  /// Names a stroke by a number drawn at random.
  package init(_ number: UInt64) {
    self.number = number
  }

  /// Draws a new one.
  package static func random() -> StrokeID {
    StrokeID(UInt64.random(in: .min ... .max))
  }

  /// Reads sixteen lower-case digits; nil for anything else.
  package init?(_ text: String) {
    guard let bytes = hexadecimalBytes(text), bytes.count == 8 else { return nil }
    number = bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Sixteen lower-case digits.
  package var description: String { hexadecimalText(bytes(of: number)) }
}

/// The bytes of a number, the most significant first.
private func bytes(of number: UInt64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
}
