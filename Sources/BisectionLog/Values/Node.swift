/// A piece of the input with one meaning: a line and the lines that continue with it.
public struct Node: Hashable, Sendable {
  /// What it is.
  public var kind: LineKind
  /// Its lines in the source, from 1, half-open.
  public var lines: Range<Int>
  /// Its bytes in the source, with line ends.
  public var range: TextRange
}

extension BisectionLog {
  /// The whole source in pieces: their bytes, one after another, are the input.
  ///
  /// Where the head of a log is missing, the first node may be a ``LineKind/continuation``.
  public var nodes: [Node] {
    var nodes: [Node] = []
    var first = 1
    for line in 1..<max(lineKinds.count, 1) where lineKinds[line] != .continuation {
      nodes.append(node(lines: first..<line + 1))
      first = line + 1
    }
    if first <= lineKinds.count { nodes.append(node(lines: first..<lineKinds.count + 1)) }
    return nodes
  }

  private func node(lines: Range<Int>) -> Node {
    let start = source.rangeWithEnd(ofLine: lines.lowerBound).offsets.lowerBound
    let end = source.rangeWithEnd(ofLine: lines.upperBound - 1).offsets.upperBound
    return Node(
      kind: lineKinds[lines.lowerBound - 1], lines: lines, range: TextRange(start..<end))
  }
}
