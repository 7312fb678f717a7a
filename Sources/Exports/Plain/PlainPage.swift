/// Lines of plain text, assembled for a width.
struct PlainPage {
  /// How many columns a line may take; what must not be cut may take more.
  let width: Int
  let styling: TextStyling
  private(set) var lines: [String] = []

  init(width: Int, styling: TextStyling = .plain) {
    self.width = max(width, 40)
    self.styling = styling
  }

  /// Adds a line as it is.
  mutating func add(_ line: String) { lines.append(line.withoutTrailingSpace) }

  /// Adds an empty line and a heading, cut to the width.
  mutating func section(_ heading: String) {
    lines += ["", styling.styled(heading.cut(to: width), .heading)]
  }

  /// Adds a text after a label, its further lines below its first.
  mutating func entry(
    _ label: String, _ text: String, labelColumns: Int = 10, _ kind: TextStyling.Kind? = nil
  ) {
    let rows = wrapped(text, width: max(20, width - labelColumns))
    for (index, row) in rows.enumerated() {
      let head = (index == 0 ? label : "").filled(to: labelColumns)
      add(styling.styled(head, .heading) + styling.styled(row, kind))
    }
  }

  /// The whole text, with a line end after each line.
  var text: String { lines.joined(separator: "\n") + "\n" }
}
