import Screen

extension String {
  /// The text with blanks for tabs, which stop every eight columns.
  var withTabsExpanded: String {
    guard utf8.contains(0x09) else { return self }
    var result = ""
    var column = 0
    for character in self {
      if character == "\t" {
        let width = 8 - column % 8
        result += String(repeating: " ", count: width)
        column += width
      } else {
        result.append(character)
        column += String(character).displayWidth
      }
    }
    return result
  }
}
