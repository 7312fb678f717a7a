import CNettle

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
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    if let start = content.baseAddress, !content.isEmpty {
      nettle_sha256_update(&context, content.count, start.assumingMemoryBound(to: UInt8.self))
    }
    var digest: [UInt8] = Array(repeating: 0, count: 32)
    nettle_sha256_digest(&context, digest.count, &digest)
    self.init(wholeDigest: digest)
  }

  /// Names a digest by 32 bytes.
  private init(wholeDigest bytes: [UInt8]) {
    func number(at start: Int) -> UInt64 {
      bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    (first, second, third, fourth) = (number(at: 0), number(at: 8), number(at: 16), number(at: 24))
  }

  /// Names a digest by its bytes; nil unless there are 32.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init(wholeDigest: Array(bytes))
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
