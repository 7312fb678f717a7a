/// The beginnings of lines that the formats know, as anchors to find out what precedes them.
///
/// In a wrapped text such a beginning follows the same kind of prefix on most lines. Anchors are
/// chosen so that hardly any of them occurs within an unwrapped line.
enum LineAnchor {
  /// How far into a line a beginning is looked for, in bytes: no known wrapping is longer.
  static let limit = 120

  /// Whether a line begins, at column 0, with a known beginning of a format.
  static func begins(_ line: ByteView) -> Bool {
    let text = line.dropping(line.leadingBlanks)
    guard !text.isEmpty else { return false }
    if let prefix = ConsolePrefix(of: line) {
      // A console's stamp before a bisection's line is not the line's own, nor is a journal's before
      // the name of a host.
      let rest = line.dropping(prefix.length)
      return !isOfBisection(rest) && !namesHost(rest)
    }
    if isOfReport(text) || isOfBisection(line) { return true }
    var frame = Frame(function: text)
    switch ReportLine(line, frame: &frame) {
    case .blank: return false
    case .tag, .frame, .bareRegister: return true
    case .text(let words): return isWholeLine(words)
    }
  }

  /// Whether a journal's `box kernel: ` follows its time (`journalctl -o short-monotonic`).
  private static func namesHost(_ text: ByteView) -> Bool {
    guard let blank = text.prefix(65).firstIndex(of: Ascii.space) else { return false }
    return text.dropping(blank &+ 1).starts(with: "kernel: ")
  }

  private static func isWholeLine(_ words: ByteView) -> Bool {
    // Rows of lists that name a function further on: held locks, states of interrupts.
    if words[0] == UInt8(ascii: "#"), let (_, digits) = words.dropping(1).leadingNumber(),
      words[1 &+ digits] == Ascii.colon
    {
      return true
    }
    if OpenerLine(words) != nil || SectionLine.section(of: words) != nil { return true }
    return words.contains("irqs last ") || words.contains(" is at ")
  }

  /// The position of the first known beginning after column 0; nil if there is none.
  static func offset(in line: ByteView) -> Int? {
    var offset = 1
    let end = min(line.count, limit)
    while offset < end {
      let last = line[offset &- 1]
      if isBoundary(last) || offset == 1 && isSign(last) || opensText(line, at: offset &- 1),
        isCandidate(line[offset])
      {
        let rest = line.dropping(offset)
        if isAnchor(rest) { return offset }
      }
      offset &+= 1
    }
    return nil
  }

  /// Whether a known beginning is at the start of a text.
  static func isAnchor(_ text: ByteView) -> Bool { isOfReport(text) || isOfBisection(text) }

