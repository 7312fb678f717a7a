/// The known forms of lines in a report that contain no frame and open no stack.
///
/// The sentences of the kernel's reports, and any message in the form that `pr_fmt` and
/// `dev_printk` give it. What is neither is kept as ``ReportSectionKind/unrecognised``: where such
/// lines are many, the text is not a kernel log or is in a wrapping that was not taken off.
enum ReportProse {
  /// Whether a line without blanks around it, and without a console prefix, is one that kernels print.
  static func isKnown(_ words: ByteView) -> Bool {
    isMessage(words) || hasKnownStart(words) || isRule(words) || isNumbers(words)
      || words.contains("ainted") || words.contains(" is trying to ")
  }

  /// Whether words can be the name of what follows them: a sentence, not a line with stamps or hosts in front.
  static func canBeLabel(_ words: ByteView) -> Bool {
    guard Ascii.isLetter(words[0]) else { return false }
    var index = 0
    while let colon = words.firstIndex(of: Ascii.colon, from: index) {
      // A time of day, or a name with a message after it.
      if Ascii.isDigit(words[colon &- 1]), Ascii.isDigit(words[colon &+ 1]) { return false }
      index = colon &+ 1
    }
    return true
  }

  /// `bridge0: port 1(bridge_slave_0) entered disabled state`, `usb 1-1: device descriptor read`:
  /// the name of a driver or device, of two words at most, and a message.
  private static func isMessage(_ words: ByteView) -> Bool {
    guard Ascii.isLetter(words[0]) else { return false }
    // Most are one short word, as the names of registers.
    let word = words.word(at: 0).leadingSymbolBytes
    if words[word] == Ascii.colon, words[word &+ 1] == Ascii.space { return true }
    var hasBlank = false
    var index = 1
    while index < 50 {
      while Ascii.continuesMessageName(words[index]) { index &+= 1 }
      let byte = words[index]
      if byte == Ascii.colon {
        if words[index &+ 1] == Ascii.space {
          return index < 50 && words[index &- 1] != Ascii.space
        }
      } else if byte != Ascii.space || hasBlank {
        return false
      } else {
        hasBlank = true
      }
      index &+= 1
    }
    return false
  }

  /// A line of one sign: `=====`, `-----`.
  private static func isRule(_ words: ByteView) -> Bool {
    let first = words[0]
    guard words.count >= 8, !Ascii.isLetter(first), !Ascii.isDigit(first) else { return false }
    for index in 0..<words.count where words[index] != first { return false }
    return true
  }

  /// Rows of numbers: the raw stack, registers in pairs, hexadecimal dumps.
  private static func isNumbers(_ words: ByteView) -> Bool {
    var rest = words
    var found = false
    while !rest.isEmpty {
      let end = rest.firstIndex(of: Ascii.space) ?? rest.count
      guard isNumber(rest.prefix(end)) else { return false }
      found = true
      rest = rest.dropping(end)
      rest = rest.dropping(rest.leadingBlanks)
    }
    return found
  }

  /// `ffff8801`, `r5:00000000`, `<f0>`, `5:`.
  private static func isNumber(_ word: ByteView) -> Bool {
    var digits = word
    if let colon = digits.firstIndex(of: Ascii.colon), colon <= 4 {
      digits = digits.dropping(colon &+ 1)
    }
    while digits[0] == Ascii.less || digits[0] == Ascii.openParenthesis {
      digits = digits.dropping(1)
    }
    while digits.last == Ascii.greater || digits.last == Ascii.closeParenthesis {
      digits = digits.droppingLast(1)
    }
    guard !digits.isEmpty else { return true }
    guard let (_, length) = digits.hexNumber(at: 0) else { return false }
    return length == digits.count
  }

  /// Whether a line begins as those of reports that hold no frame do.
  static func hasKnownStart(_ words: ByteView) -> Bool {
    let first = Int(words[0])
    for index in orderedStarts.places[first]..<orderedStarts.places[first &+ 1]
    where words.starts(with: orderedStarts.starts[index]) {
      return true
    }
    return false
  }

  /// ``starts`` ordered by the byte that each begins with, and the index of the first one for each byte.
  private static let orderedStarts: (starts: [StaticString], places: [Int]) = {
    var byFirstByte = Array(repeating: [StaticString](), count: 256)
    for start in starts { byFirstByte[Int(start.utf8Start.pointee)].append(start) }
    var places = [0]
    for group in byFirstByte { places.append(places[places.count - 1] + group.count) }
    return (Array(byFirstByte.joined()), places)
  }()

  /// How the other lines of reports begin, by the files that print them.
  private static let starts: [StaticString] = [
    // kernel/panic.c, lib/dump_stack.c
    "---[ end ", "------------[ ", "PID = ", "Preemption disabled at", "Shutting down cpus",
    // mm/kasan, mm/kfence, mm/debug.c, mm/page_owner.c, mm/kmemleak.c
    "The buggy ", "which belongs to ", "Read of size ", "Write of size ", "Read at ", "Write at ",
    "Object ", "page dumped ", "page_owner ", "page:", "page allocated ", "page last ", "head:",
    "memcg:", "pages's memcg:", "raw:", "flags:", "and is located ", "aops:", "addr:",
    "unreferenced object ", "comm \"", "hex dump ", "Reported by ", "Data copied ",
    "leaked reference",
    // kernel/locking/lockdep.c
    "other info that ", "but ", "which ", "the ", "and ", "to a ", "Chain exists of",
    "inconsistent {",
    "irq event stamp", "no lock", "Showing ", "rcu_", "-> (", "(&", "}", "softirqs last ",
    "hardirqs last ",
    "IRQs not ",
    "turning off the locking ", "context-{", "... ", "...", "downgrading ", "May be due to ",
    "*** DEADLOCK", "<Interrupt>",
    // kernel/rcu, kernel/hung_task.c, lib/nmi_backtrace.c
    "\"echo 0", "Sending NMI ", "All QSes ", "RCU ", "(detected by ", "(t=", "Task dump ",
    "(stack is not ", "mems_allowed=",
    // lib/ubsan.c, lib/fault-inject.c
    "shift exponent ", "signed integer ", "unsigned integer ", "name fail",
    // The trap handlers in arch.
    "PGD ", "pgd", "PND ", "#PF", "RSP <", "RSP:", "Stack:", "Exception stack", "Mem abort info",
    "Data abort info", "ESR = ", "EC = ", "SET = ", "ISV = ", "EA = ", "CM = ", "FSC = ",
    "Process ",
    "unwind stack ", "kernel stack overflow", "stack guard page", "Register r",
    "paging request at ",
    "Thread overran stack", "Disabling ",
    // What runs beside a crash: printk itself, network devices, syzkaller.
    "** ", "(ftrace buffer ", "device ", "executing program", "syz", "loop exited ",
  ]
}

extension Ascii {
  /// Whether the name before a message may hold a byte: `usb 1-1.2:1.0`, `EXT4-fs (loop0)`.
  @inline(__always)
  static func continuesMessageName(_ byte: UInt8) -> Bool {
    // A bit for each byte: `#()-./` and digits; `@`, letters and underscore.
    let bits: UInt64 = byte < 64 ? 0x3FFE30800000000 : byte < 128 ? 0x7FFFFFE87FFFFFF : 0
    return bits >> UInt64(byte & 63) & 1 == 1
  }
}
