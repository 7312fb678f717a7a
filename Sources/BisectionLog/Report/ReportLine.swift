/// What a line of a report is by its own form, whatever stands around it.
enum ReportLine {
  /// Nothing but blanks.
  case blank
  /// `<IRQ>`, `</TASK>` and their like, alone on a line.
  case tag(ContextTag)
  /// A frame on a line of its own, perhaps behind a tag.
  case frame(FrameLine, tag: ContextTag?)
  /// A register without a function: user space, or an address that means nothing.
  case bareRegister(isUserSpace: Bool)
  /// Anything else; the text without the blanks around it.
  case text(ByteView)

  /// Tells what a line is; `line` has no console prefix.
  @inline(__always)
  init(_ line: ByteView) {
    let blanks = line.leadingBlanks
    var rest = line.dropping(blanks)
    guard !rest.isEmpty else {
      self = .blank
      return
    }
    let first = rest[0]
    if Ascii.startsSymbol(first) {
      if let register = RegisterLine(rest) {
        self = register.asReportLine
        return
      }
      if let (frame, end) = FrameSyntax.frame(at: rest),
        Self.accepts(frame, end, isIndented: blanks > 0)
      {
        self = .frame(frame, tag: nil)
        return
      }
      if let frame = ArmFrame.plain(rest) {
        self = .frame(frame, tag: nil)
        return
      }
      self = .text(rest.trimmedAtEnd)
      return
    }
    var tag: ContextTag?
    if first == Ascii.less, let (found, length) = ContextTag.read(rest) {
      rest = rest.dropping(length)
      rest = rest.dropping(rest.leadingBlanks)
      guard !rest.isEmpty else {
        self = .tag(found)
        return
      }
      tag = found
    }
    self = Self.decorated(rest, tag: tag, whole: line.dropping(blanks))
  }

  /// A frame behind a tag, addresses or a question mark; `whole` is the line if it is none.
  private static func decorated(_ text: ByteView, tag: ContextTag?, whole: ByteView) -> ReportLine {
    if text[0] == Ascii.minus, let frame = RegisterLine.interruptedFrame(text) {
      return .frame(frame, tag: nil)
    }
    var rest = text
    let addresses = AddressList(rest)
    rest = rest.dropping(addresses.length)
    if rest[0] == Ascii.openParenthesis, let frame = ArmFrame.bracketed(rest) {
      return .frame(frame, tag: tag)
    }
    var reliable = true
    if rest[0] == Ascii.question, rest[1] == Ascii.space {
      reliable = false
      rest = rest.dropping(1)
      rest = rest.dropping(rest.leadingBlanks)
    }
    guard let (found, end) = FrameSyntax.frame(at: rest), accepts(found, end, isIndented: true)
    else { return .text(whole.trimmedAtEnd) }
    var frame = found
    frame.reliable = frame.reliable && reliable
    frame.address = addresses.first
    frame.inlined = frame.inlined || addresses.saysInlined
    if tag != nil { frame.form = .tagged }
    return .frame(frame, tag: tag)
  }

  /// Whether a symbol at the start of a line makes the line a frame.
  ///
  /// Console lines may have lost their end or gained another line's, so an offset behind a blank
  /// is enough; words of a text with a place behind them are not.
  @inline(__always)
  private static func accepts(_ frame: FrameLine, _ end: FrameEnd, isIndented: Bool) -> Bool {
    switch end {
    case .complete: isIndented || frame.offset != nil || frame.inlined
    case .trailing: isIndented && (frame.offset != nil || frame.inlined)
    }
  }
}

/// The addresses in brackets in front of a frame: `[<ffffffff81234567>] `.
struct AddressList {
  /// The first one's digits.
  var first: TextRange?
  /// How many bytes they take, the blanks behind them included.
  var length = 0
  /// Whether `[<     inline     >]` stands there, as syzkaller of 2016 marked inlined frames.
  var saysInlined = false

  /// The addresses at the start of a text; up to three, and times that were torn from a prefix.
  init(_ text: ByteView) {
    var rest = text
    for _ in 0..<3 {
      guard rest[0] == Ascii.openBracket, let end = rest.firstIndex(of: Ascii.closeBracket) else {
        return
      }
      var inside = rest.prefix(end).dropping(1)
      if inside[0] == Ascii.less, inside.last == Ascii.greater {
        inside = inside.dropping(1).droppingLast(1).trimmed
      }
      guard take(inside) else { return }
      let behind = rest.dropping(end &+ 1)
      let taken = end &+ 1 &+ behind.leadingBlanks
      length &+= taken
      rest = rest.dropping(taken)
    }
  }

