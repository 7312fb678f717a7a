/// What all parsers share: they go through the lines and file each under a kind.
protocol LineParser {
  /// The lines being read.
  var lines: Lines { get }
  /// The kind of each line.
  var kinds: [LineKind] { get set }
  /// The index of the line being read, from 0.
  var at: Int { get set }
}

extension LineParser {
  /// The number of the line being read, from 1.
  @inline(__always) var lineNumber: Int { at &+ 1 }

  /// Files the line being read under a kind and goes on to the next one.
  @inline(__always)
  mutating func accept(_ kind: LineKind) {
    kinds[at] = kind
    at &+= 1
  }

  /// Files all lines up to an index under a kind.
  mutating func accept(_ kind: LineKind, upTo end: Int) {
    while at < min(end, lines.count) { accept(kind) }
  }

  /// Takes lines that are a hash and nothing else, one commit on each.
  mutating func takeHashes(_ kind: LineKind) -> [TextRange] {
    var commits: [TextRange] = []
    while at < lines.count, let hash = lines[at].leadingHash(), lines[at].trimmedAtEnd.isHash {
      commits.append(hash.range)
      accept(kind)
    }
    return commits
  }
}
