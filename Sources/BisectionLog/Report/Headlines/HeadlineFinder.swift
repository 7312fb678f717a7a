/// What a line announces, before it has a place in a report.
struct FoundHeadline {
  var kind: HeadlineKind
  var function: TextRange?
  var detail: TextRange?
  var secondDetail: TextRange?

  init(
    _ kind: HeadlineKind, function: TextRange? = nil, detail: TextRange? = nil,
    secondDetail: TextRange? = nil
  ) {
    self.kind = kind
    self.function = function
    self.detail = detail
    self.secondDetail = secondDetail
  }
}

/// Finds the lines that announce a crash, by the words that syzkaller looks for.
enum HeadlineFinder {
  /// The family of a line and the line from the family's words on; nil for a line that announces
  /// nothing.
  static func family(of line: ByteView) -> (HeadlineFamily, ByteView)? {
    var found: (family: HeadlineFamily, place: Int)?
    var place = 0
    while place < line.count {
      if let family = family(at: line, place), family.rawValue < found?.family.rawValue ?? Int.max {
        found = (family, place)
      }
      place &+= 1
    }
    guard let found else { return nil }
    guard !isNoise(line, found.family) else { return familyBelow(found.family, in: line) }
    return (found.family, line.dropping(found.place))
  }

  /// The next family whose words are in a line, where those of a family before it are noise.
  private static func familyBelow(
    _ taken: HeadlineFamily, in line: ByteView
  ) -> (HeadlineFamily, ByteView)? {
    for family in HeadlineFamily.allCases.dropFirst(taken.rawValue + 1) {
      for place in 0..<line.count where self.family(at: line, place) == family {
        guard !isNoise(line, family) else { break }
        return (family, line.dropping(place))
      }
    }
    return nil
  }

  /// The family whose words stand at a place.
  @inline(__always)
  private static func family(at line: ByteView, _ place: Int) -> HeadlineFamily? {
    // Most bytes of a text are small letters that begin none of the words.
    switch line[place] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): capital(line.dropping(place))
    case UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "i"),
      UInt8(ascii: "k"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "s"),
      UInt8(ascii: "t"), UInt8(ascii: "u"):
      small(line.dropping(place))
    default: nil
    }
  }

  private static func capital(_ rest: ByteView) -> HeadlineFamily? {
    switch rest[0] {
    case UInt8(ascii: "A"): rest.starts(with: "Alignment trap:") ? .alignmentTrap : nil
    case UInt8(ascii: "B"):
      rest.starts(with: "BUG:")
        ? .bug
        : rest.starts(with: "BUG kmalloc-")
          ? .slabBug : rest.starts(with: "Booting the kernel.") ? .booting : nil
    case UInt8(ascii: "I"):
      rest.starts(with: "INFO:")
        ? .info : rest.starts(with: "Internal error:") ? .internalError : nil
    case UInt8(ascii: "K"):
      rest.starts(with: "Kernel panic")
        ? .kernelPanic : rest.starts(with: "Kernel BUG") ? .capitalKernelBug : nil
    case UInt8(ascii: "P"): rest.starts(with: "PANIC: double fault") ? .doubleFault : nil
    case UInt8(ascii: "S"):
      rest.starts(with: "SYZFAIL:")
        ? .executorFailure : rest.starts(with: "SYZFATAL:") ? .executorFatal : nil
    case UInt8(ascii: "U"):
      rest.starts(with: "Unable to handle kernel")
        ? .unableToHandle
        : rest.starts(with: "UBSAN:")
          ? .ubsan : rest.starts(with: "Unhandled fault:") ? .unhandledFault : nil
    case UInt8(ascii: "V"):
      rest.starts(with: "VFS: Close: file count is 0")
        ? .filesClosed : rest.starts(with: "VFS: Busy inodes after unmount") ? .busyInodes : nil
    case UInt8(ascii: "W"): rest.starts(with: "WARNING:") ? .warning : nil
    default: nil
    }
  }

  private static func small(_ rest: ByteView) -> HeadlineFamily? {
    switch rest[0] {
    case UInt8(ascii: "d"):
      rest.starts(with: "divide error:")
        ? .divideError : rest.starts(with: "divide_error:") ? .divideErrorMisspelt : nil
    case UInt8(ascii: "f"): rest.starts(with: "fatal error:") ? .goRuntime : nil
    case UInt8(ascii: "g"): rest.starts(with: "general protection fault") ? .protectionFault : nil
    case UInt8(ascii: "i"):
      rest.starts(with: "invalid opcode:")
        ? .invalidOpcode : rest.starts(with: "int3:") ? .int3 : nil
    case UInt8(ascii: "k"): rest.starts(with: "kernel BUG") ? .kernelBug : nil
    case UInt8(ascii: "p"): rest.starts(with: "panic:") ? .panic : nil
    case UInt8(ascii: "r"): rest.starts(with: "rust_kernel: panicked") ? .rustPanic : nil
    case UInt8(ascii: "s"): rest.starts(with: "stack segment: ") ? .stackSegment : nil
    case UInt8(ascii: "t"): rest.starts(with: "trusty: panic") ? .trusty : nil
    case UInt8(ascii: "u"):
      rest.starts(with: "unregister_netdevice: waiting for") ? .netdevice : nil
    default: nil
    }
  }

  /// What a line of a family announces; `text` begins with the family's words.
  static func headline(_ family: HeadlineFamily, _ text: ByteView) -> FoundHeadline {
    switch family {
    case .bug: bug(text)
    case .warning: warning(text)
    case .info: info(text)
    case .kernelPanic: kernelPanic(text)
    default: fault(family, text)
    }
  }

  /// The function name at the start of a text, up to its suffix or offset; nil where none of these
  /// follows, as behind inlined functions.
  static func function(at text: ByteView) -> TextRange? {
    var length = 0
    while Ascii.isLetter(text[length]) || Ascii.isDigit(text[length]) || text[length] == 0x5F {
      length &+= 1
    }
    guard length > 0, text[length] == Ascii.plus || text[length] == Ascii.dot else { return nil }
    return text.prefix(length).range
  }

  /// How many small letters and hyphens a text begins with.
  static func kindLength(_ text: ByteView) -> Int {
    var length = 0
    while text[length] &- 0x61 < 26 || text[length] == Ascii.minus { length &+= 1 }
    return length
  }

  /// The kind of the first literal a text begins with.
  static func literal(
    _ text: ByteView, _ table: [(StaticString, HeadlineKind)]
  ) -> HeadlineKind? {
    for (words, kind) in table where text.starts(with: words) { return kind }
    return nil
  }
}
