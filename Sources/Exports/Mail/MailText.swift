import BisectionLog

/// A plain-text mail being put together, no line wider than 75 columns.
struct MailText {
  /// The widest line, in columns.
  static let width = 75
  /// Stands for the bug's own address until a person fills it in.
  static let placeholder = "syzbot+PUT-THE-HASH-OF-THE-BUG-HERE@syzkaller.appspotmail.com"

  private var lines: [String] = []

  /// The mail with a line end after each line.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a line as it is.
  mutating func add(_ line: String) { lines.append(line.withoutTrailingSpace) }

  /// Adds a header, folded between its words; a line after the first begins with a space.
  mutating func header(_ name: String, _ words: [String], comma: String = ",") {
    var line = "\(name):"
    for (index, word) in words.enumerated() {
      for piece in (word + (index == words.count - 1 ? "" : comma)).pieces(of: Self.width - 10) {
        if line.count + 1 + piece.count > Self.width {
          add(line)
          line = ""
        }
        line += " " + piece
      }
    }
    add(line)
  }

  /// Adds wrapped words of the program's own, and an empty line.
  mutating func paragraph(_ text: String) {
    lines += wrapped(text, width: Self.width) + [""]
  }

  /// Adds a text from the log, indented, and an empty line.
  mutating func indented(_ text: String) {
    fold(text, first: "  ", next: "  ")
    lines.append("")
  }

  /// Adds an item of a list.
  mutating func item(_ sign: String, _ text: String) {
    fold(text, first: " \(sign) ", next: "   ")
  }

  /// Adds a line of the log as a quotation.
  mutating func quote(line: Int?, of log: AnalysedLog) {
    guard let line else { return }
    let text = visible(log.log.source.string(log.log.source.range(ofLine: line)))
    fold(text, first: "> ", next: "> ")
  }

  private mutating func fold(_ text: String, first: String, next: String) {
    let room = Self.width - next.count
    // A line of the log can be a megabyte; what it says stands at its beginning.
    let rows = wrapped(String(text.prefix(600)), width: room).flatMap { $0.pieces(of: room) }
    for (index, row) in rows.enumerated() { add((index == 0 ? first : next) + row) }
  }
}

extension String {
  /// The text cut into pieces of at most `columns` columns.
  fileprivate func pieces(of columns: Int) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    repeat {
      pieces.append(String(rest.prefix(columns)))
      rest = rest.dropFirst(columns)
    } while !rest.isEmpty
    return pieces
  }
}
