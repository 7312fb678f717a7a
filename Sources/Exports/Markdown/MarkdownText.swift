/// A text from outside as a Markdown code span, where neither mark-up nor mentions nor links work.
func codeSpan(_ text: String) -> String {
  let shown = visible(text)
  guard !shown.isEmpty else { return "" }
  let fence = String(repeating: "`", count: longestRun(of: "`", in: shown) + 1)
  let needsSpace = shown.hasPrefix("`") || shown.hasSuffix("`")
  return needsSpace ? "\(fence) \(shown) \(fence)" : "\(fence)\(shown)\(fence)"
}

/// The same for a cell of a table, where a bar would end the cell even in a code span.
func codeCell(_ text: String) -> String {
  codeSpan(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}

/// Lines from outside as a fenced code block.
func codeBlock(_ lines: [String]) -> [String] {
  let shown = lines.map(visible)
  let longest = shown.map { longestRun(of: "`", in: $0) }.max() ?? 0
  let fence = String(repeating: "`", count: max(3, longest + 1))
  // Indented, so that no line begins with a command for a robot.
  return [fence] + shown.map { "  " + $0 } + [fence]
}

private func longestRun(of character: Character, in text: String) -> Int {
  var (longest, current) = (0, 0)
  for other in text {
    current = other == character ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}
