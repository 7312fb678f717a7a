/// A text broken at spaces into lines of at most `width` columns.
///
/// A word that is longer than a line gets a line of its own and is not broken, so that a path or a
/// hash can still be copied.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}