  /// Takes what stands between brackets; false where it is no address.
  private mutating func take(_ inside: ByteView) -> Bool {
    if inside.equals("inline") {
      saysInlined = true
      return true
    }
    if inside.equals("(null)") || inside.equals("(ptrval)") || inside.equals("(____ptrval____)") {
      return true
    }
    let digits = inside.starts(with: "0x") ? inside.dropping(2) : inside
    if let (_, length) = digits.hexNumber(at: 0), length == digits.count {
      if first == nil { first = inside.range }
      return true
    }
    let number = inside.trimmed
    return number.leadingDecimal()?.length == number.count && number.contains(".")
  }
}

/// A tag that says in what context the frames behind it ran.
enum ContextTag {
  case interruptBegins, interruptEnds
  case nonMaskableBegins, nonMaskableEnds
  case taskBegins, taskEnds
  case exceptionBegins, exceptionEnds

  /// The tag at the start of a text and its length.
  static func read(_ text: ByteView) -> (ContextTag, Int)? {
    guard let end = text.firstIndex(of: Ascii.greater), end < 24 else { return nil }
    let closes = text[1] == Ascii.slash
    let name = text.prefix(end).dropping(closes ? 2 : 1)
    guard let tag = named(name, closes: closes) else { return nil }
    return (tag, end &+ 1)
  }

  private static func named(_ name: ByteView, closes: Bool) -> ContextTag? {
    switch name[0] {
    case UInt8(ascii: "I") where name.equals("IRQ"): closes ? .interruptEnds : .interruptBegins
    case UInt8(ascii: "S") where name.equals("SOFTIRQ"): closes ? .interruptEnds : .interruptBegins
    case UInt8(ascii: "N") where name.equals("NMI"): closes ? .nonMaskableEnds : .nonMaskableBegins
    case UInt8(ascii: "T") where name.equals("TASK"): closes ? .taskEnds : .taskBegins
    // End of interrupt: what follows ran before it.
    case UInt8(ascii: "E") where name.equals("EOI"): .interruptEnds
    case UInt8(ascii: "E") where name.equals("EOE"): .exceptionEnds
    case UInt8(ascii: "#"): closes ? .exceptionEnds : .exceptionBegins
    case UInt8(ascii: "E") where name.equals("ENTRY_TRAMPOLINE"),
      UInt8(ascii: "S") where name.equals("SYSENTER"), UInt8(ascii: "U") where name.equals("UNK"):
      closes ? .exceptionEnds : .exceptionBegins
    default: nil
    }
  }
}

/// Frames of 32-bit arm, which name the called function, too: `(show_stack) from (dump_stack+0xa0/0xc0)`.
enum ArmFrame {
  /// The form with parentheses and addresses, behind the first address.
  ///
  /// Old kernels print leaked objects' frames alike: `(ptrval): 0xffff (f+0x1/0x2)`.
  static func bracketed(_ text: ByteView) -> FrameLine? {
    guard let close = text.firstIndex(of: Ascii.closeParenthesis) else { return nil }
    let callee = text.prefix(close).dropping(1)
    let behind = text.dropping(close &+ 1)
    if let rest = behind.after(" from ") { return caller(rest, callee: callee) }
    guard behind[0] == Ascii.colon, let open = behind.firstIndex(of: Ascii.openParenthesis),
      let (frame, _) = FrameSyntax.frame(at: behind.dropping(open &+ 1)), frame.offset != nil
    else { return nil }
    return frame
  }

  private static func caller(_ text: ByteView, callee: ByteView) -> FrameLine? {
    let addresses = AddressList(text)
    let rest = text.dropping(addresses.length)
    guard rest[0] == Ascii.openParenthesis,
      let end = rest.lastIndex(of: Ascii.closeParenthesis),
      var (frame, _) = FrameSyntax.frame(at: rest.prefix(end).dropping(1))
    else { return nil }
    _ = FrameSyntax.readPlace(rest.dropping(end &+ 1), into: &frame)
    frame.address = addresses.first
    frame.callee = FrameSyntax.symbolLength(callee) == callee.count ? callee : nil
    return frame
  }

  /// The form of newer kernels without addresses: `f from g+0x1/0x2`.
  static func plain(_ text: ByteView) -> FrameLine? {
    let length = FrameSyntax.symbolLength(text)
    guard length > 0, text[length] == Ascii.space,
      let rest = text.dropping(length).after(" from "),
      var (frame, _) = FrameSyntax.frame(at: rest), frame.offset != nil || frame.inlined
    else { return nil }
    frame.callee = text.prefix(length)
    return frame
  }
}
