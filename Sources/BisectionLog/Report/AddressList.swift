/// The addresses in brackets before a frame: `[<ffffffff81234567>] `.
struct AddressList {
  /// The first one's digits.
  var first: TextRange?
  /// How many bytes they take, the blanks after them included.
  var length = 0
  /// Whether `[<     inline     >]` is there, as syzkaller of 2016 marked inlined frames.
  var isMarkedInlined = false

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

  /// Parses what is between brackets; false if it is not an address.
  private mutating func take(_ inside: ByteView) -> Bool {
    if inside.equals("inline") {
      isMarkedInlined = true
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
