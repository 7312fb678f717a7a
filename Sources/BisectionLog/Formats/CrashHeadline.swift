/// Finds what shows that a text is a crash report or the console of a crash.
enum CrashHeadline {
  /// The line of the first headline, from 1; nil if there is none.
  static func line(in lines: Lines) -> Int? {
    var consoleLine: Int?
    for index in 0..<lines.count {
      let line = lines[index]
      let message = line.withoutConsolePrefix
      if isOne(message) { return index &+ 1 }
      if consoleLine == nil, message.count < line.count || holdsFrame(line) || isComplaint(message)
      {
        consoleLine = index &+ 1
      }
    }
    return consoleLine
  }

  /// Whether a line contains a function with its offset and size: `link_path_walk+0x1b/0x3e0`.
  private static func holdsFrame(_ line: ByteView) -> Bool {
    guard let (_, tail) = line.split(at: "+0x") else { return false }
    let digits = tail.hexPrefixLength(limit: 16)
    return digits > 0 && tail.dropping(digits).starts(with: "/0x")
  }

  /// Whether a line is a complaint of lockdep or the like, for reports without a headline.
  private static func isComplaint(_ line: ByteView) -> Bool {
    line.contains("possible circular locking") || line.contains("suspicious RCU usage")
      || line.contains("inconsistent lock state") || line.contains("possible recursive locking")
      || line.contains("bad unlock balance") || line.contains("lock held when returning")
      || line.contains("unable to handle kernel") || line.contains("soft lockup")
      || line.contains("file count is zero")
  }

  /// Whether a line is the headline of a report.
  static func isOne(_ line: ByteView) -> Bool {
    switch line[0] {
    case UInt8(ascii: "B"):
      line.starts(with: "BUG: ") || line.starts(with: "BUG at ") || line.starts(with: "BUG ")
    case UInt8(ascii: "C"): line.starts(with: "Call Trace:") || line.starts(with: "Call trace:")
    case UInt8(ascii: "I"):
      line.starts(with: "INFO: ") || line.starts(with: "Internal error: ")
    case UInt8(ascii: "K"): line.starts(with: "Kernel panic") || line.starts(with: "Kernel BUG")
    case UInt8(ascii: "U"):
      line.starts(with: "UBSAN: ") || line.starts(with: "Unable to handle kernel ")
        || line.starts(with: "Unhandled fault: ")
    case UInt8(ascii: "W"): line.starts(with: "WARNING: ")
    default: isOther(line)
    }
  }

  private static func isOther(_ line: ByteView) -> Bool {
    line.starts(with: "------------[ cut here ]") || line.starts(with: "general protection fault")
      || line.starts(with: "kernel BUG at ") || line.starts(with: "unregister_netdevice: waiting")
      || line.starts(with: "divide error: ") || line.starts(with: "invalid opcode: ")
      || line.starts(with: "stack segment: ") || line.starts(with: "Oops")
      || line.starts(with: "unreferenced object 0x") || line.starts(with: "SYZFAIL: ")
      || line.starts(with: "SYZFATAL: ") || line.starts(with: "watchdog: ")
      || line.starts(with: "trusty: panic") || line.starts(with: "PANIC: ")
      || line.starts(with: "VFS: Busy inodes") || line.starts(with: "rcu: INFO: ")
      || line.starts(with: "Fatal") || line.starts(with: "kernel tried to execute")
      || line.starts(with: "BUILD_BUG") || line.starts(with: "REFCOUNT ERROR")
      || line.starts(with: "---[ end Kernel panic") || line.starts(with: "Backtrace:")
  }
}

extension ByteView {
  /// Where a bracket with a time, a task or a processor ends; nil if there is none.
  private var stampEnd: Int? {
    if let behind = ConsolePrefix.timeEnd(in: self, at: 0) { return behind &- 1 }
    guard self[0] == Ascii.openBracket,
      let end = prefix(32).firstIndex(of: Ascii.closeBracket)
    else { return nil }
    let inside = prefix(end).dropping(1).trimmed
    let isStamp =
      Ascii.isDigit(inside[0])
      || (inside[0] == UInt8(ascii: "T") || inside[0] == UInt8(ascii: "C"))
        && Ascii.isDigit(inside[1])
    return isStamp && !inside.isHash ? end : nil
  }

  /// Without the prefixes that consoles add to a message: `<4>`, `[   12.345678]`, `[ T1234]`, `[
  /// C0]`.
  var withoutConsolePrefix: ByteView {
    var rest = self
    if rest[0] == Ascii.less, let end = rest.prefix(5).firstIndex(of: Ascii.greater) {
      rest = rest.dropping(end &+ 1)
    }
    while let end = rest.stampEnd {
      rest = rest.dropping(end &+ 1).trimmed
    }
    return rest
  }
}
