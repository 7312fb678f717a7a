/// Separates the lines of several machines by the names in their prefixes.
struct MachineNames {
  /// Which machine printed each line, from 0; empty if there is only one.
  private(set) var consoles: [UInt8] = []

  /// More names than these are not machines but numbers, threads or the like.
  private static let most = 8

  /// Reads the names before the lines of a text.
  ///
  /// `lengths` are those of the prefixes, by the index of the line.
  init(of lengths: [Int], in lines: Lines) {
    var numbers: [[UInt8]: UInt8] = [:]
    var counts: [Int] = []
    var found: [UInt8] = []
    found.reserveCapacity(lines.count)
    var lastName: [UInt8] = []
    var lastNumber: UInt8 = 0
    var lastLetters: UInt64?
    for index in 0..<lines.count {
      let line = lines[index]
      let length = lengths[index]
      guard length > 0 else {
        found.append(lastNumber)
        continue
      }
      // Most lines are printed by the machine that printed the one before.
      let letters = Self.hashOfLetters(in: line.prefix(length))
      if letters == lastLetters {
        counts[Int(lastNumber)] += 1
        found.append(lastNumber)
        continue
      }
      lastLetters = letters
      let name = Self.name(in: line.prefix(length))
      if name != lastName || counts.isEmpty {
        guard let number = numbers[name] ?? (counts.count < Self.most ? UInt8(counts.count) : nil)
        else { return }
        if numbers[name] == nil { counts.append(0) }
        numbers[name] = number
        (lastName, lastNumber) = (name, number)
      }
      counts[Int(lastNumber)] += 1
      found.append(lastNumber)
    }
    // A machine prints more than a line or two.
    if counts.count > 1, counts.allSatisfy({ $0 > 2 }) { consoles = found }
  }

  /// A hash (FNV-1a) of the words of a prefix that begin with a letter; stamps and numbers, which change
  /// with every line, are left out.
  private static func hashOfLetters(in prefix: ByteView) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isInWord = false
    var before = Ascii.space
    for index in 0..<prefix.count {
      let byte = prefix[index]
      isInWord =
        byte != Ascii.space && (isInWord || before == Ascii.space && Ascii.isLetter(byte))
      before = byte
      if isInWord { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return hash
  }

  /// The words of a prefix that may be a machine's name, one after the other.
  private static func name(in prefix: ByteView) -> [UInt8] {
    var name: [UInt8] = []
    for word in prefix.words where !Ascii.isDigit(word[0]) && Ascii.isLetter(word[0]) {
      let bare = word.last == Ascii.colon ? word.droppingLast(1) : word
      guard bare.count > 1, !isCommon(bare), bare.firstIndex(of: Ascii.colon) == nil else {
        continue
      }
      name += bare.bytes + [Ascii.space]
    }
    return name
  }

  /// Months, days, levels and facilities: what every machine prints.
  private static let commonWords: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "kern", "user", "daemon", "kernel",
    "emerg", "alert", "crit", "err", "warn", "notice", "info", "debug", "error", "warning",
  ]

  /// Whether a word is one of those, two of them as in `kern.warn`, or one with a letter for its level
  /// as in `W/kernel`.
  private static func isCommon(_ word: ByteView) -> Bool {
    guard let sign = word.firstIndex(of: Ascii.dot) ?? word.firstIndex(of: Ascii.slash) else {
      return isCommonByItself(word)
    }
    let (first, second) = (word.prefix(sign), word.dropping(sign &+ 1))
    return isCommonByItself(second) && (first.count == 1 || isCommonByItself(first))
  }

  private static func isCommonByItself(_ word: ByteView) -> Bool {
    commonWords.contains { word.equals($0) }
  }
}
