/// Applies conditions to rows, one condition at a time over all rows.
///
/// Every step gives a subsequence of the rows it was given, so the caller's order stays.
struct RowFilter {
  let records: RecordTable

  /// The rows that satisfy the condition.
  func rows(_ rows: [Int], meeting condition: Condition) -> [Int] {
    switch condition {
    case .everything: rows
    case .all(let parts): meetingAll(rows, parts)
    case .any(let parts): meetingAny(rows, parts)
    case .not(let part): Self.subtract(self.rows(rows, meeting: part), from: rows)
    case .word(let text): containing(text, rows, texts: 0..<records.fields.searchedTexts)
    case .contains(let field, let text): containing(text, rows, texts: texts(of: field))
    case .equals(let field, let text): equal(to: text, rows, texts: texts(of: field))
    case .oneOf(let field, let codes): oneOf(codes, rows, field: field)
    case .number(let field, let range): within(range, rows, field: field)
    case .date(let field, let comparison, let date):
      comparing(DatePrefix(comparison, date), rows, texts: texts(of: field))
    case .missing(let field): missing(field, rows)
    }
  }

  /// The cheap conditions go first, since they leave fewer rows to search for text.
  private func meetingAll(_ rows: [Int], _ parts: [Condition]) -> [Int] {
    let cheap = parts.filter { !$0.readsText }
    let costly = parts.filter { $0.readsText }
    return (cheap + costly).reduce(rows) { left, part in
      left.isEmpty ? left : self.rows(left, meeting: part)
    }
  }

  private func meetingAny(_ rows: [Int], _ parts: [Condition]) -> [Int] {
    var met: [Int] = []
    var left = rows
    for part in parts where !left.isEmpty {
      let more = self.rows(left, meeting: part)
      left = Self.subtract(more, from: left)
      met = Self.merge(met, more, in: rows)
    }
    return met
  }

  /// The texts of a field, as places in a record.
  private func texts(of field: Int) -> Range<Int> {
    guard records.fields.places.indices.contains(field),
      case .text(let place) = records.fields.places[field]
    else { return 0..<0 }
    return place..<(place + 1)
  }

  /// `rows` without those of its subsequence `taken`.
  private static func subtract(_ taken: [Int], from rows: [Int]) -> [Int] {
    if taken.isEmpty { return rows }
    var left: [Int] = []
    left.reserveCapacity(max(rows.count - taken.count, 0))
    var next = 0
    for row in rows {
      if next < taken.count, taken[next] == row { next += 1 } else { left.append(row) }
    }
    return left
  }

  /// The rows of either subsequence, in the order of `rows`.
  private static func merge(_ one: [Int], _ other: [Int], in rows: [Int]) -> [Int] {
    if one.isEmpty { return other }
    if other.isEmpty { return one }
    return subtract(subtract(other, from: subtract(one, from: rows)), from: rows)
  }
}

extension RowFilter {
  /// The rows in which `body` holds of the bytes of some neighbouring texts.
  @inline(__always)
  private func texts(
    _ rows: [Int], _ texts: Range<Int>, where body: (UnsafeRawBufferPointer, Int, Int) -> Bool
  ) -> [Int] {
    guard !texts.isEmpty else { return [] }
    let stride = records.stride
    return records.bytes.withUnsafeBytes { bytes in
      records.starts.withUnsafeBufferPointer { starts in
        rows.filter { row in
          let first = row &* stride
          // The last text's own separator is not searched.
          return body(
            bytes, starts[first &+ texts.lowerBound], starts[first &+ texts.upperBound] &- 1)
        }
      }
    }
  }

  private func containing(_ text: TextSearch, _ rows: [Int], texts range: Range<Int>) -> [Int] {
    text.withFinder { finder in
      texts(rows, range) { finder.first(in: $0, from: $1, to: $2) != nil }
    }
  }

  private func equal(to text: TextSearch, _ rows: [Int], texts range: Range<Int>) -> [Int] {
    let length = text.needle.count
    return text.withFinder { finder in
      texts(rows, range) { bytes, start, end in
        var place = start
        while let hit = finder.first(in: bytes, from: place, to: end) {
          let startsText = hit == start || bytes[hit &- 1] == RecordTable.separator
          if startsText, bytes[hit &+ length] == RecordTable.separator { return true }
          place = hit &+ 1
        }
        return false
      }
    }
  }

  private func comparing(_ date: DatePrefix, _ rows: [Int], texts range: Range<Int>) -> [Int] {
    texts(rows, range) { date.holds(of: $0, from: $1, to: $2) }
  }

  private func within(_ range: NumberRange, _ rows: [Int], field: Int) -> [Int] {
    guard case .number(let place)? = place(field) else { return [] }
    let width = records.fields.numbers
    return records.numbers.withUnsafeBufferPointer { numbers in
      rows.filter { range.contains(numbers[$0 &* width &+ place]) }
    }
  }

  private func oneOf(_ codes: Set<Int>, _ rows: [Int], field: Int) -> [Int] {
    guard case .word(let place)? = place(field) else { return [] }
    let width = records.fields.words
    let wanted = (0..<records.fields.vocabulary(of: field).count).map(codes.contains)
    return records.codes.withUnsafeBufferPointer { all in
      rows.filter { row in
        let code = Int(all[row &* width &+ place])
        return code < wanted.count && wanted[code]
      }
    }
  }

  private func missing(_ field: Int, _ rows: [Int]) -> [Int] {
    switch place(field) {
    case .text(let place): texts(rows, place..<(place + 1)) { $1 == $2 }
    case .number(let place):
      rows.filter { records.numbers[$0 * records.fields.numbers + place].isNaN }
    case .word: oneOf([0], rows, field: field)
    case nil: []
    }
  }

  private func place(_ field: Int) -> FieldTable.StoredPlace? {
    records.fields.places.indices.contains(field) ? records.fields.places[field] : nil
  }
}

extension Condition {
  /// Whether testing it means reading text.
  fileprivate var readsText: Bool {
    switch self {
    case .everything, .oneOf, .number, .missing, .date: false
    case .word, .contains, .equals: true
    case .not(let part): part.readsText
    case .all(let parts), .any(let parts): parts.contains(where: \.readsText)
    }
  }
}
