/// Commit messages and dates as a narrow pane shows them.
enum CommitMessage {
  /// The lines of a message with its running text joined, so that it can be wrapped anew.
  ///
  /// Lists, indented lines and trailers such as `Signed-off-by:` stay lines of their own.
  static func paragraphs(of lines: [String]) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in lines {
      let standsAlone = line.isEmpty || startsItem(line) || isTrailer(line)
      if isOpen, !standsAlone, let last = paragraphs.indices.last {
        paragraphs[last] += " " + line
      } else {
        paragraphs.append(line)
      }
      isOpen = !standsAlone
    }
    return paragraphs
  }

  /// The day of a date as git prints it: `Wed Mar 3 09:41:17 2021 +0100` is `3 Mar 2021`.
  static func day(_ date: String) -> String {
    let words = date.split(separator: " ")
    return words.count >= 5 ? "\(words[2]) \(words[1]) \(words[4])" : date
  }

  private static func startsItem(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    return first == " " || first == "\t" || "-*+#>/|[".contains(first) || first.isNumber
  }

  /// Whether a line is of the form `Some-word: value`.
  private static func isTrailer(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else { return false }
    let word = line[..<colon]
    return !word.isEmpty && word.allSatisfy { $0.isLetter || $0 == "-" } && word.contains("-")
      || ["Fixes", "Link", "Cc", "Closes"].contains(String(word))
  }
}
