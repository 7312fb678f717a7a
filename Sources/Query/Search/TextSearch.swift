/// A text to look for in bytes.
///
/// The case of ASCII letters counts only where the text has a capital or the caller asks for it. What
/// is found begins and ends between characters of valid UTF-8, since the text is valid itself.
package struct TextSearch: Hashable, Sendable {
  /// The text as it was typed.
  package let text: String
  /// Whether capitals and small letters differ.
  package let caseMatters: Bool
  /// The bytes compared: small letters where case does not matter.
  let needle: [UInt8]
  /// The positions of the needle's two rarest bytes, in bytes from 0.
  let anchors: (rarest: Int, second: Int)

  /// Prepares the search for `text`; capitals in it make case matter in any event.
  package init(_ text: String, caseMatters: Bool = false) {
    let bytes = Array(text.utf8)
    let counts = caseMatters || bytes.contains { $0.isCapital }
    self.text = text
    self.caseMatters = counts
    needle = bytes
    anchors = ByteRarity.anchors(of: bytes)
  }

  /// Whether there is nothing to look for; an empty search finds nothing.
  package var isEmpty: Bool { needle.isEmpty }

  /// Compares what was typed and whether case matters; the rest follows from these.
  package static func == (one: TextSearch, other: TextSearch) -> Bool {
    one.caseMatters == other.caseMatters && one.needle == other.needle
  }

  /// Feeds what was typed and whether case matters.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(needle)
    hasher.combine(caseMatters)
  }

  /// Runs `body` with the search made ready for many places.
  func withFinder<Result>(_ body: (ByteFinder) -> Result) -> Result {
    needle.withUnsafeBytes { body(ByteFinder(needle: $0, anchors: anchors, exact: caseMatters)) }
  }
}

extension TextSearch {
  /// The first place at or after `start` and wholly before `end` (offsets in bytes from 0).
  ///
  /// Places outside the bytes are cut to them. A caller with hundreds of megabytes goes through them in
  /// windows that overlap by the length of the text, and stays free to answer between two.
  package func first(in bytes: Span<UInt8>, from start: Int = 0, to end: Int = .max) -> Range<Int>?
  {
    bytes.withUnsafeBytes { buffer in
      let limit = min(max(end, 0), buffer.count)
      return withFinder { $0.first(in: buffer, from: max(start, 0), to: limit) }
        .map { $0..<($0 + needle.count) }
    }
  }

  /// The last place wholly before `end` (an offset in bytes from 0).
  package func last(in bytes: Span<UInt8>, before end: Int = .max) -> Range<Int>? {
    bytes.withUnsafeBytes { buffer in
      let limit = min(max(end, 0), buffer.count)
      return withFinder { $0.last(in: buffer, to: limit) }.map { $0..<($0 + needle.count) }
    }
  }

  /// Every place, from left to right, without overlaps; at most `limit`.
  package func ranges(in bytes: Span<UInt8>, limit: Int = .max) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard limit > 0 else { return found }
    forEach(in: bytes) { range in
      found.append(range)
      return found.count < limit
    }
    return found
  }

  /// How many places there are without overlaps.
  package func count(in bytes: Span<UInt8>) -> Int {
    var count = 0
    forEach(in: bytes) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Passes each place to `body` until it returns false.
  private func forEach(in bytes: Span<UInt8>, _ body: (Range<Int>) -> Bool) {
    bytes.withUnsafeBytes { buffer in
      withFinder { finder in
        var start = 0
        while let place = finder.first(in: buffer, from: start, to: buffer.count) {
          start = place + needle.count
          if !body(place..<start) { return }
        }
      }
    }
  }

  /// Every place in a text, in bytes of its UTF-8 from 0.
  package func ranges(in text: String) -> [Range<Int>] { ranges(in: Array(text.utf8).span) }
}

extension UInt8 {
  /// Whether the byte is A to Z.
  var isCapital: Bool { self >= 0x41 && self <= 0x5A }
  /// Whether the byte is a to z.
  var isSmall: Bool { self >= 0x61 && self <= 0x7A }
  /// The small letter of a capital; any other byte as it is.
  var lowered: UInt8 { isCapital ? self | 0x20 : self }
}
