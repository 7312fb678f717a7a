/// The SHA-256 of a log's bytes, after decompression: what a review is kept under, so that it is
/// found again when the file is renamed or moved.
package struct ContentDigest: Hashable, Sendable {
  /// The 32 bytes as four numbers, the most significant first.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The digest of a content.
  package init(of content: [UInt8]) {
    self = content.withUnsafeBytes { ContentDigest(of: $0) }
  }

  /// The digest of a content.
  package init(of content: UnsafeRawBufferPointer) {
    self.init(words: SHA256.words(of: content))
  }

  /// Names a digest by the eight words of a finished hash.
  init(words: [UInt32]) {
    func pair(_ index: Int) -> UInt64 { UInt64(words[index]) << 32 | UInt64(words[index + 1]) }
    (first, second, third, fourth) = (pair(0), pair(2), pair(4), pair(6))
  }

  /// Names a digest by its bytes; nil unless there are 32.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words = [UInt32](repeating: 0, count: 8)
    for (index, byte) in bytes.enumerated() {
      words[index / 4] = words[index / 4] << 8 | UInt32(byte)
    }
    self.init(words: words)
  }

  /// Names a digest by its digits; nil unless there are sixty-four lower-case ones.
  package init?(_ text: some StringProtocol) {
    guard let bytes = hexadecimalBytes(text) else { return nil }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
    }
  }
}

extension ContentDigest: CustomStringConvertible {
  /// Sixty-four lower-case digits.
  package var description: String { hexadecimalText(bytes) }
}

extension ContentDigest: Comparable {
  /// Orders digests by their bytes.
  package static func < (left: ContentDigest, right: ContentDigest) -> Bool {
    (left.first, left.second, left.third, left.fourth)
      < (right.first, right.second, right.third, right.fourth)
  }
}
