/// The pieces frames are made of: symbols, offsets, source places, modules, marks.
///
/// After the grammar of syzkaller's `pkg/report` and what kernels of five architectures print.
enum FrameSyntax {
  /// Reads a symbol with its offset or its source place at the start of `text`.
  ///
  /// Returns whether anything follows it; nil if `text` begins otherwise, and then the frame means
  /// nothing. A frame is large, so it is written in place rather than returned.
  @inline(__always)
  static func read(_ text: ByteView, into frame: inout Frame) -> FrameEnd? {
    read(text, symbol: symbolLength(text), into: &frame)
  }

  /// The same, where `text` is known to begin with a symbol of some length, which may be 0.
  static func read(_ text: ByteView, symbol length: Int, into frame: inout Frame) -> FrameEnd? {
    guard length > 0 else { return readDemangled(text, into: &frame) }
    let next = text[length]
    if next == Ascii.plus { return readWithOffset(text, symbol: length, into: &frame) }
    if next == Ascii.space { return readWithSource(text, symbol: length, into: &frame) }
    // The names of registers have one colon after them and are many.
    let isPath = next == Ascii.colon && text[length &+ 1] == Ascii.colon
    return isPath || next == Ascii.less ? readDemangled(text, into: &frame) : nil
  }

  /// How many bytes of a symbol `text` begins with.
  @inline(__always)
  static func symbolLength(_ text: ByteView) -> Int {
    Ascii.startsSymbol(text[0]) ? text.leadingSymbolBytes : 0
  }

  /// `f+0x2b/0x3e0`, with what may follow.
  @inline(__always)
  private static func readWithOffset(
    _ text: ByteView, symbol: Int, into frame: inout Frame
  ) -> FrameEnd? {
    guard let (offset, size, end) = offsetAndSize(text, at: symbol) else { return nil }
    frame = Frame(function: text.prefix(symbol))
    frame.offset = offset
    frame.size = size
    return readPlace(text.dropping(end), into: &frame)
  }

  /// `f fs/aio.c:618 [inline]`, or the same without `[inline]`.
  @inline(__always)
  private static func readWithSource(
    _ text: ByteView, symbol: Int, into frame: inout Frame
  ) -> FrameEnd? {
    frame = Frame(function: text.prefix(symbol))
    let ending = readPlace(text.dropping(symbol), into: &frame)
    return frame.file == nil && !frame.inlined ? nil : ending
  }

  /// `+0x2b/0x3e0` at a place, with where it ends.
  @inline(__always)
  static func offsetAndSize(_ text: ByteView, at place: Int) -> (UInt64, UInt64, Int)? {
    guard text[place] == Ascii.plus, text[place &+ 1] == 0x30, text[place &+ 2] == Ascii.smallX
    else { return nil }
    var next = place &+ 3
    guard let (offset, offsetLength) = text.hexNumber(at: next) else { return nil }
    next &+= offsetLength
    guard text[next] == Ascii.slash else { return nil }
    next &+= 1
    if text[next] == 0x30, text[next &+ 1] == Ascii.smallX { next &+= 2 }
    guard let (size, sizeLength) = text.hexNumber(at: next) else { return nil }
    return (offset, size, next &+ sizeLength)
  }

  /// Reads what may follow a symbol: source places, `[inline]`, the module, marks.
  @inline(__always)
  static func readPlace(_ text: ByteView, into frame: inout Frame) -> FrameEnd {
    var rest = text
    while true {
      let blanks = rest.leadingBlanks
      rest = rest.dropping(blanks)
      guard !rest.isEmpty else { return .complete }
      let first = rest[0]
      if first == Ascii.openBracket {
        guard let end = rest.firstIndex(of: Ascii.closeBracket) else { return .trailing }
        readBracket(rest.prefix(end).dropping(1), into: &frame)
        rest = rest.dropping(end &+ 1)
      } else if first == Ascii.openParenthesis {
        guard let end = mark(rest, into: &frame) else { return .trailing }
        rest = rest.dropping(end)
      } else {
        guard blanks > 0, let (path, line, end) = sourcePlace(rest) else { return .trailing }
        // The reports of 2021 name the place twice; the first is the frame's own.
        if frame.line == nil {
          frame.file = path
          frame.line = line
        }
        rest = rest.dropping(end)
      }
    }
  }

  /// `inline`, or a module with or without its build.
  private static func readBracket(_ inside: ByteView, into frame: inout Frame) {
    if inside.equals("inline") {
      frame.inlined = true
    } else {
      let length = inside.firstIndex(of: Ascii.space) ?? inside.count
      frame.module = inside.prefix(length).rangeIfAny
    }
  }

  /// `(unreliable)`, `(P)`, `(discriminator 3)`; where it ends, nil if it is something else.
  private static func mark(_ text: ByteView, into frame: inout Frame) -> Int? {
    guard let end = text.firstIndex(of: Ascii.closeParenthesis) else { return nil }
    let inside = text.prefix(end).dropping(1)
    if inside.equals("unreliable") {
      frame.reliable = false
    } else if !inside.starts(with: "discriminator ") {
      guard inside.count >= 1, inside.count <= 3 else { return nil }
      for place in 0..<inside.count where inside[place] &- 0x41 > 25 { return nil }
    }
    return end &+ 1
  }

  /// `fs/aio.c:618` at the start of `text`: the path, the line, where it ends.
  @inline(__always)
  static func sourcePlace(_ text: ByteView) -> (TextRange?, Int, Int)? {
    let length = text.leadingPathBytes
    guard text[length] == Ascii.colon else { return nil }
    guard let (line, digits) = text.dropping(length &+ 1).leadingNumber() else {
      // What symbolisers print for code without a source.
      return text.starts(with: "??:?") ? (nil, 0, 4) : nil
    }
    let end = length &+ 1 &+ digits
    if text.starts(with: "??:") { return (nil, line, end) }
    let path = text.prefix(length)
    return endsLikeSource(path) ? (path.range, line, end) : nil
  }

  /// Whether a path ends in a point and one to three letters.
  @inline(__always)
  private static func endsLikeSource(_ path: ByteView) -> Bool {
    var last = path.count &- 1
    while last > path.count &- 4, Ascii.isLetter(path[last]) { last &-= 1 }
    return last > 0 && last < path.count &- 1 && path[last] == Ascii.dot
  }

  /// A frame of C++ or Rust, whose name holds colons, angles and blanks.
  private static func readDemangled(_ text: ByteView, into frame: inout Frame) -> FrameEnd? {
    guard text[0] == Ascii.less || Ascii.startsSymbol(text[0]),
      let colons = text.firstIndex(of: "::")
    else { return nil }
    if let plus = text.firstIndex(of: "+0x", from: colons),
      let (offset, size, end) = offsetAndSize(text, at: plus)
    {
      frame = Frame(function: text.prefix(plus))
      frame.offset = offset
      frame.size = size
      return readPlace(text.dropping(end), into: &frame)
    }
    guard let inline = text.firstIndex(of: " [inline]", from: colons),
      let blank = text.prefix(inline).lastIndex(of: Ascii.space)
    else { return nil }
    frame = Frame(function: text.prefix(blank))
    let ending = readPlace(text.dropping(blank), into: &frame)
    return frame.inlined ? ending : nil
  }
}

/// What the rest of a line after a frame is.
enum FrameEnd {
  /// Nothing follows.
  case complete
  /// Something follows that belongs to no frame.
  case trailing
}

extension Frame {
  /// A frame that has no place in a stack yet, and of which only the function is known.
  @inline(__always)
  init(function: ByteView) { self.init(index: 0, function: function.range, logLine: 0) }
}
