extension RecordTable {
  /// The different texts of a field that contain `part` in any case, the most frequent first.
  ///
  /// They are what a prompt offers after `title:`. Equally frequent ones come in the order of their bytes.
  package func knownTexts(
    of field: Int, containing part: String = "", limit: Int = QueryCompletion.limit
  ) -> [String] {
    guard fields.places.indices.contains(field), case .text(let place) = fields.places[field]
    else { return [] }
    let search = TextSearch(part.asciiLowered)
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for row in 0..<count {
      let first = row * stride + place
      let texts = bytes[starts[first]..<(starts[first + 1] - 1)]
      guard !texts.isEmpty, search.isEmpty || search.first(in: texts.span) != nil else { continue }
      for text in texts.split(separator: Self.separator) { counts[text, default: 0] += 1 }
    }
    let fitting = counts.filter { search.isEmpty || search.first(in: $0.key.span) != nil }
    let ordered = fitting.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    return ordered.prefix(max(limit, 0)).map { String(decoding: $0.key, as: UTF8.self) }
  }
}
