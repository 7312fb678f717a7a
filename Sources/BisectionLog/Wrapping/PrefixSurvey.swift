/// What the lines of a sample show of the prefixes before them.
struct PrefixSurvey {
  /// Lines with an anchor after a prefix of one shape.
  private struct Tally {
    var count = 0
    var first = 0
    var last = 0
    /// Whether the prefix alone tells that it is none of the line: a console's stamp follows, or it
    /// touches the line as `grep` puts the name of the file before it, or draws a table.
    var isEvident = false

    mutating func add(_ index: Int) {
      count += 1
      last = index
    }
  }

  private var tallies: [PrefixShape: Tally] = [:]
  /// The shape that was established last: lines that have it are not searched for others, which takes
  /// most of the time.
  private var usual: PrefixShape?
  private var usualModel = PrefixModel()
  private var usualTally = Tally()
  private var looked: [Int] = []
  private var plainCount = 0
  private var anchored: ClosedRange<Int>?

  /// Examines some lines of a text.
  mutating func look(at lines: Lines, _ block: Range<Int>) {
    for index in block {
      let line = lines[index]
      guard !line.trimmed.isEmpty else { continue }
      looked.append(index)
      if let usual, let end = usualModel.end(of: usual, in: line) {
        let rest = line.dropping(end)
        if LineAnchor.isAnchor(rest.dropping(rest.leadingBlanks)) {
          count(usual, at: index, isEvident: false)
        }
        continue
      }
      if LineAnchor.begins(line) {
        plainCount += 1
        note(index)
        continue
      }
      guard let offset = LineAnchor.offset(in: line) else { continue }
      let shape = PrefixShape(of: line.prefix(offset))
      guard shape.isLikely else { continue }
      count(shape, at: index, isEvident: Self.isEvident(line, prefix: offset))
    }
  }

  private static func isEvident(_ line: ByteView, prefix offset: Int) -> Bool {
    let last = line[offset &- 1]
    return ConsolePrefix.begins(line.dropping(offset)) || last == Ascii.colon
      || last == UInt8(ascii: "#") || line.prefix(offset).trimmedAtEnd.last == Ascii.bar
  }

  private mutating func count(_ shape: PrefixShape, at index: Int, isEvident: Bool) {
    note(index)
    guard shape != usual else { return usualTally.add(index) }
    var tally = tallies[shape] ?? Tally(count: 0, first: index, last: index)
    tally.add(index)
    tally.isEvident = tally.isEvident || isEvident
    tallies[shape] = tally
    if tally.count >= (shape.isUnmistakable ? 4 : 16), shape.isLong {
      settleUsual()
      usual = shape
      usualModel = PrefixModel()
      usualTally = tally
    }
  }

  /// Keeps what was counted of the usual shape.
  mutating func settleUsual() {
    if let usual { tallies[usual] = usualTally }
  }

  private mutating func note(_ index: Int) {
    anchored = (anchored?.lowerBound ?? index)...index
  }

  /// The shapes that are frequent and dense enough to be wrappings.
  func prefixes(in lines: Lines, isMailAllowed: Bool) -> [PrefixSearch.Prefix] {
    let candidates = tallies.filter {
      count(of: $0.key) >= leastAnchors(of: $0.key, isEvident: $0.value.isEvident)
    }
    .sorted { ($0.value.count, $0.value.first) > ($1.value.count, $1.value.first) }
    .prefix(24)
    var found: [PrefixSearch.Prefix] = []
    for (shape, tally) in candidates where isDense(shape, tally, in: lines, besides: found) {
      // What follows another prefix is a layer of its own.
      if found.contains(where: { shape.extends($0.shape) }) { continue }
      found.append(PrefixSearch.Prefix(shape: shape, blanks: blanks(after: shape, in: lines)))
    }
    let all = found + variants(of: found)
    guard isMailAllowed else { return all.filter { !$0.shape.isQuoting } }
    return outerSigns(of: found, in: lines) ?? all
  }

