/// Splits what git quotes for a shell: `'--term-old=fast' 'v1' '--' 'a path'`.
enum ShellWords {
  /// The words without their quotes.
  ///
  /// A quote inside a word (`'it'\''s'`) stays as it is printed.
  static func split(_ text: ByteView) -> [ByteView] {
    var words: [ByteView] = []
    var rest = text.trimmed
    while !rest.isEmpty {
      let length = wordLength(rest)
      words.append(rest.prefix(length).unquoted)
      rest = rest.dropping(length).trimmed
    }
    return words
  }

  private static func wordLength(_ text: ByteView) -> Int {
    var offset = 0
    var isQuoted = false
    while offset < text.count {
      switch text[offset] {
      case Ascii.apostrophe: isQuoted.toggle()
      case Ascii.backslash where !isQuoted: offset &+= 1
      case Ascii.space where !isQuoted: return max(offset, 1)
      default: break
      }
      offset &+= 1
    }
    return text.count
  }
}
