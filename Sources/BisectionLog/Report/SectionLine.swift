/// The part of a report without frames that a line belongs to, determined by its form.
enum SectionLine {
  /// The kind and label of a line's section; nil for a line of no known section.
  static func section(of text: ByteView) -> (ReportSectionKind, String)? {
    if let row = registers(text) { return row }
    switch text[0] {
    case UInt8(ascii: "H") where text.starts(with: "Hardware name: "),
      UInt8(ascii: "W") where text.starts(with: "Workqueue: "),
      UInt8(ascii: "T") where text.starts(with: "Tainted: "):
      return (.header, "Process")
    case UInt8(ascii: "M") where text.starts(with: "Modules linked in:"):
      return (.modules, "Modules")
    case UInt8(ascii: "M") where text.starts(with: "Memory state around the buggy address:"):
      return (.memoryState, "Memory state")
    case UInt8(ascii: "K") where text.starts(with: "Kernel Offset:"),
      UInt8(ascii: "R") where text.starts(with: "Rebooting in "),
      UInt8(ascii: "D") where text.starts(with: "Dumping ftrace buffer"),
      UInt8(ascii: "-") where text.starts(with: "---[ end Kernel panic"):
      return (.panicTail, "End")
    case UInt8(ascii: "P") where text.starts(with: "Possible ") && text.ends(with: "scenario:"):
      return (.lockScenario, "How it can lock up")
    case UInt8(ascii: "-") where text.equals("----------------"):
      return (.disassembly, "Disassembly")
    default: return nil
    }
  }

  /// Rows of registers, of raw stack and of code.
  private static func registers(_ text: ByteView) -> (ReportSectionKind, String)? {
    if text.starts(with: "Code: ") { return (.code, "Code") }
    // A number and a colon are a line's number or an address, no register.
    guard Ascii.isLetter(text[0]) else { return nil }
    var length = 1
    while length < 7, Ascii.isLetter(text[length]) || Ascii.isDigit(text[length]) { length &+= 1 }
    guard length < 7 else { return nil }
    var next = length
    while text[next] == Ascii.space { next &+= 1 }
    guard text[next] == Ascii.colon, text[next &+ 1] == Ascii.space else { return nil }
    let value = text.dropping(next &+ 1)
    var word = value.dropping(value.leadingBlanks)
    if word[0] == Ascii.openBracket { word = word.dropping(word[1] == Ascii.less ? 2 : 1) }
    guard let (_, digits) = word.hexNumber(at: 0), digits >= 4 else { return nil }
    return (.registers, "Registers")
  }
}
