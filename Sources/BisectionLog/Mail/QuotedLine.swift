/// A line as it may be in a mail: after `>` signs, and indented.
struct QuotedLine {
  /// How many `>` signs precede it.
  private(set) var depth = 0
  /// How many blanks and tabs precede its content.
  private(set) var indent = 0
  /// The line after the quoting, with its indentation.
  private(set) var indented: ByteView
  /// The line after the quoting, with the blank that most mail programs put there.
  private(set) var unquoted: ByteView
  /// The line without both.
  private(set) var content: ByteView

  /// Parses a line; of its `>` signs, at most as many as `deepest` are quoting.
  init(_ line: ByteView, deepest: Int = .max) {
    var rest = line
    var afterQuote = line
    unquoted = line
    while true {
      switch rest[0] {
      case Ascii.greater where depth < deepest:
        depth &+= 1
        rest = rest.dropping(1)
        unquoted = rest
        afterQuote = rest.withoutLeadingBlank
      case Ascii.space, Ascii.tab: rest = rest.dropping(1)
      default:
        indented = afterQuote
        content = rest
        indent = max(afterQuote.count &- rest.count, 0)
        return
      }
    }
  }

  /// Whether it begins at column 0 after no quoting.
  var isPlain: Bool { depth == 0 && indent == 0 }
}
