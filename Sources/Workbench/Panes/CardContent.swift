/// The culprit pane: the commit, how far to trust it and why.
struct CardContent: PaneContent {
  let rows: [CardRow]
  let subtitle: String
  let width: Int

  var rowCount: Int { rows.count }
  var emptyText: String { "This log names no commit" }

  func isSelectable(_ row: Int) -> Bool { rows[row].target != nil || !rows[row].text.isEmpty }

  func height(of row: Int) -> Int { rows[row].trail.isEmpty ? wrapped(row).count : 1 }

  func lines(of row: Int) -> [StyledLine] {
    let card = rows[row]
    guard card.trail.isEmpty else { return [line(withTrail: card)] }
    let indent = String(repeating: " ", count: TextWidth.columns(of: card.lead))
    return wrapped(row).enumerated().map { index, text in
      var line = StyledLine(index == 0 ? card.lead : indent, card.leadRole)
      line.add(text, card.role)
      return line
    }
  }

  func searchText(of row: Int) -> String { rows[row].text }

  private func line(withTrail card: CardRow) -> StyledLine {
    var line = StyledLine(card.lead, card.leadRole)
    let room = width - line.width - TextWidth.columns(of: card.trail) - 2
    line.add(TextWidth.cutStart(card.text, to: max(8, room)), card.role, columns: max(8, room))
    line.add("  ")
    line.add(card.trail, .dim)
    return line
  }

  private func wrapped(_ row: Int) -> [String] {
    let room = max(8, width - TextWidth.columns(of: rows[row].lead))
    return Wrapping.lines(of: rows[row].text, columns: room)
  }
}

/// Breaks text into lines.
enum Wrapping {
  /// The lines of a text, broken at blanks, or within a word where it is longer than a line.
  static func lines(of text: String, columns: Int) -> [String] {
    guard TextWidth.columns(of: text) > columns else { return [text] }
    var lines: [String] = []
    var line = ""
    var room = columns
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var rest = String(word)
      var size = TextWidth.columns(of: rest)
      if !line.isEmpty, size + 1 <= room {
        line += " " + rest
        room -= size + 1
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while size > columns {
        let piece = TextWidth.prefix(rest, columns: columns)
        guard !piece.isEmpty else { break }
        lines.append(piece)
        rest.removeFirst(piece.count)
        size = TextWidth.columns(of: rest)
      }
      line = rest
      room = columns - size
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
