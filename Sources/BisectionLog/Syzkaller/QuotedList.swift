/// A Go list of quoted strings, as `%q` prints it: `["a@b" "c@d"]`.
enum QuotedList {
  /// The insides of the quotes, with backslash escapes as they are.
  static func items(of text: ByteView) -> [TextRange] {
    var items: [TextRange] = []
    var offset = 0
    while let open = text.firstIndex(of: Ascii.quote, from: offset) {
      let close = closingQuote(after: open, in: text)
      items.append(text.prefix(close).dropping(open &+ 1).range)
      offset = close &+ 1
    }
    return items
  }

  /// The offset of the quote that ends a string; the end of the text where it is cut.
  private static func closingQuote(after open: Int, in text: ByteView) -> Int {
    var offset = open &+ 1
    while offset < text.count, text[offset] != Ascii.quote {
      offset &+= text[offset] == Ascii.backslash ? 2 : 1
    }
    return min(offset, text.count)
  }
}
