/// Who ran a stack, in words: `task syz-executor.5/8478, CPU 0`.
enum ProcessContext {
  /// From `CPU: 0 UID: 0 PID: 8478 Comm: syz-executor.5 Not tainted ...`.
  static func ofHeader(_ line: ByteView) -> String {
    let task = task(of: line)
    // The number may be written with zeros in front.
    let processor = line.dropping(5).leadingNumber().map { String($0.value) } ?? ""
    guard let (name, number) = task else { return processor.isEmpty ? "" : "CPU " + processor }
    return named(name, number, ending: processor.isEmpty ? "" : ", CPU " + processor)
  }

  private static func task(of line: ByteView) -> (name: ByteView, number: ByteView?)? {
    guard let comm = line.firstIndex(of: " Comm: ") else { return nil }
    let rest = line.dropping(comm &+ 7)
    let end =
      rest.firstIndex(of: " Not tainted") ?? rest.firstIndex(of: " Tainted:") ?? rest.count
    guard let place = line.firstIndex(of: " PID: "),
      let (_, length) = line.dropping(place &+ 6).leadingNumber()
    else { return (rest.prefix(end), nil) }
    return (rest.prefix(end), line.dropping(place &+ 6).prefix(length))
  }

  /// From `task:syz-executor.5 state:D stack:27672 pid: 8470 ppid: ...` or its form before 5.9.
  static func ofTask(_ line: ByteView) -> String {
    guard let rest = line.after("task:") else {
      let words = line.words
      // The task's number, its parent's and its flags come last.
      return words.count >= 5 ? named(words[0], words[words.count - 3]) : ""
    }
    let end = rest.firstIndex(of: " state:") ?? rest.firstIndex(of: Ascii.space) ?? rest.count
    let name = rest.prefix(end).trimmed
    guard let place = rest.firstIndex(of: " pid:") else { return named(name, nil) }
    let digits = rest.dropping(place &+ 5).trimmed
    return named(name, digits.leadingNumber().map { digits.prefix($0.length) })
  }

  /// `task`, a name and a number, and further details.
  private static func named(
    _ name: ByteView, _ number: ByteView?, ending: String = ""
  ) -> String {
    let limit = name.count + (number?.count ?? 0) + ending.utf8.count + 6
    return StringAssembler.string(limit: limit) { words in
      words.append("task ")
      words.append(name)
      if let number {
        words.append("/")
        words.append(number)
      }
      words.append(ending)
    }
  }

  /// From what follows ` by ` in an opener: `task 8470 on cpu 1:`, `syz-executor.5/8470:`.
  static func ofOpener(_ line: ByteView, in text: SourceText) -> String {
    guard let place = line.lastIndex(of: " by ") else { return "" }
    var owner = line.dropping(place &+ 4)
    if owner.last == Ascii.colon { owner = owner.droppingLast(1) }
    if owner.starts(with: "task ") {
      let name = owner.firstIndex(of: " at ") ?? owner.count
      return text.string(owner.prefix(name).range)
    }
    return owner.starts(with: "interrupt") ? text.string(owner.range) : named(owner, nil)
  }
}
