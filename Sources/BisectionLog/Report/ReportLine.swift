/// What a line of a report is by its own form, regardless of its context.
enum ReportLine {
  /// Nothing but blanks.
  case blank
  /// `<IRQ>`, `</TASK>` and their like, alone on a line.
  case tag(ContextTag)
  /// A frame on a line of its own, perhaps after a tag.
  case frame(tag: ContextTag?)
  /// A register without a function: user space, or an address that means nothing.
  case bareRegister(isUserSpace: Bool)
  /// Anything else; the text without the blanks around it.
  case text(ByteView)

  /// Classifies a line and parses its frame if it has one; `line` has no console prefix.
  @inline(__always)
  init(_ line: ByteView, frame: inout Frame) {
    let blanks = line.leadingBlanks
    var rest = line.dropping(blanks)
    guard !rest.isEmpty else {
      self = .blank
      return
    }
    let first = rest[0]
    if Ascii.startsSymbol(first) {
      self = Self.plain(rest, isIndented: blanks > 0, &frame)
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
    self = Self.decorated(rest, tag: tag, whole: line.dropping(blanks), &frame)
  }

  /// A line that begins with a word.
  @inline(__always)
  private static func plain(
    _ text: ByteView, isIndented: Bool, _ frame: inout Frame
  ) -> ReportLine {
    if let register = RegisterLine.read(text, into: &frame) { return register }
    let symbol = FrameSyntax.symbolLength(text)
    if let end = FrameSyntax.read(text, symbol: symbol, into: &frame),
      accepts(frame, end, isIndented: isIndented)
    {
      return .frame(tag: nil)
    }
    if text.dropping(symbol).starts(with: " from "), ArmFrame.readPlain(text, into: &frame) {
      return .frame(tag: nil)
    }
    return .text(text.trimmedAtEnd)
  }

  /// A frame after a tag, addresses or a question mark; `whole` is the line if it is none.
  private static func decorated(
    _ text: ByteView, tag: ContextTag?, whole: ByteView, _ frame: inout Frame
  ) -> ReportLine {
    if text[0] == Ascii.minus, RegisterLine.readInterrupted(text, into: &frame) {
      return .frame(tag: nil)
    }
    var rest = text
    let addresses = AddressList(rest)
    rest = rest.dropping(addresses.length)
    if rest[0] == Ascii.openParenthesis, ArmFrame.readBracketed(rest, into: &frame) {
      return .frame(tag: tag)
    }
    var reliable = true
    if rest[0] == Ascii.question, rest[1] == Ascii.space {
      reliable = false
      rest = rest.dropping(1)
      rest = rest.dropping(rest.leadingBlanks)
    }
    guard let end = FrameSyntax.read(rest, into: &frame), accepts(frame, end, isIndented: true)
    else { return .text(whole.trimmedAtEnd) }
    frame.reliable = frame.reliable && reliable
    frame.address = addresses.first
    frame.inlined = frame.inlined || addresses.isMarkedInlined
    if tag != nil { frame.form = .tagged }
    return .frame(tag: tag)
  }

  /// Whether a symbol at the start of a line makes the line a frame.
  ///
  /// Console lines may have lost their end or gained another line's, so an offset after a blank is
  /// enough; words of a text with a place after them are not.
  @inline(__always)
  private static func accepts(_ frame: Frame, _ end: FrameEnd, isIndented: Bool) -> Bool {
    switch end {
    case .complete: isIndented || frame.offset != nil || frame.inlined
    case .trailing: isIndented && (frame.offset != nil || frame.inlined)
    }
  }
}
