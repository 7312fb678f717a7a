/// Finds the prefixes that precede the lines of a text, by their regularity: a wrapping is the same
/// shape before most lines for as long as it lasts.
struct PrefixSearch {
  /// A shape of prefixes, with the blanks that separate it from the lines.
  struct Prefix {
    let shape: PrefixShape
    /// How many blanks after the shape belong to it.
    let blanks: Int
  }

  /// The prefixes that occur, the most frequent first.
  private(set) var prefixes: [Prefix] = []
  /// How many blanks or tabs precede every line, where nothing else does.
  private(set) var indent = 0

  /// How many lines are looked at.
  private static let sampleSize = 6_000
  /// How many neighbouring lines are looked at together, so that a short wrapping is not missed.
  private static let blockSize = 60

  /// Finds nothing.
  init() {}

  /// Examines the lines of a text.
  init(_ lines: Lines, isMailAllowed: Bool) {
    var survey = PrefixSurvey()
    for block in Self.sample(of: lines.count) { survey.look(at: lines, block) }
    survey.settleUsual()
    prefixes = survey.prefixes(in: lines, isMailAllowed: isMailAllowed)
    if prefixes.isEmpty, isMailAllowed { indent = survey.commonIndent(in: lines) }
  }

  /// Whether nothing precedes the lines.
  var isEmpty: Bool { prefixes.isEmpty && indent == 0 }

  /// Whether the prefixes are those of a mail that quotes another one.
  var isQuoting: Bool { !prefixes.isEmpty && prefixes.allSatisfy { $0.shape.isQuoting } }

  private static func sample(of count: Int) -> [Range<Int>] {
    guard count > sampleSize else { return [0..<count] }
    let blocks = sampleSize / blockSize
    return (0..<blocks).map { block in
      let start = (count - blockSize) * block / (blocks - 1)
      return start..<start + blockSize
    }
  }

  /// The place in a text up to which prefixes were read.
  struct Cursor {
    /// The place of the prefix that the line before had, and that line's.
    fileprivate var last = 0
    fileprivate var model = PrefixModel()

    /// At the start.
    init() {}
  }

  /// The length of the prefix of a line; 0 where it has none of those found.
  func length(in line: ByteView, _ cursor: inout Cursor) -> Int {
    guard !prefixes.isEmpty else { return min(indent, line.leadingBlanksAndTabs) }
    if cursor.last < prefixes.count,
      let end = cursor.model.end(of: prefixes[cursor.last].shape, in: line)
    {
      return prefixes[cursor.last].length(in: line, end)
    }
    for index in prefixes.indices where index != cursor.last {
      var model = PrefixModel()
      guard let end = model.end(of: prefixes[index].shape, in: line) else { continue }
      cursor.last = index
      cursor.model = model
      return prefixes[index].length(in: line, end)
    }
    return 0
  }

  /// The lengths of the prefixes of all lines.
  func lengths(in lines: Lines) -> [Int] {
    var cursor = Cursor()
    return (0..<lines.count).map { length(in: lines[$0], &cursor) }
  }
}

extension PrefixSearch.Prefix {
  /// The length of the prefix of a line whose shape ends at `end`, with its blanks.
  fileprivate func length(in line: ByteView, _ end: Int) -> Int {
    var end = end
    var left = blanks
    while left > 0, line[end] == Ascii.space {
      end &+= 1
      left &-= 1
    }
    return end
  }
}

extension ByteView {
  /// How many blanks and tabs it begins with.
  var leadingBlanksAndTabs: Int {
    var count = 0
    while self[count] == Ascii.space || self[count] == Ascii.tab { count &+= 1 }
    return count
  }
}
