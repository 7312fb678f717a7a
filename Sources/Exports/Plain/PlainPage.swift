/// Lines of plain text being put together for a width.
struct PlainPage {
  /// How many columns a line may take; what must not be cut may take more.
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) {
    self.width = max(width, 40)
  }

  /// Adds a line as it is.
  mutating func add(_ line: String) { lines.append(line.withoutTrailingSpace) }

  /// Adds an empty line and a heading, cut to the width.
  mutating func section(_ heading: String) {
    lines += ["", heading.cut(to: width)]
  }

  /// Adds a text behind a label, its further lines below its first.
  mutating func entry(_ label: String, _ text: String, labelColumns: Int = 10) {
    let rows = wrapped(text, width: max(20, width - labelColumns))
    for (index, row) in rows.enumerated() {
      let head = (index == 0 ? label : "").filled(to: labelColumns)
      add(head + row)
    }
  }

  /// The whole text, with a line end after each line.
  var text: String { lines.joined(separator: "\n") + "\n" }
}
