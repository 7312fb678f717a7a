/// Looks for words in text as bytes, without making strings of characters.
enum ByteSearch {
  /// Whether a word stands in a piece of some bytes; a piece that leaves them is cut.
  static func holds(_ word: String, in bytes: [UInt8], _ piece: Range<Int>) -> Bool {
    let place = piece.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBufferPointer {
      holds(word, in: UnsafeBufferPointer(rebasing: $0[place]))
    }
  }

  /// Whether a word stands in a text.
  static func holds(_ word: String, in text: String) -> Bool {
    var text = text
    return text.withUTF8 { holds(word, in: $0) }
  }

  private static func holds(_ word: String, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var word = word
    return word.withUTF8 { wanted in
      guard let first = wanted.first else { return true }
      guard wanted.count <= text.count else { return false }
      for start in 0...text.count - wanted.count where text[start] == first {
        if zip(text[start...], wanted).allSatisfy({ $0 == $1 }) { return true }
      }
      return false
    }
  }
}
