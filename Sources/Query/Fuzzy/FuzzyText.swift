/// A text laid out for fuzzy matching: its characters, and what it is worth to match each.
struct FuzzyText {
  /// How much of a text is looked at, in characters.
  static let limit = 512

  /// The characters as they are.
  private(set) var scalars: [UInt32] = []
  /// The characters in small letters.
  private(set) var folded: [UInt32] = []
  /// What matching a character earns beyond a plain match.
  private(set) var bonuses: [Int] = []
  /// Where each character begins in the text's UTF-8.
  private(set) var offsets: [Int] = []

  init(_ text: String) {
    var before = CharacterClass.blank
    var offset = 0
    for scalar in text.unicodeScalars.prefix(Self.limit) {
      let now = CharacterClass(scalar)
      scalars.append(scalar.value)
      folded.append(scalar.foldedValue)
      bonuses.append(now.bonus(after: before))
      offsets.append(offset)
      offset += UTF8.width(scalar)
      before = now
    }
  }

  /// The characters to compare with.
  func characters(caseMatters: Bool) -> [UInt32] { caseMatters ? scalars : folded }
}

/// What a character is to the eye that looks for the start of words.
private enum CharacterClass {
  case blank, delimiter, sign, digit, small, capital

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z": self = .small
    case "A"..."Z": self = .capital
    case "0"..."9": self = .digit
    case " ", "\t", "\n": self = .blank
    case "/", ",", ":", ";", "|": self = .delimiter
    case _ where scalar.value < 0x80: self = .sign
    default: self = scalar.properties.isUppercase ? .capital : .small
    }
  }

  private var isWord: Bool { self == .small || self == .capital || self == .digit }

  /// What a character of this class earns after one of another: starts of words are what people
  /// type.
  func bonus(after before: CharacterClass) -> Int {
    guard isWord else { return self == .blank ? 0 : FuzzyScore.sign }
    switch (before, self) {
    case (.blank, _): return FuzzyScore.wordStart + 2
    case (.delimiter, _): return FuzzyScore.wordStart + 1
    case (.sign, _): return FuzzyScore.wordStart
    case (.small, .capital), (.small, .digit), (.capital, .digit): return FuzzyScore.camel
    default: return 0
    }
  }
}

/// What matches earn and gaps cost; the proportions are those of fzf.
enum FuzzyScore {
  static let match = 16
  static let wordStart = 8
  static let camel = 7
  static let sign = 4
  static let consecutive = 4
  static let gapStart = 3
  static let gapExtension = 1
}

extension Unicode.Scalar {
  /// The small letter where one character makes it.
  var foldedValue: UInt32 {
    if value < 0x80 { return UInt32(UInt8(truncatingIfNeeded: value).lowered) }
    let lowered = properties.lowercaseMapping.unicodeScalars
    return lowered.count == 1 ? lowered.first?.value ?? value : value
  }
}
