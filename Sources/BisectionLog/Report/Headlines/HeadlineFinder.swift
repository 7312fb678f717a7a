/// What a line announces, before it has a place in a report.
struct FoundHeadline {
  var kind: HeadlineKind
  var function: TextRange?
  var detail: TextRange?
  var secondDetail: TextRange?

  init(
    _ kind: HeadlineKind, function: TextRange? = nil, detail: TextRange? = nil,
    secondDetail: TextRange? = nil
  ) {
    self.kind = kind
    self.function = function
    self.detail = detail
    self.secondDetail = secondDetail
  }
}

/// Finds the lines that announce a crash, by the words that syzkaller looks for.
enum HeadlineFinder {
  /// The family of a line and the line from the family's words on; nil for a line that announces
  /// nothing.
  ///
  /// Where the words of a family are noise, the next family is looked for.
  static func family(of line: SearchedLine) -> (HeadlineFamily, ByteView)? {
    for (words, family) in FamilyWords.all.entries(for: line) {
      if let place = line.firstIndex(of: words), !isNoise(line, family) {
        return (family, line.view.dropping(place))
      }
    }
    return nil
  }

  /// What a line of a family announces; `text` begins with the family's words.
  static func headline(_ family: HeadlineFamily, _ text: ByteView) -> FoundHeadline {
    switch family {
    case .bug: bug(text)
    case .warning: warning(text)
    case .info: info(text)
    case .kernelPanic: kernelPanic(text)
    default: fault(family, text)
    }
  }

  /// The function name at the start of a text, up to its suffix or offset; nil if none of these
  /// follows, as after inlined functions.
  static func function(at text: ByteView) -> TextRange? {
    var length = 0
    while Ascii.isLetter(text[length]) || Ascii.isDigit(text[length]) || text[length] == 0x5F {
      length &+= 1
    }
    guard length > 0, text[length] == Ascii.plus || text[length] == Ascii.dot else { return nil }
    return text.prefix(length).range
  }

  /// How many small letters and hyphens a text begins with.
  static func kindLength(_ text: ByteView) -> Int {
    var length = 0
    while text[length] &- 0x61 < 26 || text[length] == Ascii.minus { length &+= 1 }
    return length
  }

  /// The kind of the first literal a text begins with.
  static func literal(
    _ text: ByteView, _ table: [(StaticString, HeadlineKind)]
  ) -> HeadlineKind? {
    for (words, kind) in table where text.starts(with: words) { return kind }
    return nil
  }
}
