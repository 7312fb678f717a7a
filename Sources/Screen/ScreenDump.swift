extension ScreenBuffer {
  /// The rows as text without trailing blanks, each ended by a newline.
  package var text: String {
    (0..<size.rows).reduce(into: "") { $0 += line($1) + "\n" }
  }

  /// A row as text without trailing blanks; empty outside the screen.
  package func line(_ row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    let cells = cells[(row * size.columns)..<((row + 1) * size.columns)]
    let shown = cells.reversed().drop { $0.glyph == PackedCell.blank(style: 0).glyph }.reversed()
    return shown.reduce(into: "") { text, cell in
      if cell.width > 0 { text.append(character(of: cell)) }
    }
  }

  /// The looks of the cells as a picture of letters with a legend, for comparison in tests.
  ///
  /// A dot is the terminal's own look; the others get letters in the order they appear.
  package var styleMap: String {
    var names: [UInt64: Character] = [0: "."]
    var order: [(name: Character, style: Style)] = []
    var map = ""
    for row in 0..<size.rows {
      var line = ""
      for cell in cells[(row * size.columns)..<((row + 1) * size.columns)] {
        let name = names[cell.style] ?? Self.name(order.count)
        if names.updateValue(name, forKey: cell.style) == nil {
          order.append((name, Style(packed: cell.style)))
        }
        line.append(name)
      }
      while line.last == "." { line.removeLast() }
      map += line + "\n"
    }
    return order.reduce(into: map) { $0 += "\($1.name) = \($1.style.words)\n" }
  }

  private static func name(_ number: Int) -> Character {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return number < letters.count ? letters[number] : "?"
  }
}

extension Style {
  /// The look in words, such as `bold red on 236`.
  package var words: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    var words = names.filter { attributes.contains($0.0) }.map(\.1)
    if foreground != .standard { words.append(foreground.words) }
    if background != .standard { words += ["on", background.words] }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension Color {
  fileprivate var words: String {
    let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    switch self {
    case .standard: return "standard"
    case .palette(let index) where index < 8: return names[Int(index)]
    case .palette(let index) where index < 16: return "bright " + names[Int(index) - 8]
    case .palette(let index): return String(index)
    case .rgb(let red, let green, let blue): return "rgb(\(red),\(green),\(blue))"
    }
  }
}
