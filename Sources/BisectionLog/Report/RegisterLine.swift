/// A line in which a register names a function: `RIP: 0010:f+0x1/0x2`, `pc : f+0x1/0x2`.
enum RegisterLine {
  /// Reads a line without the blanks before it, and its frame where it has one; nil if no such
  /// register begins it.
  @inline(__always)
  static func read(_ text: ByteView, into frame: inout Frame) -> ReportLine? {
    guard let (register, rest, needsFunction) = register(text) else { return nil }
    return read(rest, of: register, needsFunction: needsFunction, into: &frame)
  }

  private static func read(
    _ value: ByteView, of register: TextRange, needsFunction: Bool, into frame: inout Frame
  ) -> ReportLine? {
    var rest = value
    var isUserSpace = false
    if let (segment, length) = segment(rest) {
      // The two low bits of a selector are the privilege level; 3 is user space.
      isUserSpace = segment & 3 == 3
      rest = rest.dropping(length)
    }
    rest = rest.dropping(rest.leadingBlanks)
    let addresses = AddressList(rest)
    rest = rest.dropping(addresses.length)
    if FrameSyntax.read(rest, into: &frame) != nil {
      frame.register = register
      frame.form = .register
      frame.address = addresses.first
      return .frame(tag: nil)
    }
    let hasAddress = rest.starts(with: "0x") || rest.starts(with: "(null)")
    guard hasAddress || !needsFunction && (addresses.length > 0 || isUserSpace) else { return nil }
    return .bareRegister(isUserSpace: isUserSpace)
  }

  /// The register that begins a line, what follows it, and whether only a function counts.
  @inline(__always)
  private static func register(_ text: ByteView) -> (TextRange, ByteView, Bool)? {
    switch text[0] {
    case UInt8(ascii: "R"): instructionPointer(text, "RIP")
    case UInt8(ascii: "E"):
      text.after("EIP is at ").map { (text.prefix(3).range, $0, true) }
        ?? instructionPointer(text, "EIP")
    case UInt8(ascii: "I"):
      text.after("IP is at ").map { (text.prefix(2).range, $0, true) }
        ?? instructionPointer(text, "IP")
    case UInt8(ascii: "p"): text.after("pc : ").map { (text.prefix(2).range, $0, true) }
    case UInt8(ascii: "P"): text.after("PC is at ").map { (text.prefix(2).range, $0, true) }
    case UInt8(ascii: "l"): text.after("lr : ").map { (text.prefix(2).range, $0, true) }
    case UInt8(ascii: "L"):
      (text.after("LR is at ") ?? text.after("LR [").map { _ in text.dropping(3) })
        .map { (text.prefix(2).range, $0, true) }
    case UInt8(ascii: "N"):
      text.after("NIP [").map { _ in (text.prefix(3).range, text.dropping(4), true) }
    case UInt8(ascii: "e"): text.after("epc : ").map { (text.prefix(3).range, $0, true) }
    case UInt8(ascii: "r"): text.after("ra : ").map { (text.prefix(2).range, $0, true) }
    default: nil
    }
  }

  /// `RIP: ` or, before 4.10, `RIP  [<...>]`.
  @inline(__always)
  private static func instructionPointer(
    _ text: ByteView, _ name: StaticString
  ) -> (TextRange, ByteView, Bool)? {
    guard let rest = text.after(name) else { return nil }
    let range = text.prefix(name.utf8CodeUnitCount).range
    if rest[0] == Ascii.colon {
      let value = rest.dropping(1)
      return (range, value.dropping(value.leadingBlanks), false)
    }
    guard rest[0] == Ascii.space, rest[1] == Ascii.space || rest[1] == Ascii.openBracket else {
      return nil
    }
    return (range, rest.dropping(rest.leadingBlanks), false)
  }

  /// Whether a line has the instruction pointer in the form that x86 kernels before 4.18 print
  /// again after the trace, "in case the oops scrolled away" (`__die` in
  /// arch/x86/kernel/dumpstack.c): `RIP  [<...>] f+0x1/0x2`, `RIP: f+0x1/0x2 RSP: ...`, `EIP:
  /// [<...>] f+0x1/0x2 SS:ESP ...`.
  ///
  /// A register block names the segment before the address, this form does not.
  static func isRepeated(_ text: ByteView) -> Bool {
    let line = text.dropping(text.leadingBlanks)
    guard let (_, rest, _) = instructionPointer(line, "RIP") ?? instructionPointer(line, "EIP")
    else { return false }
    return segment(rest) == nil
  }

  /// `0010:` before an address: the selector and its length.
  @inline(__always)
  private static func segment(_ text: ByteView) -> (UInt64, Int)? {
    guard let (value, length) = text.hexNumber(at: 0), length >= 2, length <= 4,
      text[length] == Ascii.colon
    else { return nil }
    return (value, length &+ 1)
  }

  /// `--- interrupt: 700 at f+0x1/0x2` of powerpc: where the trap struck.
  static func readInterrupted(_ text: ByteView, into frame: inout Frame) -> Bool {
    guard let rest = text.after("--- interrupt: ") ?? text.after("--- Exception: "),
      let place = rest.firstIndex(of: " at "),
      FrameSyntax.read(rest.dropping(place &+ 4), into: &frame) != nil, frame.offset != nil
    else { return false }
    frame.form = .register
    return true
  }
}
