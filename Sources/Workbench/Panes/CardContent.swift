import BisectionLog
import Kernel
import Screen

/// The culprit pane: the commit, how far to trust it and why.
struct CardContent: PaneContent {
  let opened: OpenedLog
  let rows: Card
  let subtitle: String
  let width: Int

  var rowCount: Int { rows.count }
  var emptyText: String { "This log names no commit" }

  func isSelectable(_ row: Int) -> Bool { rows[row].target != nil || !rows[row].text.isEmpty }

  func target(of row: Int) -> RowTarget? { rows[row].target }

  func logLine(of row: Int) -> Int? {
    switch rows[row].target {
    case .line(let line): line
    case .step(let step): opened.log.steps[step].line
    case .frame(let stack, let frame): opened.log.crash?.stacks[stack].frames[frame].logLine
    default: opened.log.culprit?.line
    }
  }

  func commit(of row: Int) -> Revision? {
    if case .commit(let commit)? = rows[row].target { commit } else { nil }
  }

  func height(of row: Int) -> Int { rows[row].trail.isEmpty ? wrapped(row).count : 1 }

  func lines(of row: Int) -> [StyledLine] {
    let card = rows[row]
    guard card.trail.isEmpty else { return [line(withTrail: card)] }
    let indent = String(repeating: " ", count: card.lead.displayWidth)
    return wrapped(row).enumerated().map { index, text in
      var line = StyledLine(index == 0 ? card.lead : indent, card.leadRole)
      line.add(text, card.role)
      return line
    }
  }

  func searchText(of row: Int) -> String { rows[row].text }

  private func line(withTrail card: CardRow) -> StyledLine {
    var line = StyledLine(card.lead, card.leadRole)
    let room = width - line.width - card.trail.displayWidth - 2
    line.add(card.text, card.role, columns: max(8, room), keeping: .end)
    line.add("  ")
    line.add(card.trail, .dim)
    return line
  }

  private func wrapped(_ row: Int) -> [String] {
    let room = max(8, width - rows[row].lead.displayWidth)
    return Wrapping.lines(of: rows[row].text, columns: room)
  }
}

/// Breaks text into lines.
enum Wrapping {
  /// The lines of a text, broken at blanks, or within a word where it is longer than a line.
  static func lines(of text: String, columns: Int) -> [String] {
    guard text.displayWidth > columns else { return [text] }
    var lines: [String] = []
    var line = ""
    var room = columns
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var rest = String(word)
      var size = rest.displayWidth
      if !line.isEmpty, size + 1 <= room {
        line += " " + rest
        room -= size + 1
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while size > columns {
        let piece = beginning(of: rest, columns: columns)
        guard !piece.isEmpty else { break }
        lines.append(piece)
        rest.removeFirst(piece.count)
        size = rest.displayWidth
      }
      line = rest
      room = columns - size
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// As much of a text as fits.
  private static func beginning(of text: String, columns: Int) -> String {
    var room = columns
    return String(
      text.prefix { character in
        room -= String(character).displayWidth
        return room >= 0
      })
  }
}
