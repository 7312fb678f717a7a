/// A line in which a register names a function: `RIP: 0010:f+0x1/0x2`, `pc : f+0x1/0x2`.
struct RegisterLine {
  private var frame: FrameLine?
  private var isUserSpace = false

  /// The line as it takes part in a report.
  @inline(__always)
  var asReportLine: ReportLine {
    frame.map { .frame($0, tag: nil) } ?? .bareRegister(isUserSpace: isUserSpace)
  }

  /// Reads a line without the blanks in front of it; nil where no such register begins it.
  @inline(__always)
  init?(_ text: ByteView) {
    guard let (register, rest, needsFunction) = Self.register(text) else { return nil }
    self.init(register: register, rest, needsFunction: needsFunction)
  }

  private init?(register: TextRange, _ value: ByteView, needsFunction: Bool) {
    var rest = value
    if let (segment, length) = Self.segment(rest) {
      // The two low bits of a selector are the privilege level; 3 is user space.
      isUserSpace = segment & 3 == 3
      rest = rest.dropping(length)
    }
    rest = rest.dropping(rest.leadingBlanks)
    let addresses = AddressList(rest)
    rest = rest.dropping(addresses.length)
    if var (found, _) = FrameSyntax.frame(at: rest) {
      found.register = register
      found.form = .register
      found.address = addresses.first
      frame = found
      return
    }
    let hasAddress = rest.starts(with: "0x") || rest.starts(with: "(null)")
    guard hasAddress || !needsFunction && (addresses.length > 0 || isUserSpace) else { return nil }
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

  /// `0010:` in front of an address: the selector and its length.
  @inline(__always)
  private static func segment(_ text: ByteView) -> (UInt64, Int)? {
    guard let (value, length) = text.hexNumber(at: 0), length >= 2, length <= 4,
      text[length] == Ascii.colon
    else { return nil }
    return (value, length &+ 1)
  }

  /// `--- interrupt: 700 at f+0x1/0x2` of powerpc: where the trap struck.
  static func interruptedFrame(_ text: ByteView) -> FrameLine? {
    guard let rest = text.after("--- interrupt: ") ?? text.after("--- Exception: "),
      let place = rest.firstIndex(of: " at "),
      var (frame, _) = FrameSyntax.frame(at: rest.dropping(place &+ 4)), frame.offset != nil
    else { return nil }
    frame.form = .register
    return frame
  }
}
