/// A tag that names the context of the frames after it.
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
