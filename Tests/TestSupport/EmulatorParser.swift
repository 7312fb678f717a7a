/// Takes the output of a program apart into characters and sequences.
struct EmulatorParser {
  /// What a piece of the output asks for.
  enum Action {
    case print(Unicode.Scalar)
    case control(UInt8)
    case escape(UInt8)
    case sequence(Sequence)
    case string(String)
  }

  /// A sequence that starts with `ESC [`.
  struct Sequence {
    var body: String
    var final: Character

    /// Whether it is one of a private range, which starts with `?`, `>`, `=` or `<`.
    var isPrivate: Bool { body.first.map { "?><=".contains($0) } ?? false }

    /// The numbers; a missing one counts as 0.
    var numbers: [Int] {
      let fields = isPrivate ? body.dropFirst() : body[...]
      return fields.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    }

    /// A number that counts, at least 1.
    func count(_ index: Int = 0) -> Int {
      numbers.indices.contains(index) ? max(1, numbers[index]) : 1
    }
  }

  private enum State {
    case ground, escape, charset, sequence, string, stringEscape
  }

  private var state = State.ground
  private var collected: [UInt8] = []

  mutating func step(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .charset:
      state = .ground
      return nil
    case .sequence:
      if byte == 0x1b {
        collected = []
        state = .escape
        return nil
      }
      guard (0x40...0x7e).contains(byte) else {
        collected.append(byte)
        return nil
      }
      state = .ground
      let body = takeCollected()
      return .sequence(Sequence(body: body, final: Character(Unicode.Scalar(byte))))
    case .string:
      if byte == 0x1b {
        state = .stringEscape
      } else if byte == 0x07 {
        state = .ground
        return .string(takeCollected())
      } else {
        collected.append(byte)
      }
      return nil
    case .stringEscape:
      state = .ground
      return .string(takeCollected())
    }
  }

  private mutating func takeCollected() -> String {
    defer { collected = [] }
    return String(decoding: collected, as: UTF8.self)
  }

  private mutating func ground(_ byte: UInt8) -> Action? {
    if byte < 0x80 { collected = [] }
    if byte == 0x1b {
      state = .escape
      return nil
    }
    if byte < 0x20 { return .control(byte) }
    if byte < 0x80 { return .print(Unicode.Scalar(byte)) }
    collected.append(byte)
    let lead = collected[0]
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    guard collected.count == length else { return nil }
    return takeCollected().unicodeScalars.first.map { .print($0) }
  }

  private mutating func escape(_ byte: UInt8) -> Action? {
    state = .ground
    switch byte {
    case 0x1b: state = .escape
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    default: return .escape(byte)
    }
    return nil
  }
}
