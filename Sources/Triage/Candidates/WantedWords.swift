/// The few words that a crash asks for, to be found in the messages of many commits.
///
/// Most words of a message are not wanted; they are rejected by a hash that is computed while the
/// bytes are read, and never become strings.
struct WantedWords: Sendable {
  private let words: Set<String>
  /// A bit for the hash of each word.
  private var bits: [UInt64]

  private static let bitCount: UInt64 = 1 << 12
  private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Words in small letters.
  init(_ words: Set<String>) {
    self.words = words
    bits = Array(repeating: 0, count: Int(Self.bitCount / 64))
    for word in words {
      let hash = word.utf8.reduce(Self.hashStart) { Self.next($0, $1) }
      bits[Int(hash % Self.bitCount / 64)] |= 1 << (hash % 64)
    }
  }

  /// A step of the FNV-1a hash.
  @inline(__always)
  private static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The wanted ones among the words of a text: letters and digits.
  func words(of text: String) -> Set<String> {
    found(in: text) { small, _ in
      (0x61...0x7A).contains(small) || (0x30...0x39).contains(small)
    }
  }

  /// The wanted ones among the identifiers of a text: letters, underscores, and digits after them.
  func identifiers(of text: String) -> Set<String> {
    found(in: text) { small, isStart in
      (0x61...0x7A).contains(small) || small == 0x5F
        || !isStart && (0x30...0x39).contains(small)
    }
  }

  private func found(
    in text: String, _ isPart: (_ small: UInt8, _ isStart: Bool) -> Bool
  ) -> Set<String> {
    var text = text
    return text.withUTF8 { bytes in
      var found: Set<String> = []
      var start = 0
      var hash = Self.hashStart
      func end(_ end: Int) {
        guard end > start, bits[Int(hash % Self.bitCount / 64)] >> (hash % 64) & 1 == 1 else {
          return
        }
        let word = String(decoding: bytes[start..<end].map(Self.small), as: UTF8.self)
        if words.contains(word) { found.insert(word) }
      }
      for index in bytes.indices {
        let small = Self.small(bytes[index])
        if isPart(small, index == start) {
          hash = Self.next(hash, small)
        } else {
          end(index)
          start = index + 1
          hash = Self.hashStart
        }
      }
      end(bytes.count)
      return found
    }
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