  /// The quoting alone, if lines that were broken before they were quoted have just that.
  private func outerSigns(
    of found: [PrefixSearch.Prefix], in lines: Lines
  ) -> [PrefixSearch.Prefix]? {
    guard let signs = found.first?.shape.outerSigns else { return nil }
    let longer = found.filter { $0.shape.extends(signs) }
    let isBare = looked.contains { index in
      let line = lines[index]
      return signs.end(in: line) != nil && !longer.contains { $0.shape.end(in: line) != nil }
    }
    guard isBare else { return nil }
    return [PrefixSearch.Prefix(shape: signs, blanks: blanks(after: signs, in: lines))]
  }

  /// How often a shape and its variants were seen.
  private func count(of shape: PrefixShape) -> Int {
    tallies.reduce(0) { $1.key.isVariant(of: shape) ? $0 + $1.value.count : $0 }
  }

  /// Rare shapes that go with those found.
  private func variants(of found: [PrefixSearch.Prefix]) -> [PrefixSearch.Prefix] {
    tallies.keys.compactMap { shape in
      guard !found.contains(where: { $0.shape == shape }),
        let model = found.first(where: { shape.isVariant(of: $0.shape) })
      else { return nil }
      return PrefixSearch.Prefix(shape: shape, blanks: model.blanks)
    }
  }

  /// A short text has few anchors at all; of a long one, a wrapping has a fair part.
  private func leastAnchors(of shape: PrefixShape, isEvident: Bool) -> Int {
    if looked.count < 12, shape.isUnmistakable || isEvident { return 1 }
    // Whether most lines have it is asked later; a stamp that only some lines have is counted there.
    if shape.isUnmistakable { return looked.count < 100 ? 2 : 3 }
    return looked.count < 100 ? 2 : max(3, plainCount / 25)
  }

  /// Whether most lines of where a shape occurs have it, or another one that was found.
  private func isDense(
    _ shape: PrefixShape, _ tally: Tally, in lines: Lines, besides found: [PrefixSearch.Prefix]
  ) -> Bool {
    var own = 0
    var others = 0
    let (places, step) = sample(from: tally.first, through: tally.last)
    var model = PrefixModel()
    for place in places {
      let line = lines[looked[place]]
      if model.end(of: shape, in: line) != nil {
        own += 1
      } else if !shape.isUnmistakable || !found.contains(where: { $0.shape.end(in: line) != nil }) {
        others += 1
      }
    }
    // A mail program breaks a stamped line into several, of which only the first is stamped.
    return (own > others || shape.isStamp && own * 3 > others)
      && own * step * 4 >= tally.count
  }

  /// How many lines tell what is usual.
  private static let sufficient = 200

  /// Some of the lines from one to another, as places in ``looked``, and how many lines each stands for.
  private func sample(from first: Int, through last: Int) -> (StrideTo<Int>, step: Int) {
    let start = looked.firstIndex { $0 >= first } ?? 0
    let end = (looked.lastIndex { $0 <= last } ?? looked.count - 1) + 1
    let step = max(1, (end - start) / Self.sufficient)
    return (stride(from: start, to: end, by: step), step)
  }

  /// How many blanks separate a shape from its lines: the fewest, but for few exceptions.
  private func blanks(after shape: PrefixShape, in lines: Lines) -> Int {
    var counts: [Int] = Array(repeating: 0, count: 10)
    var total = 0
    var model = PrefixModel()
    for place in sample(from: 0, through: lines.count).0 {
      let line = lines[looked[place]]
      guard let end = model.end(of: shape, in: line), end < line.count else { continue }
      total += 1
      counts[min(line.dropping(end).leadingBlanks, 9)] += 1
    }
    var below = 0
    for (blanks, count) in counts.enumerated() {
      below += count
      if below * 50 > total { return blanks }
    }
    return 0
  }

  /// The indentation that all lines between the first and the last anchor have.
  func commonIndent(in lines: Lines) -> Int {
    guard let anchored else { return 0 }
    var least = Int.max
    var exceptions = 0
    for index in looked where anchored.contains(index) {
      let indent = lines[index].leadingBlanksAndTabs
      if indent == 0 { exceptions += 1 } else { least = min(least, indent) }
    }
    let isCommon = exceptions * 50 <= looked.count && least != Int.max
    return isCommon && (least > 1 || exceptions == 0) ? least : 0
  }
}