  /// Whether a byte can be a prefix of its own.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte > Ascii.space && byte < 0x7F && !Ascii.isLetter(byte) && !Ascii.isDigit(byte)
      && byte != 0x5F && byte != Ascii.openParenthesis
  }

  /// Whether a quotation mark begins a column, a member, a field or an item, whose text may be a line.
  private static func opensText(_ line: ByteView, at place: Int) -> Bool {
    guard line[place] == Ascii.quote else { return false }
    let last = line[place &- 1]
    return last == Ascii.comma || last == Ascii.colon || last == UInt8(ascii: "=")
      || line.leadingBlanksAndTabs == place
  }

  /// Whether a prefix may end before the next byte.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    !Ascii.isLetter(byte) && !Ascii.isDigit(byte) && byte != Ascii.slash && byte != 0x5F
      && byte != Ascii.dot && byte != Ascii.plus && byte != Ascii.openParenthesis
      && byte != Ascii.quote && byte != UInt8(ascii: "=")
  }

  private static func isCandidate(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || byte == 0x5F || byte == Ascii.openBracket || byte == Ascii.question
      || byte == Ascii.less || byte == Ascii.minus || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "#") || Ascii.isHexDigit(byte)
  }

  /// Whether only a bisection has a line that begins so.
  static func isOfBisection(_ text: ByteView) -> Bool {
    let kind = SyzkallerLine.kind(of: text)
    switch SyzkallerLine.mark(text, kind) {
    case .unrecognised: break
    default: return true
    }
    switch kind {
    case .kernelSignature, .candidate, .bisecting, .firstBad, .recipients, .crashTitle: return true
    default: break
    }
    switch GitBisectLine.shape(text) {
    case .command(let words, let isTyped): return !isTyped && words.dropping(1).count > 2
    case .subject, .first, .possible, .onlySkipped: return true
    default: return false
    }
  }

  /// Whether a line of a kernel's console begins so.
  static func isOfReport(_ text: ByteView) -> Bool {
    switch text[0] {
    case Ascii.openBracket:
      if ConsolePrefix.begins(text) || text.starts(with: "[ INFO: ") {
        return true
      }
      return text[1] == Ascii.less && isFrame(text)
    case Ascii.question: return text[1] == Ascii.space && isFrame(text)
    case Ascii.less: return isTag(text)
    case UInt8(ascii: "="): return text.count >= 40 && text.starts(with: "==================")
    case Ascii.minus:
      return text.starts(with: "------------[ cut here ]") || text.starts(with: "---[ end ")
    default: return startsWithWords(text) || isFrame(text)
    }
  }

  private static func isTag(_ text: ByteView) -> Bool {
    guard let (_, length) = ContextTag.read(text) else { return false }
    let rest = text.dropping(length).trimmed
    return rest.isEmpty || isFrame(rest)
  }

  /// Whether a line is a frame with neither blanks nor an address before it.
  static func isFrameAtMargin(_ line: ByteView) -> Bool {
    guard Ascii.isLetter(line[0]) || line[0] == 0x5F else { return false }
    var frame = Frame(function: line)
    if case .frame = ReportLine(line, frame: &frame) { return true }
    return false
  }

  /// Whether a frame begins here: `? f+0x1/0x2`, `[<address>] f+0x1/0x2`.
  private static func isFrame(_ text: ByteView) -> Bool {
    var frame = Frame(function: text)
    guard case .frame = ReportLine(text, frame: &frame) else { return false }
    return frame.offset != nil && frame.size != nil
  }

  private static func startsWithWords(_ text: ByteView) -> Bool {
    switch text[0] {
    case UInt8(ascii: "A"): text.starts(with: "Allocated by task")
    case UInt8(ascii: "B"): text.starts(with: "BUG: ") || text.starts(with: "Backtrace:")
    case UInt8(ascii: "C"):
      text.starts(with: "Call Trace:") || text.starts(with: "Call trace:")
        || text.starts(with: "CPU: ") || text.starts(with: "Code: ") || text.starts(with: "CR2: ")
        || text.starts(with: "CS:  ")
    case UInt8(ascii: "D"): text.starts(with: "DR0: ") || text.starts(with: "DR3: ")
    case UInt8(ascii: "F"): text.starts(with: "FS:  ") || text.starts(with: "Freed by task")
    case UInt8(ascii: "H"): text.starts(with: "Hardware name: ")
    case UInt8(ascii: "I"):
      text.starts(with: "INFO: ") || text.starts(with: "Internal error: ")
        || text.starts(with: "IP: [<")
    case UInt8(ascii: "K"): text.starts(with: "Kernel panic - ")
    case UInt8(ascii: "M"):
      text.starts(with: "Modules linked in:") || text.starts(with: "Memory state around ")
    case UInt8(ascii: "N"): text.starts(with: "NMI backtrace for cpu")
    case UInt8(ascii: "R"): startsWithRegister(text) || text.starts(with: "Read of size ")
    case UInt8(ascii: "S"): text.starts(with: "Sending NMI from CPU")
    case UInt8(ascii: "T"): text.starts(with: "The buggy address belongs ")
    case UInt8(ascii: "U"): text.starts(with: "Unable to handle kernel ")
    case UInt8(ascii: "W"):
      text.starts(with: "WARNING: ") || text.starts(with: "Workqueue: ")
        || text.starts(with: "Write of size ")
    case UInt8(ascii: "g"): text.starts(with: "general protection fault")
    case UInt8(ascii: "k"): text.starts(with: "kernel BUG at ")
    case UInt8(ascii: "l"): text.starts(with: "lr : ")
    case UInt8(ascii: "p"): text.starts(with: "pc : ") || text.starts(with: "pstate: ")
    case UInt8(ascii: "s"): text.starts(with: "sp : ")
    // A register of arm64; titles of commits begin `x86: `.
    case UInt8(ascii: "x"):
      Ascii.isDigit(text[1]) && text.dropping(3).starts(with: ": ")
        && text.dropping(5).hexPrefixLength(limit: 16) >= 8
    default: false
    }
  }

  private static func startsWithRegister(_ text: ByteView) -> Bool {
    text.starts(with: "RIP: ") || text.starts(with: "RSP: ") || text.starts(with: "RAX: ")
      || text.starts(with: "RDX: ") || text.starts(with: "RBP: ") || text.starts(with: "R10: ")
      || text.starts(with: "R13: ")
  }
}
