/// Changes logs in ways that keep much of their structure, always the same for the same seed.
package struct LogMutator: Sendable {
  private var state: UInt64

  /// A mutator that repeats itself for the same seed.
  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A changed copy; `other` lends lines to it.
  package mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<(1 + below(4)) { result = changedOnce(result, with: other) }
    return result
  }

  /// A number below a limit; 0 where the limit is not positive.
  package mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return limit <= 0 ? 0 : Int(state % UInt64(limit))
  }

  private mutating func changedOnce(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    switch below(12) {
    case 0: return Array(bytes.prefix(below(bytes.count + 1)))
    case 1: return Array(bytes.dropFirst(below(bytes.count + 1)))
    case 2: return changingByte(bytes)
    case 3: return changingNumber(bytes)
    case 4: return movingLine(bytes)
    case 5: return insertingLine(bytes, from: other)
    case 6: return droppingLine(bytes)
    case 7: return quoted(bytes)
    case 8: return wrapped(bytes)
    case 9: return insertingWord(bytes)
    case 10: return joined(bytes)
    default:
      return Array(bytes.prefix(below(bytes.count))) + Array(other.suffix(below(other.count)))
    }
  }

  private mutating func changingByte(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return [UInt8(below(256))] }
    var result = bytes
    result[below(result.count)] = UInt8(below(256))
    return result
  }

  /// Replaces a run of digits by numbers that tempt arithmetic.
  private mutating func changingNumber(_ bytes: [UInt8]) -> [UInt8] {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let start = below(bytes.count)
    guard let first = bytes.indices.dropFirst(start).first(where: { isDigit(bytes[$0]) }) else {
      return bytes
    }
    let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
    let numbers = ["0", "-1", "9223372036854775807", "99999999999999999999999", "1e9", "00", ""]
    return Array(bytes[..<first]) + Array(numbers[below(numbers.count)].utf8) + bytes[end...]
  }

  /// The bounds of some line with its end.
  private mutating func line(of bytes: [UInt8]) -> Range<Int> {
    let inside = below(bytes.count)
    let start = bytes[..<inside].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[inside...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return start..<end
  }

  private mutating func movingLine(_ bytes: [UInt8]) -> [UInt8] {
    let range = line(of: bytes)
    var rest = bytes
    rest.removeSubrange(range)
    let place = line(of: rest).lowerBound
    rest.insert(contentsOf: bytes[range], at: place)
    return rest
  }

  private mutating func insertingLine(_ bytes: [UInt8], from other: [UInt8]) -> [UInt8] {
    let range = line(of: other)
    var result = bytes
    let place = line(of: bytes).lowerBound
    for _ in 0...below(3) { result.insert(contentsOf: other[range], at: place) }
    return result
  }

  private mutating func droppingLine(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    result.removeSubrange(line(of: bytes))
    return result
  }

  /// Puts `> ` or blanks before the lines of a part.
  private mutating func quoted(_ bytes: [UInt8]) -> [UInt8] {
    let first = line(of: bytes).lowerBound
    let last = max(first, line(of: bytes).upperBound)
    let signs = ["> ", ">", "    ", "\t", "> > "]
    let sign = Array(signs[below(signs.count)].utf8)
    var result = Array(bytes[..<first])
    for line in bytes[first..<last].split(separator: 0x0A, omittingEmptySubsequences: false) {
      result += sign + line + [0x0A]
    }
    return result + bytes[last...]
  }

  /// Breaks a line at a blank.
  private mutating func wrapped(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    let range = line(of: bytes)
    let start = min(range.lowerBound + below(80), range.upperBound)
    if let blank = result[start..<range.upperBound].firstIndex(of: 0x20) { result[blank] = 0x0A }
    return result
  }

  private mutating func insertingWord(_ bytes: [UInt8]) -> [UInt8] {
    let words = [
      "run #0: ", "all runs: ", "crashed: ", "OK\n", "testing commit ", "# git bisect good ",
      "Bisecting: ", "[", "]", " is the first bad commit\n", "commit ", "error: ", "crash: ",
      "revisions tested: ", "recipients (to): [\"", "\\\"", "kernel signature: ", "\r\n", "\0",
      "\u{2028}", "git bisect start ", "'--term-new=", "running ", "> ", " => ", " | 12 ++-\n",
      "Merge: ", "representative crash: ", ", types: [", "Call Trace:\n", "+0x1/0x2", "    ",
    ]
    var result = bytes
    result.insert(
      contentsOf: words[below(words.count)].utf8, at: below(bytes.count + 1))
    return result
  }

  /// Removes a line end.
  private mutating func joined(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    let end = line(of: bytes).upperBound
    if end > 0, end <= result.count, result[end - 1] == 0x0A { result.remove(at: end - 1) }
    return result
  }
}
