/// What all parsers share: they go through the lines and file each under a kind.
protocol LineParser: ~Copyable {
  /// The lines being read.
  var lines: Lines { get }
  /// What is known so far.
  var log: BisectionLog { get set }
  /// The kind of each line.
  var kinds: [LineKind] { get set }
  /// The index of the line being read, from 0.
  var at: Int { get set }
  /// The lines without content of their own, since they were joined to the line before or inserted
  /// between others; empty if there are none.
  var absorbed: [Bool] { get }
}

extension LineParser where Self: ~Copyable {
  /// Moves the log out, since copying all its parts would be slow.
  mutating func takeLog() -> BisectionLog {
    log.lineKinds = kinds
    let nothing = SourceText([])
    return exchange(&log, with: BisectionLog(source: nothing, text: nothing))
  }

  /// The number of the line being read, from 1.
  @inline(__always) var lineNumber: Int { at &+ 1 }

  /// Records the line being read under a kind and continues to the next one.
  @inline(__always)
  mutating func accept(_ kind: LineKind) {
    kinds[at] = kind
    at &+= 1
    if !absorbed.isEmpty { skipAbsorbed() }
  }

  /// Records lines without content of their own as continuations of the line before.
  mutating func skipAbsorbed() {
    while at < lines.count, absorbed[at] {
      kinds[at] = .continuation
      at &+= 1
    }
  }

  /// The index of the next line with content, after the one being read.
  var nextIndex: Int {
    var next = at &+ 1
    while next < absorbed.count, absorbed[next] { next &+= 1 }
    return next
  }

  /// Records all lines up to an index under a kind.
  mutating func accept(_ kind: LineKind, upTo end: Int) {
    let end = min(end, lines.count)
    guard absorbed.isEmpty else {
      while at < end { accept(kind) }
      return
    }
    while at < end {
      kinds[at] = kind
      at &+= 1
    }
  }

  /// Parses lines that are a hash and nothing else, one commit on each.
  mutating func takeHashes(_ kind: LineKind) -> [TextRange] {
    var commits: [TextRange] = []
    while at < lines.count, let hash = lines[at].leadingHash(), lines[at].trimmedAtEnd.isHash {
      commits.append(hash.range)
      accept(kind)
    }
    return commits
  }
}
