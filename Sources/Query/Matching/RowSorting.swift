/// A field to sort by.
package struct SortKey: Hashable, Sendable {
  /// The field, as its place in the ``FieldTable``.
  package var field: Int
  /// Whether the greatest comes first.
  package var isDescending: Bool

  /// A key to sort by.
  package init(field: Int, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }
}

extension RecordTable {
  /// The rows in the order of some keys, the first one first.
  ///
  /// Records that have nothing there come last either way, and equal ones keep their order. The words of
  /// an enumeration sort as they were declared, texts without regard to the case of A to Z.
  package func sorted(_ rows: [Int], by keys: [SortKey]) -> [Int] {
    let known = rows.filter { $0 >= 0 && $0 < count }
    // One key after the other, the least one first: each sort keeps what the one before it did.
    return keys.reversed().reduce(known) { rows, key in sorted(rows, by: key) }
  }

  private func sorted(_ rows: [Int], by key: SortKey) -> [Int] {
    guard fields.places.indices.contains(key.field) else { return rows }
    switch fields.places[key.field] {
    case .number(let place):
      return sorted(rows, key, value: { numbers[$0 * fields.numbers + place] }, isNone: \.isNaN)
    case .word(let place):
      return sorted(rows, key, value: { codes[$0 * fields.words + place] }, isNone: { $0 == 0 })
    case .text(let place):
      return bytes.withUnsafeBytes { all in
        sorted(rows, key, value: { foldedText(row: $0, place, all) }, isNone: \.isEmpty)
      }
    }
  }

  private func sorted<Value: Comparable>(
    _ rows: [Int], _ key: SortKey, value: (Int) -> Value, isNone: (Value) -> Bool
  ) -> [Int] {
    let pairs = rows.map { (row: $0, value: value($0)) }
    let present = pairs.filter { !isNone($0.value) }
    let missing = pairs.filter { isNone($0.value) }
    let ordered = present.sorted {
      key.isDescending ? $0.value > $1.value : $0.value < $1.value
    }
    return ordered.map(\.row) + missing.map(\.row)
  }

  private func foldedText(row: Int, _ place: Int, _ all: UnsafeRawBufferPointer) -> FoldedText {
    let first = row * stride + place
    return FoldedText(
      bytes: UnsafeRawBufferPointer(rebasing: all[starts[first]..<(starts[first + 1] - 1)]))
  }
}

/// A text of the table that compares without regard to the case of A to Z.
private struct FoldedText: Comparable {
  let bytes: UnsafeRawBufferPointer
  var isEmpty: Bool { bytes.isEmpty }

  static func == (one: FoldedText, other: FoldedText) -> Bool { !(one < other) && !(other < one) }

  static func < (one: FoldedText, other: FoldedText) -> Bool {
    let (one, other) = (one.bytes, other.bytes)
    let shared = min(one.count, other.count)
    for place in one.sharedWords(with: other)..<shared {
      let (mine, its) = (one[place].lowered, other[place].lowered)
      if mine != its { return mine < its }
    }
    return one.count < other.count
  }
}

extension UnsafeRawBufferPointer {
  /// How many bytes at the start are the same, to a multiple of eight: titles often begin alike.
  fileprivate func sharedWords(with other: UnsafeRawBufferPointer) -> Int {
    let last = Swift.min(count, other.count) - 8
    var place = 0
    while place <= last,
      loadUnaligned(fromByteOffset: place, as: UInt64.self)
        == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    {
      place += 8
    }
    return place
  }
}
