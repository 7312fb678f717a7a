import BisectionLog

/// The distinct pieces among those that a text holds many times, found without making strings.
struct DistinctTexts {
  /// The first piece of each kind, in the order of appearance.
  private(set) var ranges: [TextRange] = []
  private let text: SourceText
  private var hashes: [Int] = []
  /// Places in ``ranges`` by hash, as many as a power of two; negative where there is none.
  private var slots = [Int32](repeating: -1, count: 64)

  /// No piece of a text yet.
  init(in text: SourceText) { self.text = text }

  /// The number of a piece, from 0, and whether it is the first of its kind.
  mutating func number(of range: TextRange) -> (number: Int, isNew: Bool) {
    let hash = hash(of: range)
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, areAlike(ranges[number], range) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ranges.count)
    ranges.append(range)
    hashes.append(hash)
    if ranges.count * 2 > slots.count { grow() }
    return (ranges.count - 1, true)
  }

  /// A hash that nobody who writes a log can foresee.
  private func hash(of range: TextRange) -> Int {
    text.withBytes(of: range) { bytes in
      var hasher = Hasher()
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      return hasher.finalize()
    }
  }

  private func areAlike(_ one: TextRange, _ other: TextRange) -> Bool {
    text.withBytes(of: one) { bytes in
      text.withBytes(of: other) { $0.count == bytes.count && $0.starts(with: bytes) }
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
