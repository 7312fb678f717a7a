/// Normalises a title: removes what varies between crashes of one bug, as syzkaller does.
enum TitleNormaliser {
  /// A title without addresses, numbers of lines and processors, and of processes.
  static func normalised(_ title: String) -> String {
    var bytes = Array(title.utf8)
    bytes = replacing(bytes, process)
    bytes = replacing(bytes, address)
    bytes = replacing(bytes, networkAddress)
    bytes = replacing(bytes, lineNumber)
    bytes = replacing(bytes, offset)
    bytes = replacing(bytes, processor)
    bytes = replacing(bytes, number)
    bytes = replacing(bytes, longNumber)
    return sanitised(bytes)
  }

  /// Whether a title contains a console's time.
  static func holdsTime(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    return bytes.indices.contains { start in
      guard bytes[start] == UInt8(ascii: "[") else { return false }
      var place = start + 1
      while at(bytes, place) == UInt8(ascii: " ") { place += 1 }
      let whole = digits(bytes, place)
      guard whole > 0, at(bytes, place + whole) == UInt8(ascii: ".") else { return false }
      place += whole + 1
      let fraction = digits(bytes, place)
      return fraction > 0 && at(bytes, place + fraction) == UInt8(ascii: "]")
    }
  }

  /// The length of the piece at a position, and its replacement.
  private typealias Rule = ([UInt8], Int) -> (length: Int, replacement: [UInt8])?

  private static func replacing(_ bytes: [UInt8], _ rule: Rule) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let (length, replacement) = rule(bytes, place), length > 0 {
        result += replacement
        place += length
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  /// `syz-executor.3/9120` becomes `syz-executor`.
  private static func process(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    let names: [(name: String, dot: Bool)] = [("syz-executor", true), ("syzkaller", false)]
    for (name, dot) in names where bytes[place...].starts(with: name.utf8) {
      var next = place + name.utf8.count
      if dot, at(bytes, next) == UInt8(ascii: ".") { next += 1 }
      let own = digits(bytes, next)
      guard own > 0 else { continue }
      next += own
      if at(bytes, next) == UInt8(ascii: "/") || at(bytes, next) == UInt8(ascii: ":") {
        let more = digits(bytes, next + 1)
        if more > 0 { next += more + 1 }
      }
      return (next - place, Array(name.utf8))
    }
    return nil
  }

  /// Six and more hexadecimal digits after anything but a letter or digit.
  private static func address(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    guard !isAlphanumeric(bytes[place]) else { return nil }
    var next = place + 1
    if at(bytes, next) == UInt8(ascii: "0"), at(bytes, next + 1) == UInt8(ascii: "x") { next += 2 }
    var length = count(bytes, next) { isDigit($0) || $0 &- 0x61 < 6 }
    if length < 6 {
      // The digits may begin with the nought of an `0x` that is none.
      next = place + 1
      length = count(bytes, next) { isDigit($0) || $0 &- 0x61 < 6 }
    }
    guard length >= 6 else { return nil }
    return (next + length - place, [bytes[place]] + Array("ADDR".utf8))
  }

  private static func networkAddress(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    var next = place
    for part in 0..<4 {
      let length = min(digits(bytes, next), 3)
      guard length > 0 else { return nil }
      next += length
      if part < 3 {
        guard at(bytes, next) == UInt8(ascii: ".") else { return nil }
        next += 1
      }
    }
    return (next - place, Array("IP".utf8))
  }

  /// `.c:123` becomes `.c:LINE`.
  private static func lineNumber(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    guard bytes[place] == UInt8(ascii: ".") else { return nil }
    let ending = count(bytes, place + 1) { isAlphanumeric($0) || $0 == 0x5F }
    guard ending > 0 else { return nil }
    var next = place + 1 + ending
    let start = next
    while at(bytes, next) == UInt8(ascii: ":"), digits(bytes, next + 1) > 0 {
      next += 1 + digits(bytes, next + 1)
    }
    guard next > start else { return nil }
    return (next - place, Array(bytes[place..<start]) + Array(":LINE".utf8))
  }

  /// `f+0x12/0x34` becomes `f`; only what follows the name is replaced.
  private static func offset(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    guard place > 0, isAlphanumeric(bytes[place - 1]) || bytes[place - 1] == 0x5F,
      bytes[place...].starts(with: "+0x".utf8)
    else { return nil }
    let first = count(bytes, place + 3) { isDigit($0) || $0 &- 0x61 < 26 }
    let slash = place + 3 + first
    guard first > 0, slash < bytes.count, bytes[slash...].starts(with: "/0x".utf8) else {
      return nil
    }
    let second = count(bytes, slash + 3) { isDigit($0) || $0 &- 0x61 < 26 }
    return second > 0 ? (slash + 3 + second - place, []) : nil
  }

  private static func processor(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    guard bytes[place...].starts(with: "CPU#".utf8) else { return nil }
    let length = digits(bytes, place + 4)
    return length > 0 ? (4 + length, Array("CPU".utf8)) : nil
  }

  /// A decimal number that stands alone.
  private static func number(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    guard place > 0, !isWord(bytes[place - 1]) else { return nil }
    let length = digits(bytes, place)
    guard length > 0, place + length == bytes.count || !isWord(bytes[place + length]) else {
      return nil
    }
    return (length, Array("NUM".utf8))
  }

  /// A number too long to be part of a name.
  private static func longNumber(_ bytes: [UInt8], _ place: Int) -> (Int, [UInt8])? {
    let length = digits(bytes, place)
    return length >= 7 ? (length, Array("NUM".utf8)) : nil
  }

  /// At most 120 printable ASCII characters without runs of blanks.
  private static func sanitised(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var last = UInt8(ascii: " ")
    for byte in bytes.prefix(120) {
      let kept = byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte
      guard kept >= 0x20, kept < 0x7F, kept != 0x20 || last != 0x20 else { continue }
      result.append(kept)
      last = kept
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func at(_ bytes: [UInt8], _ place: Int) -> UInt8? {
    bytes.indices.contains(place) ? bytes[place] : nil
  }

  private static func count(_ bytes: [UInt8], _ place: Int, _ fits: (UInt8) -> Bool) -> Int {
    guard place <= bytes.count else { return 0 }
    return bytes[place...].prefix(while: fits).count
  }

  private static func digits(_ bytes: [UInt8], _ place: Int) -> Int {
    count(bytes, place, isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26
  }

  private static func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x5F }
}
