import BisectionLog

/// The distinct pieces among those that a text holds many times, found without making strings.
public struct DistinctTexts: Sendable {
  /// The first piece of each kind, in the order of appearance.
  public private(set) var ranges: [TextRange] = []
  private let text: SourceText
  private var hashes: [Int] = []
  /// Places in ``ranges`` by hash, as many as a power of two; negative where there is none.
  private var slots = [Int32](repeating: -1, count: 64)
  /// The number of the last piece, which the next one often repeats.
  private var last = 0

  /// No piece of a text yet.
  public init(in text: SourceText) { self.text = text }

  /// The number of a piece, from 0, and whether it is the first of its kind.
  public mutating func number(of range: TextRange) -> (number: Int, isNew: Bool) {
    if last < ranges.count, areAlike(ranges[last], range) { return (last, false) }
    let hash = text.withBytes(of: range, Self.hash)
    let (slot, known) = find(hash) { areAlike($0, range) }
    last = known ?? ranges.count
    if let known { return (known, false) }
    slots[slot] = Int32(ranges.count)
    ranges.append(range)
    hashes.append(hash)
    if ranges.count * 2 > slots.count { grow() }
    return (ranges.count - 1, true)
  }

  /// The number of the pieces that read so; nil if there is none.
  public func number(of words: String) -> Int? {
    var words = words
    return words.withUTF8 { bytes in
      let bytes = bytes.span
      return find(Self.hash(of: bytes)) { range in
        text.withBytes(of: range) { $0.count == bytes.count && $0.starts(with: bytes) }
      }.number
    }
  }

  /// The slot that a hash leads to and the number in it; nil if the slot is free.
  @inline(__always)
  private func find(
    _ hash: Int, where isAlike: (TextRange) -> Bool
  ) -> (slot: Int, number: Int?) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isAlike(ranges[number]) { return (slot, number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, nil)
  }

  /// A hash that the author of a log cannot predict.
  private static func hash(of bytes: Span<UInt8>) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
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
