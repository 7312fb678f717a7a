/// A piece of the code around the instruction pointer, as `Code:` prints it.
public struct CodePiece: Hashable, Sendable {
  /// Its digits: two for a byte, four or eight for a word of arm.
  public var digits: String
  /// Whether the instruction pointer points at it.
  public var isMarked: Bool

  /// The pieces of a line that begins with `Code:`.
  ///
  /// nil if it holds none, such as `Code: Bad RIP value.`
  static func row(_ line: String) -> [CodePiece]? {
    let words = line.split(separator: " ")
    guard words.first == "Code:", words.count > 1 else { return nil }
    var pieces: [CodePiece] = []
    for word in words.dropFirst() {
      let isMarked = "<(".contains(word.first ?? " ")
      let digits = isMarked ? word.dropFirst().prefix { !">)".contains($0) } : word
      guard !digits.isEmpty, UInt64(digits, radix: 16) != nil else { return nil }
      pieces.append(CodePiece(digits: String(digits), isMarked: isMarked))
    }
    return pieces
  }
}

/// A disassembled instruction, as syzkaller appends it to a report.
public struct Instruction: Hashable, Sendable {
  /// Its position, in bytes from the first one of `Code:`, as hexadecimal digits.
  public var offset: String
  /// Its bytes as printed: `0f b6 04 02`.
  public var bytes: String
  /// What it does; empty if the bytes of a long instruction continue.
  public var text: String
  /// Whether the processor stopped at it.
  public var isTrapping: Bool

  private static let mark = "<-- trapping instruction"

  /// Reads `* 2a:<TAB>0f b6 04 02<TAB>movzbl (%rdx,%rax,1),%eax <-- trapping instruction`; nil for other
  /// lines.
  init?(_ line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 2, let place = fields.first else { return nil }
    isTrapping = place.hasPrefix("*")
    let offset = place.drop { $0 == "*" || $0 == " " }
    guard offset.last == ":", UInt64(offset.dropLast(), radix: 16) != nil else { return nil }
    self.offset = String(offset.dropLast())
    bytes = fields[1].split(separator: " ").joined(separator: " ")
    var words = fields.dropFirst(2).joined(separator: " ").split(separator: " ")
    let last = Self.mark.split(separator: " ")
    if words.suffix(last.count) == last[...] {
      words.removeLast(last.count)
      isTrapping = true
    }
    text = words.joined(separator: " ")
  }
}
