/// The attributes with which a terminal draws, as sequences set them (SGR, ECMA-48, 8.3.117).
struct Pen: Equatable {
  /// The attributes that are on, a bit for the number of each: 1 is bold, 2 dim, 7 reverse.
  private var attributes: UInt16 = 0
  private var foreground = Ink.standard
  private var background = Ink.standard

  /// A colour, as a sequence names it.
  private enum Ink: Equatable {
    case standard
    /// By its own number: 30 to 37 and 90 to 97; the same plus 10 for backgrounds.
    case named(Int)
    /// By numbers after 38 or 48: `5;208`, `2;255;128;0`.
    case numbered([Int])
  }

  /// Underlined, blinking, reversed, struck out: what a blank shows as well.
  private static let shownOnBlanks: UInt16 = 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 9

  /// Whether a blank that it draws is more than a blank.
  var showsOnBlanks: Bool { background != .standard || attributes & Self.shownOnBlanks != 0 }

  /// Changes it as a sequence with some parameters does; false if one of them is unknown.
  mutating func set(_ parameters: [Int]) -> Bool {
    var rest = parameters[...]
    if rest.isEmpty { self = Pen() }
    while let first = rest.popFirst() {
      switch first {
      case 0: self = Pen()
      case 1...7, 9: attributes |= 1 << UInt16(first)
      case 22: attributes &= ~(1 << 1 | 1 << 2)
      case 23, 24, 27, 29: attributes &= ~(1 << UInt16(first - 20))
      case 25: attributes &= ~(1 << 5 | 1 << 6)
      case 30...37, 90...97: foreground = .named(first)
      case 40...47, 100...107: background = .named(first)
      case 39: foreground = .standard
      case 49: background = .standard
      case 38, 48:
        guard let ink = Self.numbered(&rest) else { return false }
        if first == 38 { foreground = ink } else { background = ink }
      default: return false
      }
    }
    return true
  }

  private static func numbered(_ rest: inout ArraySlice<Int>) -> Ink? {
    let count = rest.first == 5 ? 2 : rest.first == 2 ? 4 : 0
    guard count > 0, rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return .numbered(Array(rest.prefix(count)))
  }

  /// The shortest sequence that changes another pen into this one; of an unknown one, nothing is kept.
  func sequence(from old: Pen?) -> [UInt8] {
    let anew = Self.sequence(of: self == Pen() ? [] : [0] + parameters(besides: Pen()))
    guard let old, isMore(than: old) else { return anew }
    let added = Self.sequence(of: parameters(besides: old))
    return added.count < anew.count ? added : anew
  }

  /// Whether nothing that another pen has needs to be taken away.
  private func isMore(than old: Pen) -> Bool {
    old.attributes & ~attributes == 0 && (old.foreground == .standard || foreground != .standard)
      && (old.background == .standard || background != .standard)
  }

  private func parameters(besides old: Pen) -> [Int] {
    let added = attributes & ~old.attributes
    var numbers = (1...9).filter { added >> UInt16($0) & 1 == 1 }
    if foreground != old.foreground { numbers += Self.numbers(of: foreground, after: 38) }
    if background != old.background { numbers += Self.numbers(of: background, after: 48) }
    return numbers
  }

  private static func numbers(of ink: Ink, after first: Int) -> [Int] {
    switch ink {
    case .standard: [first + 1]
    case .named(let number): [number]
    case .numbered(let numbers): [first] + numbers
    }
  }

  private static func sequence(of parameters: [Int]) -> [UInt8] {
    Array("\u{1B}[\(parameters.map(String.init).joined(separator: ";"))m".utf8)
  }
}
