import Screen

/// A sequence that starts with `ESC [`: parameters, then a letter (ECMA-48 section 5.4).
enum ControlSequence {
  /// Reads one from the start of some bytes.
  static func read(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return .incomplete }
    // The Linux console sends F1 to F5 as `ESC [ [ A` to `ESC [ [ E`.
    if first == UInt8(ascii: "[") {
      guard let letter = body.dropFirst().first else { return .incomplete }
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else {
        return .nothing((0x40...0x7e).contains(letter) ? 4 : 3)
      }
      return .key(Key(.function(Int(letter - UInt8(ascii: "A")) + 1)), 4)
    }
    if first == UInt8(ascii: "M") { return MouseReport.readOld(bytes) }
    var index = body.startIndex
    while index < body.endIndex, (0x20...0x3f).contains(bytes[index]) { index += 1 }
    guard index < body.endIndex else {
      // No sequence is that long; what comes after it is not part of it either.
      return body.count > 64 ? .nothing(bytes.count) : .incomplete
    }
    let count = index - bytes.startIndex + 1
    let final = bytes[index]
    // A control character, most likely the Escape of the next sequence, breaks this one off.
    guard (0x40...0x7e).contains(final) else { return .nothing(count - 1) }
    return meaning(of: body[..<index], final: final, count: count)
  }

  private static func meaning(
    of body: ArraySlice<UInt8>, final: UInt8, count: Int
  ) -> EscapeSequence {
    if body.first == UInt8(ascii: "<") {
      return MouseReport.read(parameters(body.dropFirst()), final: final, count: count)
    }
    guard body.allSatisfy({ (0x30...0x3b).contains($0) }) else { return .nothing(count) }
    let numbers = parameters(body)
    if final == UInt8(ascii: "~"), numbers.first == 200 { return .pasteBegins(count) }
    guard let key = key(numbers, final: final) else { return .nothing(count) }
    return .key(key, count)
  }

  private static func key(_ numbers: [Int], final: UInt8) -> Key? {
    let modifiers = KeyModifiers(parameter: numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if numbers.first == 27, numbers.count == 3 {
        return FunctionKeys.key(unicode: numbers[2], modifiers: modifiers)
      }
      return numbers.first.flatMap { FunctionKeys.numbered[$0] }.map { Key($0, modifiers) }
    case UInt8(ascii: "u"):
      return numbers.first.flatMap { FunctionKeys.key(unicode: $0, modifiers: modifiers) }
    case UInt8(ascii: "Z"):
      return Key(.backTab)
    // rxvt: Control and Shift with the numbered keys, Shift with the arrows.
    case UInt8(ascii: "^"):
      return numbers.first.flatMap { FunctionKeys.numbered[$0] }.map { Key($0, .control) }
    case UInt8(ascii: "@"):
      return numbers.first.flatMap { FunctionKeys.numbered[$0] }.map {
        Key($0, [.control, .shift])
      }
    case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty:
      return FunctionKeys.cursor[final - 0x20].map { Key($0, .shift) }
    default:
      // Another first number than 1 makes it a report, of the cursor's place for one.
      guard numbers.first ?? 1 <= 1 else { return nil }
      return FunctionKeys.cursor[final].map { Key($0, modifiers) }
    }
  }

  /// The numbers between semicolons; what follows a colon belongs to the number before and is left
  /// out; a missing number counts as 0, one too large for any meaning as the largest.
  private static func parameters(_ body: ArraySlice<UInt8>) -> [Int] {
    guard !body.isEmpty else { return [] }
    return body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      field.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { number, digit in
        min(1_000_000, number * 10 + Int(digit & 0x0f))
      }
    }
  }
}
