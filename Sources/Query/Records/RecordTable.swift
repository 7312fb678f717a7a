/// The value of one field of a record.
package enum FieldValue: Hashable, Sendable {
  /// Nothing: `field:none` matches.
  case none
  /// A text, the word of an enumeration, or a date.
  case text(String)
  /// Several texts, each of which can match.
  case texts([String])
  /// A number.
  case number(Double)

  /// The text, or nothing.
  package init(_ text: String?) { self = text.map(FieldValue.text) ?? .none }
  /// The number, or nothing.
  package init(_ number: Double?) { self = number.map(FieldValue.number) ?? .none }
}

/// Records in the shape that queries read fast: texts side by side, numbers and codes in columns.
///
/// A record is known by its row, from 0. Matching allocates nothing for a record.
package struct RecordTable: Sendable {
  /// Ends a text; no UTF-8 has this byte, so nothing is found across two texts.
  static let separator: UInt8 = 0xFF

  /// The fields.
  package let fields: FieldTable
  /// How many records there are.
  package private(set) var count = 0
  /// The texts of all records, each followed by a separator.
  private(set) var bytes: [UInt8] = []
  /// For each record where each of its texts starts, and where the last one ends.
  private(set) var starts: [Int] = []
  /// For each record its numbers; NaN is none.
  private(set) var numbers: [Double] = []
  /// For each record its codes of enumerations; 0 is none.
  private(set) var codes: [UInt16] = []
  /// How many bytes belong to texts that were replaced.
  private var abandoned = 0
  private let codeByWord: [[String: UInt16]]

  /// A table without records.
  package init(fields: FieldTable) {
    self.fields = fields
    codeByWord = fields.fields.indices.map { index in
      let vocabulary = fields.vocabulary(of: index).enumerated()
      return Dictionary(
        vocabulary.map { ($1.asciiLowered, UInt16(clamping: $0)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// How many starts a record has.
  var stride: Int { fields.texts + 1 }

  /// Adds a record with the values of the fields in their order; missing ones are none.
  package mutating func append(_ values: [FieldValue]) {
    starts.append(contentsOf: repeatElement(0, count: stride))
    numbers.append(contentsOf: repeatElement(.nan, count: fields.numbers))
    codes.append(contentsOf: repeatElement(0, count: fields.words))
    count += 1
    write(values, row: count - 1)
  }

  /// Gives a record new values; a row that does not exist is left alone.
  package mutating func replace(row: Int, with values: [FieldValue]) {
    guard row >= 0, row < count else { return }
    let first = row * stride
    abandoned += starts[first + stride - 1] - starts[first]
    write(values, row: row)
    if abandoned > bytes.count / 2 + 4096 { compact() }
  }

  private mutating func write(_ values: [FieldValue], row: Int) {
    var texts = [FieldValue](repeating: .none, count: fields.texts)
    for (index, place) in fields.places.enumerated() {
      let value = index < values.count ? values[index] : .none
      switch place {
      case .text(let place): texts[place] = value
      case .number(let place): numbers[row * fields.numbers + place] = value.number
      case .word(let place): codes[row * fields.words + place] = code(of: value, field: index)
      }
    }
    for (place, text) in texts.enumerated() {
      starts[row * stride + place] = bytes.count
      append(text)
    }
    starts[row * stride + fields.texts] = bytes.count
  }

  private mutating func append(_ text: FieldValue) {
    switch text {
    case .none, .number: bytes.append(Self.separator)
    case .text(let text): append(text)
    case .texts(let texts):
      if texts.isEmpty { bytes.append(Self.separator) }
      for text in texts { append(text) }
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(Self.separator)
  }

  /// The code of an enumeration's word; one that was not declared is like no other.
  private func code(of value: FieldValue, field: Int) -> UInt16 {
    guard case .text(let word) = value, !word.isEmpty else { return 0 }
    return codeByWord[field][word.asciiLowered] ?? .max
  }

  /// Copies the texts that are in use, and lets the replaced ones go.
  private mutating func compact() {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - abandoned)
    for row in 0..<count {
      let first = row * stride
      let old = starts[first]
      let moved = kept.count - old
      kept.append(contentsOf: bytes[old..<starts[first + stride - 1]])
      for place in first..<(first + stride) { starts[place] += moved }
    }
    bytes = kept
    abandoned = 0
  }
}

extension FieldValue {
  /// The number, or NaN.
  fileprivate var number: Double {
    guard case .number(let number) = self else { return .nan }
    return number
  }
}
