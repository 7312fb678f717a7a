/// Who ran a stack, in words: `task syz-executor.5/8478, CPU 0`.
enum ProcessContext {
  /// From `CPU: 0 UID: 0 PID: 8478 Comm: syz-executor.5 Not tainted ...`.
  static func ofHeader(_ line: ByteView, in text: SourceText) -> String {
    var context = ""
    if let comm = line.firstIndex(of: " Comm: ") {
      let rest = line.dropping(comm &+ 7)
      let end =
        rest.firstIndex(of: " Not tainted") ?? rest.firstIndex(of: " Tainted:") ?? rest.count
      context = "task " + text.string(rest.prefix(end).range) + number(of: line, in: text)
    }
    if let (processor, _) = line.dropping(5).leadingNumber() {
      context += (context.isEmpty ? "CPU " : ", CPU ") + String(processor)
    }
    return context
  }

  private static func number(of line: ByteView, in text: SourceText) -> String {
    guard let place = line.firstIndex(of: " PID: "),
      let (_, length) = line.dropping(place &+ 6).leadingNumber()
    else { return "" }
    return "/" + text.string(line.dropping(place &+ 6).prefix(length).range)
  }

  /// From `task:syz-executor.5 state:D stack:27672 pid: 8470 ppid: ...` or its form before 5.9.
  static func ofTask(_ line: ByteView, in text: SourceText) -> String {
    guard let rest = line.after("task:") else {
      let words = line.words
      // The task's number, its parent's and its flags come last.
      guard words.count >= 5 else { return "" }
      return "task " + text.string(words[0].range) + "/"
        + text.string(words[words.count - 3].range)
    }
    let name = rest.firstIndex(of: " state:") ?? rest.firstIndex(of: Ascii.space) ?? rest.count
    var context = "task " + text.string(rest.prefix(name).trimmed.range)
    if let place = rest.firstIndex(of: " pid:") {
      let digits = rest.dropping(place &+ 5).trimmed
      if let (_, length) = digits.leadingNumber() {
        context += "/" + text.string(digits.prefix(length).range)
      }
    }
    return context
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
    return owner.starts(with: "interrupt")
      ? text.string(owner.range) : "task " + text.string(owner.range)
  }
}
