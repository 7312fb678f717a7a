/// Shortens what ncurses writes for a frame without changing what a terminal shows.
///
/// ncurses switches attributes off before it moves, and on again after that, each time with the
/// character set: about a fifth of a frame's bytes has no effect.
enum FrameCompaction {
  private static let escape: UInt8 = 0x1B
  private static let charactersOfASCII = Array("\u{1B}(B".utf8)
  private static let charactersOfLines = Array("\u{1B}(0".utf8)

  /// The frame without attributes that the next sequence replaces, and with the character set only
  /// once; as it is where it draws lines with the other character set.
  static func compacted(_ frame: [UInt8]) -> [UInt8] {
    guard !frame[...].contains(sequence: charactersOfLines) else { return frame }
    var kept: [UInt8] = []
    kept.reserveCapacity(frame.count)
    var hasCharacterSet = false
    /// Where the attributes begin that nothing but attributes follows; nil after anything else.
    var attributes: Int?
    var rest = frame[...]
    while let byte = rest.first {
      guard byte == escape else {
        let end = rest.firstIndex(of: escape) ?? rest.endIndex
        kept += rest[..<end]
        rest = rest[end...]
        attributes = nil
        continue
      }
      if rest.starts(with: charactersOfASCII) {
        if !hasCharacterSet {
          // Before the attributes, which may be replaced.
          kept.insert(contentsOf: charactersOfASCII, at: attributes ?? kept.count)
          attributes = attributes.map { $0 + charactersOfASCII.count }
          hasCharacterSet = true
        }
        rest = rest.dropFirst(charactersOfASCII.count)
      } else if let length = lengthOfAttributes(rest) {
        if isReset(rest.prefix(length)), let start = attributes { kept.removeSubrange(start...) }
        attributes = attributes ?? kept.count
        kept += rest.prefix(length)
        rest = rest.dropFirst(length)
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
        attributes = nil
      }
    }
    return kept
  }

  /// Whether a sequence switches all attributes off before it sets others.
  private static func isReset(_ sequence: ArraySlice<UInt8>) -> Bool {
    let first = sequence.dropFirst(2).prefix { (0x30...0x39).contains($0) }
    return first.isEmpty || first.elementsEqual([UInt8(ascii: "0")])
  }

  /// The length of a sequence that sets attributes (SGR); nil if there is none.
  private static func lengthOfAttributes(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.dropFirst().first == UInt8(ascii: "[") else { return nil }
    let parameters = bytes.dropFirst(2).prefix { (0x30...0x3B).contains($0) }
    let end = parameters.endIndex
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: "m") else { return nil }
    return end - bytes.startIndex + 1
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes occur in it.
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    var rest = self
    while let start = rest.firstIndex(of: sequence[0]) {
      if rest[start...].starts(with: sequence) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
