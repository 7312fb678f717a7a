/// What a console printed before the text of a line: `[   12.345678][ T5851] `.
///
/// After syzkaller's expression for console output; the time may follow a note about dropped
/// messages, a login prompt and a level.
struct ConsolePrefix {
  /// What printed the line.
  var context: ConsoleContext
  /// How many bytes the prefix has.
  var length: Int

  /// The prefix of a line; nil if it has none.
  @inline(__always)
  init?(of line: ByteView) {
    // Nearly every line of a cut report fails here.
    if line[0] == Ascii.openBracket {
      guard let found = Self.stamp(in: line, at: 0) else { return nil }
      self = found
      return
    }
    guard Self.mayHoldTime(line), let found = Self.decorated(line) else { return nil }
    self = found
  }

  /// Whether a text begins with a time and what may follow it.
  static func begins(_ text: ByteView) -> Bool { oneStamp(in: text, at: 0) != nil }

  /// Whether a bracket may open a time somewhere in a line.
  @inline(__always)
  private static func mayHoldTime(_ line: ByteView) -> Bool {
    var from = 0
    while let bracket = line.firstIndex(of: Ascii.openBracket, from: from) {
      from = bracket &+ 1
      if line[from] == Ascii.space || Ascii.isDigit(line[from]) { return true }
    }
    return false
  }

  private init(context: ConsoleContext, length: Int) {
    self.context = context
    self.length = length
  }

  /// A prefix after a note about dropped messages, a login prompt or a level.
  private static func decorated(_ line: ByteView) -> ConsolePrefix? {
    var place = 0
    if line.starts(with: "** "), let end = line.firstIndex(of: " printk messages dropped ** ") {
      place = end &+ 28
    }
    if let prompt = line.lastIndex(of: "login: ") { place = max(place, prompt &+ 7) }
    if line[place] == Ascii.less {
      let digits = line.dropping(place &+ 1).leadingNumber()?.length ?? 0
      guard digits > 0, line[place &+ 1 &+ digits] == Ascii.greater else { return nil }
      place &+= digits &+ 2
    }
    return stamp(in: line, at: place)
  }

  /// The time at a place, with the caller after it; a logger's own time may precede the kernel's.
  @inline(__always)
  private static func stamp(in line: ByteView, at place: Int) -> ConsolePrefix? {
    guard let first = oneStamp(in: line, at: place) else { return nil }
    guard line[first.length] == Ascii.openBracket else { return first }
    return oneStamp(in: line, at: first.length) ?? first
  }

  @inline(__always)
  private static func oneStamp(in line: ByteView, at place: Int) -> ConsolePrefix? {
    guard var next = timeEnd(in: line, at: place) else { return nil }
    var context = ConsoleContext.console
    if line[next] == Ascii.openBracket, let caller = caller(in: line, at: next) {
      (context, next) = caller
    }
    // An empty line may have lost the blank after its prefix.
    guard line[next] == Ascii.space || next == line.count else { return nil }
    return ConsolePrefix(context: context, length: min(next &+ 1, line.count))
  }

  /// Where a time in brackets at `place` ends; nil if there is none.
  @inline(__always)
  static func timeEnd(in line: ByteView, at place: Int) -> Int? {
    guard line[place] == Ascii.openBracket else { return nil }
    var next = place &+ 1
    while line[next] == Ascii.space { next &+= 1 }
    if Ascii.isLetter(line[next]) { return wallClockEnd(in: line, from: next) }
    // `dmesg --time-format=delta` counts from the line before.
    if line[next] == Ascii.plus { next &+= 1 }
    let whole = next
    while Ascii.isDigit(line[next]) { next &+= 1 }
    guard next > whole, line[next] == Ascii.dot else { return nil }
    next &+= 1
    let fraction = next
    while Ascii.isDigit(line[next]) { next &+= 1 }
    guard next > fraction else { return nil }
    if line[next] == Ascii.space { next = deltaEnd(in: line, from: next) }
    return line[next] == Ascii.closeBracket ? next &+ 1 : nil
  }

  /// Where the difference ends that `dmesg --show-delta` prints after the time, ` <    0.000012>`.
  private static func deltaEnd(in line: ByteView, from place: Int) -> Int {
    var next = place
    while line[next] == Ascii.space || line[next] == Ascii.less || line[next] == Ascii.dot
      || Ascii.isDigit(line[next])
    {
      next &+= 1
    }
    return line[next] == Ascii.greater ? next &+ 1 : place
  }

  /// Where a time of day in brackets ends, as `dmesg -T` (`Thu Jun 18 20:37:40 2024`) and `dmesg
  /// -H` (`Jun18 20:37`) print it; nil if the words are none.
  private static func wallClockEnd(in line: ByteView, from place: Int) -> Int? {
    let text = line.dropping(place)
    guard let length = text.prefix(26).firstIndex(of: Ascii.closeBracket),
      length == 24 || length == 11
    else { return nil }
    // In both the minutes follow a colon five or eleven bytes before the end.
    let colon = length == 11 ? 8 : 13
    let day = length == 11 ? 3 : 8
    guard text[colon] == Ascii.colon, Ascii.isDigit(text[colon &+ 1]),
      Ascii.isDigit(text[colon &- 1]),
      Ascii.isDigit(text[day &+ 1]) || text[day &+ 1] == Ascii.space
    else { return nil }
    return place &+ length &+ 1
  }

  /// `[ T123]` or `[    C1]` at a place, with where it ends.
  @inline(__always)
  private static func caller(in line: ByteView, at place: Int) -> (ConsoleContext, Int)? {
    var next = place &+ 1
    while line[next] == Ascii.space { next &+= 1 }
    let letter = line[next]
    guard letter == UInt8(ascii: "T") || letter == UInt8(ascii: "C") else { return nil }
    guard let (number, length) = line.dropping(next &+ 1).leadingNumber() else { return nil }
    next &+= 1 &+ length
    guard line[next] == Ascii.closeBracket else { return nil }
    let value = UInt32(clamping: number)
    return (letter == UInt8(ascii: "T") ? .task(value) : .processor(value), next &+ 1)
  }
}
