extension ChangedFile {
  /// A raw change: `:100644 100644 HASH HASH M<TAB>path`; for a top-level folder as well as for a file.
  init?(rawLine line: ByteView, number: Int) {
    guard let tab = line.firstIndex(of: Ascii.tab) else { return nil }
    let paths = line.dropping(tab &+ 1)
    if let (old, new) = paths.split(at: Ascii.tab) {
      self.init(path: new.range, line: number)
      oldPath = old.range
    } else {
      self.init(path: paths.range, line: number)
    }
  }

  /// A line of a diffstat: ` path | 12 ++--`, ` path | Bin 0 -> 9 bytes`, ` path | Unmerged`.
  init?(diffstatLine line: ByteView, number: Int) {
    guard let bar = line.lastIndex(of: Ascii.bar), line[bar &- 1] == Ascii.space else { return nil }
    let name = line.prefix(bar).trimmed
    let change = line.dropping(bar &+ 1).trimmed
    guard !name.isEmpty, !change.isEmpty else { return nil }
    self.init(path: name.range, line: number)
    if let (old, new) = name.split(at: " => "), !name.contains("{") {
      oldPath = old.rangeIfAny
      path = new.range
    }
    if change.starts(with: "Bin") {
      binary = true
    } else if let (count, length) = change.leadingNumber() {
      let bar = change.dropping(length).trimmed
      (added, removed) = Self.split(count, bar: bar)
    } else if !change.equals("Unmerged") {
      return nil
    }
  }

  /// Divides a count of changed lines by the signs of the bar, which git scales to the line's width.
  private static func split(_ count: Int, bar: ByteView) -> (added: Int, removed: Int) {
    var plus = 0
    var minus = 0
    for offset in 0..<bar.count {
      if bar[offset] == Ascii.plus { plus &+= 1 } else if bar[offset] == Ascii.minus { minus &+= 1 }
    }
    if plus == 0 { return (0, count) }
    if minus == 0 { return (count, 0) }
    if plus &+ minus == count { return (plus, minus) }
    let share = Double(count) * Double(plus) / Double(plus &+ minus)
    let added = min(max(Int(exactly: share.rounded()) ?? count, 0), count)
    return (added, count - added)
  }
}

/// The last line of a diffstat: ` 3 files changed, 10 insertions(+), 2 deletions(-)`.
struct DiffSummary {
  var files: Int
  var insertions: Int
  var deletions: Int

  init?(_ line: ByteView) {
    let text = line.trimmed
    guard let (files, length) = text.leadingNumber() else { return nil }
    let rest = text.dropping(length)
    guard rest.starts(with: " file changed") || rest.starts(with: " files changed") else {
      return nil
    }
    self.files = files
    insertions = Self.number(before: " insertion", in: rest)
    deletions = Self.number(before: " deletion", in: rest)
  }

  private static func number(before word: StaticString, in text: ByteView) -> Int {
    guard let end = text.firstIndex(of: word) else { return 0 }
    var start = end
    while start > 0, Ascii.isDigit(text[start &- 1]) { start &-= 1 }
    return text.prefix(end).dropping(start).number() ?? 0
  }
}
