/// Patterns to match names of functions and files with.
///
/// A pattern is found anywhere in a name; `^` and `$` anchor it to the start and the end, `*`
/// matches any text.
struct NamePatterns: Sendable {
  /// The pieces of the patterns, one after the other.
  private var bytes: [UInt8] = []
  private var pieces: [Range<Int>] = []
  private var patterns: [Pattern] = []
  /// Those that a name must begin with, and those that may be anywhere in it.
  private var atStart = Buckets()
  private var anywhere = Buckets()

  /// Patterns by their first two bytes.
  private struct Buckets: Sendable {
    /// The place of a pattern, which names the next of its bucket; negative where there is none.
    private(set) var first = [Int16](repeating: -1, count: 512)
    /// The first pattern that begins with a single byte; it is tried everywhere.
    private(set) var loose = -1
    private(set) var isEmpty = true

    /// Inserts a pattern at the front and returns the one that follows it.
    mutating func put(_ pattern: Int, beginning bytes: [UInt8]) -> Int {
      isEmpty = false
      guard bytes.count > 1 else {
        defer { loose = pattern }
        return loose
      }
      let bucket = Self.bucket(of: bytes.span, at: 0)
      defer { first[bucket] = Int16(pattern) }
      return Int(first[bucket])
    }

    /// The first pattern that may begin at a place and has two bytes or more.
    func pattern(for name: Span<UInt8>, at place: Int) -> Int {
      place + 1 < name.count ? Int(first[Self.bucket(of: name, at: place)]) : -1
    }

    private static func bucket(of name: Span<UInt8>, at place: Int) -> Int {
      (Int(name[place]) * 31 + Int(name[place + 1])) % 512
    }
  }

  private struct Pattern: Sendable {
    /// Its part of ``pieces``, never empty.
    var pieces: Range<Int>
    var isBoundToEnd: Bool
    /// The next pattern of the bucket; negative after the last.
    var next: Int
  }

  /// The patterns of a table, one a line; `#` begins a remark.
  init(table: [UInt8]) {
    for line in TableLines(table).lines { add(line) }
  }

  /// What texts begin with.
  init(prefixes: [String]) {
    for prefix in prefixes { add(Array("^\(prefix)".utf8)) }
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
    let start = pieces.count
    for piece in rest.split(separator: UInt8(ascii: "*")) {
      pieces.append(bytes.count..<bytes.count + piece.count)
      bytes += piece
    }
    guard start < pieces.count else { return }
    let beginning = Array(bytes[pieces[start]])
    let next =
      isBoundToStart
      ? atStart.put(patterns.count, beginning: beginning)
      : anywhere.put(patterns.count, beginning: beginning)
    patterns.append(Pattern(pieces: start..<pieces.count, isBoundToEnd: isBoundToEnd, next: next))
  }

  /// Whether any pattern is found in a name.
  func match(_ name: [UInt8]) -> Bool { match(name.span) }

  /// Whether any pattern is found in a name.
  func match(_ name: Span<UInt8>) -> Bool {
    guard !name.isEmpty else { return false }
    if matchAny(in: atStart, name, at: 0) { return true }
    guard !anywhere.isEmpty else { return false }
    for start in name.indices where matchAny(in: anywhere, name, at: start) { return true }
    return false
  }

  private func matchAny(in buckets: Buckets, _ name: Span<UInt8>, at start: Int) -> Bool {
    matchAny(from: buckets.pattern(for: name, at: start), name, at: start)
      || matchAny(from: buckets.loose, name, at: start)
  }

  /// Whether a pattern or one of those that follow it in its bucket begins at a place.
  private func matchAny(from first: Int, _ name: Span<UInt8>, at start: Int) -> Bool {
    var candidate = first
    while candidate >= 0 {
      let pattern = patterns[candidate]
      if match(pattern, name, at: start) { return true }
      candidate = pattern.next
    }
    return false
  }

  private func match(_ pattern: Pattern, _ name: Span<UInt8>, at start: Int) -> Bool {
    var place = start
    for index in pattern.pieces {
      let piece = pieces[index]
      let isFirst = index == pattern.pieces.lowerBound
      if pattern.isBoundToEnd, index == pattern.pieces.upperBound - 1 {
        let tail = name.count - piece.count
        return tail >= place && (!isFirst || tail == start) && holds(piece, name, at: tail)
      }
      if isFirst {
        guard holds(piece, name, at: place) else { return false }
      } else {
        while !holds(piece, name, at: place) {
          guard place + piece.count < name.count else { return false }
          place += 1
        }
      }
      place += piece.count
    }
    return true
  }

  /// Whether a piece matches at a position of a name.
  private func holds(_ piece: Range<Int>, _ name: Span<UInt8>, at place: Int) -> Bool {
    guard place + piece.count <= name.count else { return false }
    for offset in 0..<piece.count where bytes[piece.lowerBound + offset] != name[place + offset] {
      return false
    }
    return true
  }
}

/// The lines of a table without comments and blank lines.
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
