/// Patterns that names of functions and files are looked up in.
///
/// A pattern is found anywhere in a name; `^` and `$` bind it to the start and the end, `*` stands
/// for any text.
struct NamePatterns: Sendable {
  private var patterns: [Pattern] = []
  /// Which patterns may begin with a byte: places in ``patterns``.
  private var byFirstByte = [[Int]](repeating: [], count: 256)

  private struct Pattern: Sendable {
    var pieces: [[UInt8]]
    var isBoundToStart: Bool
    var isBoundToEnd: Bool
  }

  /// The patterns of a table, one a line; `#` begins a remark.
  init(table: [UInt8]) {
    for line in TableLines(table).lines { add(line) }
  }

  /// Some patterns.
  init(_ texts: [[UInt8]]) {
    for text in texts { add(text) }
  }

  private mutating func add(_ text: [UInt8]) {
    var rest = text[...]
    let isBoundToStart = rest.first == UInt8(ascii: "^")
    if isBoundToStart { rest = rest.dropFirst() }
    let isBoundToEnd = rest.last == UInt8(ascii: "$")
    if isBoundToEnd { rest = rest.dropLast() }
    let pieces = rest.split(separator: UInt8(ascii: "*")).map(Array.init)
    guard let first = pieces.first?.first else { return }
    byFirstByte[Int(first)].append(patterns.count)
    patterns.append(
      Pattern(pieces: pieces, isBoundToStart: isBoundToStart, isBoundToEnd: isBoundToEnd))
  }

  /// Whether any pattern is found in a name.
  func match(_ name: [UInt8]) -> Bool {
    for start in name.indices {
      for candidate in byFirstByte[Int(name[start])]
      where match(patterns[candidate], name, at: start) { return true }
    }
    return false
  }

  private func match(_ pattern: Pattern, _ name: [UInt8], at start: Int) -> Bool {
    if pattern.isBoundToStart, start != 0 { return false }
    var place = start
    for (index, piece) in pattern.pieces.enumerated() {
      let isLast = index == pattern.pieces.count - 1
      if isLast, pattern.isBoundToEnd {
        let tail = name.count - piece.count
        guard tail >= place, index > 0 || tail == start else { return false }
        return name[tail...].elementsEqual(piece)
      }
      guard let found = find(piece, in: name, from: place, only: index == 0) else { return false }
      place = found + piece.count
    }
    return true
  }

  /// Where a piece is found from a place on, or at that place only.
  private func find(_ piece: [UInt8], in name: [UInt8], from start: Int, only: Bool) -> Int? {
    var place = start
    while place + piece.count <= name.count {
      if name[place..<place + piece.count].elementsEqual(piece) { return place }
      if only { return nil }
      place += 1
    }
    return nil
  }
}

/// The lines of a table that say something.
struct TableLines {
  /// Without blanks at the ends, remarks and empty lines.
  let lines: [[UInt8]]

  /// Splits a table.
  init(_ table: [UInt8]) {
    lines = table.split(separator: UInt8(ascii: "\n")).compactMap { line in
      var rest = line
      while rest.last == UInt8(ascii: " ") || rest.last == UInt8(ascii: "\r") {
        rest = rest.dropLast()
      }
      return rest.isEmpty || rest.first == UInt8(ascii: "#") ? nil : Array(rest)
    }
  }
}
